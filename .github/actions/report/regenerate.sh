#!/usr/bin/env bash
# Makes the reports again and shows in the job's summary what changed against the commit. A spec with faults, which
# check.sh has shown, or a claim that fails is no reason to leave out the others; the first such exit code is returned.
#
# SPECS          patterns of specs; by default those of experiments/
# ARTIFACT       the name under which the reports are to be attached; by default one that no other job or step has
# GITHUB_OUTPUT  the file that this name and the folders to attach are appended to
set -euo pipefail
program=$(cd "$(dirname "$0")/../../.." && pwd)/.build/release/report
summary=${GITHUB_STEP_SUMMARY:-/dev/stderr}
if [ "${GITHUB_ACTIONS:-}" = true ]; then
  # In a container the checkout belongs to somebody else, and git would not read revisions of it.
  settings=${GIT_CONFIG_COUNT:-0}
  export GIT_CONFIG_COUNT=$((settings + 1)) "GIT_CONFIG_KEY_$settings=safe.directory" "GIT_CONFIG_VALUE_$settings=*"
fi

# show_changes FOLDER: what differs from the commit in the report that lies there; nothing where that has none.
show_changes() {
  local place repository
  git -C "$1" cat-file -e HEAD:./. 2> /dev/null || return 0
  [ -n "$(git -C "$1" status --porcelain -- .)" ] || return 0
  # From the top of its repository, which need not be the one at hand.
  place=$(git -C "$1" rev-parse --show-prefix)
  repository=$(git -C "$1" rev-parse --absolute-git-dir)
  GIT_DIR=$repository "$program" diff "HEAD:${place%/}" "$1" --summary "$summary" > /dev/null
}

code=0
collections=()
# Patterns are several words.
# shellcheck disable=SC2086
for spec in ${SPECS:-experiments/*.json}; do
  # What is wrong with a spec stands beside it already: check.sh has said it.
  path=$(env -u GITHUB_ACTIONS "$program" --quiet "$spec") || code=$((code == 0 ? $? : code))
  # A spec with faults has no report.
  [ -n "$path" ] || continue
  folder=$(cd "$(dirname "$path")" && pwd)
  collections+=("$(dirname "$folder")")
  show_changes "$folder" || code=$((code == 0 ? $? : code))
done

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  unique=$(mktemp --dry-run "reports-${GITHUB_JOB:-job}-XXXXXX")
  {
    echo "artifact=${ARTIFACT:-$unique}"
    echo "folders<<$unique"
    [ "${#collections[@]}" -eq 0 ] || printf '%s\n' "${collections[@]}" | sort -u
    echo "$unique"
  } >> "$GITHUB_OUTPUT"
fi
exit "$code"
