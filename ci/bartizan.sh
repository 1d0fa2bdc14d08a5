# shellcheck shell=bash
# How the other scripts run Bartizan: BARTIZAN_BIN where it is installed, else the npm package by BARTIZAN_VERSION.
# Sourced, so that the array of catalogs is shared.
bartizan() {
  if [ -n "${BARTIZAN_BIN:-}" ]; then "$BARTIZAN_BIN" "$@"; return; fi
  local package="bartizan@${BARTIZAN_VERSION:-latest}"
  case "${BARTIZAN_VERSION:-}" in */* | *.tgz) package="$BARTIZAN_VERSION" ;; esac
  npx --yes --package "$package" -- bartizan "$@"
}

# catalog_flags: one --catalog for each line of BARTIZAN_CATALOG
catalog_flags=()
while IFS= read -r line; do
  if [ -n "$line" ]; then catalog_flags+=(--catalog "$line"); fi
done <<< "${BARTIZAN_CATALOG:-}"
