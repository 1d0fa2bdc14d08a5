import { assertReach } from '../support/analysis.ts';

describe('trust by itself', () => {
  it('actors and outside parties have the trust of their kind', () =>
    assertReach(`bartizan: 1
actors:
  anybody:  { kind: anonymous-user } #= trust: untrusted
  customer: { kind: end-user } #= trust: semi-trusted
  newcomer: { kind: end-user, sign-up: open } #= trust: untrusted
  invited:  { kind: end-user, sign-up: invited } #= trust: semi-trusted
  writer:   { kind: contributor } #= trust: untrusted
  stranger: { kind: external-agent } #= trust: untrusted
  partner:  { kind: partner } #= trust: semi-trusted
  client:   { kind: client-application } #= trust: semi-trusted
  employee: { kind: internal-user } #= trust: semi-trusted
  admin:    { kind: administrator } #= trust: trusted
  builder:  { kind: developer } #= trust: trusted
components:
  web:      { kind: external-content } #= trust: untrusted
  api:      { kind: external-api } #= trust: semi-trusted
  app:      { kind: application } #= trust: trusted
  reviewer: { kind: human-reviewer, guards: [app] } #= trust: trusted
`));

  it('a declaration lowers; one that raises needs evidence', () =>
    assertReach(`bartizan: 1
actors:
  admin:    { kind: administrator, trust: untrusted } #= trust: untrusted
  customer: { kind: end-user, trust: trusted } #= trust: semi-trusted
  checked:  { kind: end-user, trust: trusted, evidence: docs/contract.md } #= trust: trusted
components:
  api:      { kind: external-api, trust: trusted } #= trust: semi-trusted
  app:      { kind: application, trust: semi-trusted } #= trust: semi-trusted
  db:       { kind: database } #= x: semi-trusted
data:
  x: {}
flows:
  put: { from: app, to: db, purpose: store, carries: [x] }
`));

  it('a tool that opens pages brings what anybody wrote, whether stated, by its kind or by its service', () =>
    assertReach(`bartizan: 1
components:
  bot:     { kind: agent } #= page: untrusted, view: untrusted, text: untrusted
  stated:  { kind: tool, effects: [fetches-urls] } #= trust: untrusted
  browser: { kind: browser-tool } #= trust: untrusted
  reader:  { kind: tool, service: 'aws:page-reader' } #= trust: untrusted
  plain:   { kind: tool, effects: [read-only] } #= trust: trusted
data:
  page: {}
  view: {}
  text: {}
flows:
  fetch:  { from: bot, to: stated, carries: [], returns: [page] }
  browse: { from: bot, to: browser, carries: [], returns: [view] }
  read:   { from: bot, to: reader, carries: [], returns: [text] }
  calc:   { from: bot, to: plain, carries: [], returns: [] }
`));
});

