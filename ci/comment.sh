#!/usr/bin/env bash
# Puts the comment on the pull request, in the place of the one that stood there before.
set -euo pipefail
repository="$GITHUB_REPOSITORY"
known="$(gh api --paginate "repos/$repository/issues/$BARTIZAN_PULL/comments" \
  --jq '.[] | select(.user.type == "Bot" and (.body | startswith("<!-- bartizan -->"))) | .id' | head -n 1)"
if [ -n "$known" ]; then
  gh api --method PATCH "repos/$repository/issues/comments/$known" -F "body=@$BARTIZAN_COMMENT" > /dev/null
else
  gh api --method POST "repos/$repository/issues/$BARTIZAN_PULL/comments" -F "body=@$BARTIZAN_COMMENT" > /dev/null
fi
