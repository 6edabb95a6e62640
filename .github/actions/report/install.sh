#!/usr/bin/env bash
# Installs what `report` needs and builds it.
set -euo pipefail
source=$(cd "$(dirname "$0")/../../.." && pwd)
# In a container the checkout belongs to somebody else, and git would not read revisions of it.
git config --global --add safe.directory "${GITHUB_WORKSPACE:-$PWD}"
"$source/.ci/install" git
swift build --package-path "$source" -c release --product report