describe('trust of data', () => {
  it('an asset is as trusted as the least trusted writer whose flow carried it there', () =>
    assertReach(`bartizan: 1
actors:
  admin:    { kind: administrator }
  customer: { kind: end-user }
  anybody:  { kind: anonymous-user }
components:
  one:   { kind: application } #= note: trusted
  two:   { kind: application } #= note: semi-trusted
  three: { kind: application } #= note: untrusted, other: trusted, trust: untrusted
data:
  note: {}
  other: {}
flows:
  a1: { from: admin, to: one, carries: [note] }
  a2: { from: admin, to: two, carries: [note] }
  c2: { from: customer, to: two, carries: [note] }
  a3: { from: admin, to: three, carries: [note, other] }
  c3: { from: customer, to: three, carries: [note] }
  n3: { from: anybody, to: three, carries: [note] }
`));

  it('an element is tainted for the assets it has, and for no others that it passes on', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
  admin:   { kind: administrator }
components:
  app:  { kind: application } #= question: untrusted, config: trusted
  next: { kind: application } #= config: trusted, question: -, trust: trusted
data:
  question: {}
  config: {}
flows:
  ask:  { from: anybody, to: app, carries: [question] }
  set:  { from: admin, to: app, carries: [config] }
  pass: { from: app, to: next, carries: [config] } #= trust: trusted, carries: config
`));

  it('an asset that nothing brought is derived from everything received: a new name loses no taint', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app:  { kind: application }
  next: { kind: application } #= summary: untrusted
data:
  question: {}
  summary: {}
flows:
  ask:  { from: anybody, to: app, carries: [question] }
  pass: { from: app, to: next, carries: [summary] } #= trust: untrusted
`));

  it('a flow without carries passes on whatever can have reached its source', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
  admin:   { kind: administrator }
components:
  app:  { kind: application }
  next: { kind: application } #= question: untrusted, config: trusted, class: restricted
data:
  question: { classification: public }
  config:   { classification: restricted }
flows:
  ask:  { from: anybody, to: app, carries: [question] }
  set:  { from: admin, to: app, carries: [config] }
  pass: { from: app, to: next } #= trust: untrusted, carries: config question, class: restricted
`));

  it('a flow that carries nothing brings nothing', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app: { kind: application } #= trust: trusted
flows:
  poke: { from: anybody, to: app, carries: [] } #= carries: -
`));

  it('what nobody named is tainted, too', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app:  { kind: application } #= trust: untrusted
  next: { kind: application } #= trust: untrusted, result: untrusted
data:
  result: {}
flows:
  ask:  { from: anybody, to: app }
  pass: { from: app, to: next, carries: [result] }
`));

  it('returns go back, and only what they list', () =>
    assertReach(`bartizan: 1
actors:
  admin: { kind: administrator } #= trust: trusted
components:
  app: { kind: application } #= offer: semi-trusted, order: trusted
  api: { kind: external-api } #= order: trusted, offer: -
  log: { kind: external-api } #= line: trusted
data:
  order: {}
  offer: {}
  line: {}
flows:
  buy:   { from: app, to: api, carries: [order], returns: [offer] } #= carries: order, returns: offer, trust: semi-trusted
  write: { from: app, to: log, carries: [line], returns: [] } #= returns: -
  see:   { from: admin, to: app, carries: [order, line], returns: [offer] }
`));

  it('sign-in and credential flows taint nothing and leak nothing', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  idp:   { kind: identity-provider } #= trust: trusted
  vault: { kind: secret-store, holds: [key] }
  app:   { kind: application } #= trust: trusted, key: -, tags: -
  model: { kind: llm } #= tags: -
  leak:  { kind: llm } #= tags: credentials
data:
  key: { tags: [credentials] }
flows:
  login: { from: anybody, to: idp, purpose: sign-in }
  get:   { from: app, to: vault, returns: [key] }
  ask:   { from: app, to: model, returns: [] }
  tell:  { from: app, to: leak, carries: [key], returns: [] }
`));
});

describe('stores', () => {
  it('the least trusted writer decides, drawn or not', () =>
    assertReach(`bartizan: 1
actors:
  admin:  { kind: administrator }
  writer: { kind: contributor }
components:
  app:    { kind: application } #= handbook: trusted, forum: untrusted, wiki: untrusted
  drawn:  { kind: document-store, holds: [handbook], writers: [admin] } #= handbook: trusted
  undrawn: { kind: document-store, holds: [forum], writers: [admin, writer] } #= forum: untrusted
  mixed:  { kind: document-store, holds: [wiki], writers: [admin] } #= wiki: untrusted
data:
  handbook: {}
  forum: {}
  wiki: {}
flows:
  post: { from: writer, to: mixed, purpose: store, carries: [wiki] }
  r1:   { from: app, to: drawn, carries: [], returns: [handbook] }
  r2:   { from: app, to: undrawn, carries: [], returns: [forum] }
  r3:   { from: app, to: mixed, carries: [], returns: [wiki] }
`));

  it('a question to a store is no entry; with the right to write it is', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app:     { kind: application }
  asked:   { kind: database, holds: [record] } #= question: -, record: trusted, trust: trusted
  found:   { kind: vector-store, holds: [record] } #= question: -, trust: trusted
  written: { kind: database, holds: [record] } #= question: untrusted, trust: untrusted
  reader:  { kind: application } #= question: -
data:
  question: {}
  record: {}
flows:
  ask:   { from: anybody, to: app, carries: [question] }
  query: { from: app, to: asked, carries: [question], returns: [record] }
  find:  { from: app, to: found, purpose: retrieval, carries: [question], returns: [record] }
  put:   { from: app, to: written, purpose: query, rights: write, carries: [question], returns: [record] }
  dump:  { from: asked, to: reader } #= carries: record
`));

  it('what a store holds under another name is made of what comes in', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  store: { kind: vector-store, holds: [chunks] } #= chunks: untrusted
  app:   { kind: application } #= chunks: untrusted
data:
  page: {}
  chunks: {}
flows:
  write: { from: anybody, to: store, purpose: ingestion, carries: [page] }
  read:  { from: app, to: store, carries: [], returns: [chunks] }
`));

  it('what comes in spreads though the store has the like of it already', () =>
    assertReach(`bartizan: 1
actors: { anybody: { kind: anonymous-user } }
components:
  base: { kind: vector-store, holds: [answer, note] } #= answer: untrusted, note: untrusted
data: { answer: {}, note: { trust: untrusted } }
flows:
  put: { from: anybody, to: base, purpose: inference, carries: [note], returns: [answer, note] }
`));

  it('what lies in one store does not stick to what lies beside it', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  store: { kind: document-store, holds: [manual, mail] } #= manual: trusted, mail: untrusted
  app:   { kind: application } #= manual: trusted
data:
  manual: {}
  mail: { trust: untrusted }
flows:
  read: { from: app, to: store, carries: [], returns: [manual] }
`));

  it('memory is a loop that converges at its least trusted content', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  bot:    { kind: agent } #= fact: untrusted
  other:  { kind: agent } #= fact: untrusted
  memory: { kind: memory-store, holds: [fact] } #= fact: untrusted
data:
  question: {}
  fact: {}
flows:
  ask:    { from: anybody, to: bot, carries: [question] }
  save:   { from: bot, to: memory, carries: [fact], returns: [] }
  recall: { from: bot, to: memory, purpose: retrieval, carries: [], returns: [fact] }
  share:  { from: other, to: memory, purpose: retrieval, carries: [], returns: [fact] }
`));
});

