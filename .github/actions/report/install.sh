#!/usr/bin/env bash
# Installs what `report` needs and builds it.
set -euo pipefail
source=$(cd "$(dirname "$0")/../../.." && pwd)
"$source/.ci/install" git
swift build --package-path "$source" -c release --product report
