// Puts the comment on the pull request, in the place of the one that stood there before. Needs Node alone, and finds
// GitHub by the environment of the job, so that it works on a GitHub of one's own as well.
import fs from 'node:fs';

const mark = '<!-- bartizan -->';
const {
  GITHUB_API_URL: api = 'https://api.github.com',
  GITHUB_REPOSITORY: repository,
  GITHUB_TOKEN: token,
  BARTIZAN_PULL: pull,
  BARTIZAN_COMMENT: file,
} = process.env;

const comments = `${api}/repos/${repository}/issues/${pull}/comments`;
const body = fs.readFileSync(file, 'utf8');
const known = await findOurs();
if (known === undefined) await request('POST', comments, { body });
else await request('PATCH', known.url, { body });

/** Our comment, if it stands there: by a bot, since anybody can write the mark into a comment of theirs. */
async function findOurs() {
  for (let page = 1; ; page += 1) {
    const found = await request('GET', `${comments}?per_page=100&page=${page}`);
    const ours = found.find((comment) => comment.user?.type === 'Bot' && comment.body.startsWith(mark));
    if (ours !== undefined || found.length < 100) return ours;
  }
}

async function request(method, url, content) {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
  });
  if (response.ok) return response.json();
  const hint = response.status === 403 ? '; the job needs the permission pull-requests: write' : '';
  console.error(`bartizan: GitHub answers ${response.status} to ${method} ${new URL(url).pathname}${hint}`);
  process.exit(1);
}