describe('models and agents', () => {
  it('what a model returns is derived from its whole context, and never trusted by itself', () =>
    assertReach(`bartizan: 1
actors:
  admin:   { kind: administrator }
  anybody: { kind: anonymous-user }
components:
  job:    { kind: application } #= report: semi-trusted
  model:  { kind: llm } #= rules: trusted, question: -
  bot:    { kind: application } #= answer: untrusted
  other:  { kind: llm }
data:
  rules: {}
  report: {}
  question: {}
  answer: {}
flows:
  set:  { from: admin, to: job, carries: [rules] }
  run:  { from: job, to: model, carries: [rules], returns: [report] }
  ask:  { from: anybody, to: bot, carries: [question] }
  prompt: { from: bot, to: other, carries: [question], returns: [answer] }
`));

  it('a model that hands back what it was given has written it anew', () =>
    assertReach(`bartizan: 1
actors:
  admin: { kind: administrator }
  anybody: { kind: anonymous-user }
components:
  app:   { kind: application }
  model: { kind: llm }
  next:  { kind: application } #= text: untrusted
data:
  text: {}
  bad: {}
flows:
  set:  { from: admin, to: app, carries: [text] }
  hurt: { from: anybody, to: model, purpose: inference, carries: [bad], returns: [] }
  ask:  { from: app, to: model, carries: [text], returns: [] }
  tell: { from: model, to: next, carries: [text] }
`));

  it('vectors are as trusted as what they are made of, and no less', () =>
    assertReach(`bartizan: 1
actors:
  admin: { kind: administrator }
components:
  app:      { kind: application } #= vector: trusted
  embedder: { kind: embedding-model }
data:
  text: {}
  vector: {}
flows:
  set:   { from: admin, to: app, carries: [text] }
  embed: { from: app, to: embedder, carries: [text], returns: [vector] }
`));

  it('an agent passes on what it was given, and makes nothing trusted', () =>
    assertReach(`bartizan: 1
actors:
  admin: { kind: administrator }
components:
  bot:  { kind: agent }
  next: { kind: application } #= order: trusted, plan: semi-trusted
data:
  order: {}
  plan: {}
flows:
  set:  { from: admin, to: bot, carries: [order] }
  pass: { from: bot, to: next, carries: [order, plan] }
`));

  it('an outside agent is untrusted whatever it was told', () =>
    assertReach(`bartizan: 1
actors:
  stranger: { kind: external-agent }
components:
  bot: { kind: agent } #= task: untrusted
data:
  task: {}
flows:
  tell: { from: bot, to: stranger, purpose: agent-message, carries: [task], returns: [task] }
`));

  it('an outside service may repeat or change what it was sent', () =>
    assertReach(`bartizan: 1
actors:
  admin:   { kind: administrator }
  anybody: { kind: anonymous-user }
components:
  app: { kind: application } #= rate: semi-trusted
  bot: { kind: application } #= mirror: untrusted
  api: { kind: external-api }
  echo: { kind: external-api }
data:
  rate: {}
  question: {}
  mirror: {}
flows:
  get:  { from: app, to: api, carries: [], returns: [rate] }
  ask:  { from: anybody, to: bot, carries: [question] }
  send: { from: bot, to: echo, carries: [question], returns: [mirror] }
`));
});

