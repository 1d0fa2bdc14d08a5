#!/usr/bin/env bash
# Checks once for people and once for code scanning. Never fails by itself: the status is an output, so that the
# findings can be uploaded first.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=ci/bartizan.sh
. "$here/bartizan.sh"

out="${BARTIZAN_OUT:-bartizan-out}"
mkdir -p "$out"

flags=(--edition "${BARTIZAN_EDITION:-2025}" --fail-on "${BARTIZAN_FAIL_ON:-high}" "${catalog_flags[@]+"${catalog_flags[@]}"}")
if [ -n "${BARTIZAN_BASELINE:-}" ]; then flags+=(--baseline "$BARTIZAN_BASELINE"); fi

paths=()
while IFS= read -r line; do
  if [ -n "$line" ]; then paths+=("$line"); fi
done <<< "${BARTIZAN_PATHS:-.}"

status=0
bartizan check "${flags[@]}" -- "${paths[@]}" || status=$?
bartizan check "${flags[@]}" --format sarif --output "$out/bartizan.sarif" -- "${paths[@]}" || true
bartizan check "${flags[@]}" --format markdown --output "$out/summary.md" -- "${paths[@]}" || true

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$out/summary.md" ]; then cat "$out/summary.md" >> "$GITHUB_STEP_SUMMARY"; fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  echo "status=$status" >> "$GITHUB_OUTPUT"
  # What could not be read has no findings in the file, and code scanning would close those that still stand.
  if [ "$status" != 2 ] && [ -f "$out/bartizan.sarif" ]; then echo "sarif=$out/bartizan.sarif" >> "$GITHUB_OUTPUT"; fi
fi
echo "$status" > "$out/status"
