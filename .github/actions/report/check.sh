#!/usr/bin/env bash
# Says of each report whether it is what its spec gives, also in the job's summary; fails where one is not, or where a
# spec has faults.
#
# SPECS    patterns of specs; by default those of experiments/
# OPTIONS  options of `report check`
set -euo pipefail
program=$(cd "$(dirname "$0")/../../.." && pwd)/.build/release/report
# Patterns and options are several words.
# shellcheck disable=SC2086
"$program" check --summary "${GITHUB_STEP_SUMMARY:-/dev/stderr}" ${OPTIONS:-} ${SPECS:-experiments/*.json}