describe('circles', () => {
  it('an asset that elements only hand to each other comes into being at each of them', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  one: { kind: application } #= token: untrusted
  two: { kind: application } #= token: untrusted
data:
  token: {}
  question: {}
flows:
  ask:  { from: anybody, to: one, carries: [question] }
  ping: { from: one, to: two, carries: [token] }
  pong: { from: two, to: one, carries: [token] }
`));

  it('a flow to itself and flows side by side converge', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
  admin: { kind: administrator }
components:
  app:  { kind: application } #= note: untrusted
  next: { kind: application } #= note: untrusted, safe: trusted
  lost: { kind: application } #= trust: trusted
data:
  note: {}
  safe: {}
flows:
  ask:   { from: anybody, to: app, carries: [note] }
  again: { from: app, to: app }
  set:   { from: admin, to: app, carries: [safe] }
  p1:    { from: app, to: next, carries: [note] }
  p2:    { from: app, to: next, carries: [safe] }
  self:  { from: lost, to: lost }
`));
});

describe('what raises trust', () => {
  it('a reviewer who re-types; one who passes on raises nothing', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  editor: { kind: human-reviewer }
  app:    { kind: application } #= typed: trusted, draft: untrusted
data:
  draft: {}
  typed: {}
flows:
  ask:  { from: anybody, to: editor, purpose: approval, carries: [draft], returns: [] }
  hand: { from: editor, to: app, carries: [typed, draft] }
`));

  it('a value from a fixed list carries no instructions, forward and back', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  app:   { kind: application } #= choice: trusted, label: trusted, trust: trusted
  model: { kind: llm }
data:
  choice: {}
  label: {}
  text: {}
flows:
  pick: { from: anybody, to: app, format: enumerated, carries: [choice] } #= trust: trusted
  feed: { from: anybody, to: model, purpose: inference, carries: [text], returns: [] }
  sort: { from: app, to: model, carries: [choice], returns: { carries: [label], format: enumerated } }
`));

  it('a declaration on the data with a control that says by what means, or with evidence', () =>
    assertReach(`bartizan: 1
actors:
  anybody: { kind: anonymous-user }
components:
  gate: { kind: application, controls: [content-review] } #= reviewed: trusted
  bare: { kind: application } #= claimed: untrusted, shown: trusted, flowed: trusted
  lied: { kind: application, controls: { content-review: absent } } #= reviewed: untrusted
data:
  reviewed: { trust: trusted }
  claimed:  { trust: trusted }
  flowed:   { trust: trusted }
  shown:    { trust: trusted, evidence: docs/review.md }
flows:
  a: { from: anybody, to: gate, carries: [reviewed] }
  b: { from: anybody, to: bare, carries: [claimed] }
  c: { from: anybody, to: bare, carries: [shown] }
  d: { from: anybody, to: lied, carries: [reviewed] }
  e: { from: anybody, to: bare, carries: [flowed], controls: [content-review] }
`));

  it('a declaration on the data lowers without any means', () =>
    assertReach(`bartizan: 1
actors:
  admin: { kind: administrator }
components:
  app: { kind: application } #= mail: untrusted
data:
  mail: { trust: untrusted }
flows:
  a: { from: admin, to: app, carries: [mail] } #= trust: untrusted
`));
});

describe('what can be there', () => {
  it('classification and tags follow through stores and models', () =>
    assertReach(`bartizan: 1
components:
  app:    { kind: application } #= class: confidential, tags: phi
  store:  { kind: vector-store, holds: [records] } #= class: restricted, tags: phi
  model:  { kind: llm } #= class: restricted, tags: phi prompts
  prompts: { kind: prompt-store, holds: [system-prompt] }
  bot:    { kind: agent }
  screen: { kind: chat-ui } #= class: restricted, tags: phi prompts
data:
  records:       { classification: restricted, tags: [phi] }
  system-prompt: { classification: internal, tags: [prompts] }
  summary:       { classification: confidential }
  answer:        {}
flows:
  load:   { from: bot, to: prompts, carries: [], returns: [system-prompt] }
  find:   { from: bot, to: store, carries: [], returns: [records] }
  ask:    { from: bot, to: model, carries: [records, system-prompt], returns: [answer] }
  show:   { from: bot, to: screen, carries: [answer] } #= class: restricted, tags: phi prompts
  digest: { from: store, to: app, carries: [summary] }
`));
});
