#!/usr/bin/env bash
# Makes the reports again and shows in the job's summary what changed against the commit.
set -euo pipefail
program=$(cd "$(dirname "$0")/../../.." && pwd)/.build/release/report
summary=${GITHUB_STEP_SUMMARY:-/dev/stderr}
failures=0
# Patterns are several words.
# shellcheck disable=SC2086
for spec in $SPECS; do
  # A claim that fails is no reason to leave out the others.
  path=$("$program" --quiet "$spec") || failures=$((failures + 1))
  folder=$(dirname "$path")
  if git cat-file -e "HEAD:./$folder" 2> /dev/null && [ -n "$(git status --porcelain -- "$folder")" ]; then
    "$program" diff "HEAD:./$folder" "$folder" --summary "$summary" > /dev/null
  fi
done
[ "$failures" -eq 0 ]
