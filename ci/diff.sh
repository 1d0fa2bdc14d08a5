#!/usr/bin/env bash
# Writes what the change does to every descriptor that differs from BARTIZAN_BASE, as one Markdown comment.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=ci/bartizan.sh
. "$here/bartizan.sh"

out="${BARTIZAN_OUT:-bartizan-out}"
mkdir -p "$out"
if ! base="$(git merge-base "$BARTIZAN_BASE" HEAD)"; then
  echo "bartizan: the history down to the base is not here: check out with fetch-depth: 0" >&2
  exit 1
fi
comment="$out/comment.md"
echo '<!-- bartizan -->' > "$comment"

changed=0
while IFS= read -r -d '' file; do
  changed=1
  if ! bartizan diff "${catalog_flags[@]+"${catalog_flags[@]}"}" --format markdown --file "$file" --output "$out/one.md" -- "$base" HEAD; then
    echo "The change cannot be judged: see the log of this job." > "$out/one.md"
  fi
  cat "$out/one.md" >> "$comment"
  echo >> "$comment"
done < <(git diff -z --name-only --find-renames "$base" HEAD -- ':(glob)**/*.genai.yaml' ':(glob)**/*.genai.yml')

if [ "$changed" = 0 ]; then exit 0; fi
# GitHub takes 65,536 characters in a comment.
if [ "$(wc -c < "$comment")" -gt 60000 ]; then
  head -c 60000 "$comment" | iconv -c -f utf-8 -t utf-8 > "$comment.cut"
  printf '\n\nThe rest is cut off: run bartizan diff for all of it.\n' >> "$comment.cut"
  mv "$comment.cut" "$comment"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then echo "comment=$comment" >> "$GITHUB_OUTPUT"; fi
