#!/usr/bin/env bash
# Fuzzes the reader of specs with libFuzzer for some seconds (180), starting from the specs of the
# experiments and from fuzz_corpus.txt, and writes to fuzz_corpus.txt the smallest inputs that reach
# all that was reached. Swift 6.3 for Linux brings libFuzzer.
# Run from the project's folder after `swift build`:
#   Tests/ExperimentsTests/References/fuzz_spec.sh [seconds]
set -euo pipefail
seconds=${1:-180}
references=Tests/ExperimentsTests/References
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read -ra glib <<<"$(pkg-config --cflags-only-I glib-2.0)"
options=(
  -O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -enable-testing -I "$work"
  -I Sources/CFiles -Xcc -fmodule-map-file=.build/debug/CKernels.build/module.modulemap
)
for flag in "${glib[@]}"; do options+=(-Xcc "$flag"); done
for module in Kernels Diagnostics Files Datasets Optimizers Models Training Experiments; do
  find "Sources/$module" -name '*.swift' -print0 | xargs -0 swiftc "${options[@]}" -wmo -c \
    -emit-module -emit-module-path "$work/$module.swiftmodule" -module-name "$module" \
    -o "$work/$module.o"
done
swiftc "${options[@]}" "$references/fuzz_spec.swift" "$work"/*.o .build/debug/CKernels.build/*.o \
  -lglib-2.0 -lz -lm -o "$work/fuzz"
mkdir "$work/corpus" "$work/smallest"
cp experiments/*.json "$work/corpus"
number=0
while read -r input; do
  number=$((number + 1))
  base64 --decode <<<"$input" >"$work/corpus/$number"
done < <(cat "$references/fuzz_corpus.txt" 2>/dev/null || true)
export ASAN_OPTIONS=detect_leaks=0
"$work/fuzz" "$work/corpus" -max_total_time="$seconds" -max_len=600 -timeout=10 -rss_limit_mb=2000
"$work/fuzz" -merge=1 "$work/smallest" "$work/corpus" -max_len=600
for input in "$work"/smallest/*; do base64 --wrap=0 "$input"; echo; done >"$references/fuzz_corpus.txt"
