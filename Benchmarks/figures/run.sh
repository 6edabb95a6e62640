#!/bin/sh
# Ours and matplotlib's times for the same figures, one after the other.
# Usage: Benchmarks/figures/run.sh [PYTHON]; prints name,least,median,greatest (ms),bytes.
set -e
cd "$(dirname "$0")/.."
swift build -c release --product figures >&2
echo "ours"
"$(swift build -c release --show-bin-path)/figures" speed
echo "matplotlib"
"${1:-python3}" figures/matplotlib_figures.py
