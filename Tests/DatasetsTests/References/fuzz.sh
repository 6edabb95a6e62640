#!/usr/bin/env bash
# Fuzzes the readers with libFuzzer for some seconds (300), starting from corpus.txt, and writes to
# corpus.txt the smallest inputs that reach all that was reached. Swift 6.3 for Linux brings libFuzzer.
# Run from the project's folder after `swift build`: Tests/DatasetsTests/References/fuzz.sh [seconds]
set -euo pipefail
seconds=${1:-300}
references=Tests/DatasetsTests/References
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read -ra glib <<<"$(pkg-config --cflags-only-I glib-2.0)"
options=(-O -swift-version 6 -sanitize=fuzzer,address -parse-as-library -I "$work" -I Sources/CFiles)
for flag in "${glib[@]}"; do options+=(-Xcc "$flag"); done
options+=(-Xcc "-fmodule-map-file=$(echo .build/debug/CKernels.build/module.modulemap)")
for module in Kernels Diagnostics Files Datasets; do
  find "Sources/$module" -name '*.swift' -print0 | xargs -0 swiftc "${options[@]}" -wmo -c \
    -emit-module -emit-module-path "$work/$module.swiftmodule" -module-name "$module" \
    -o "$work/$module.o"
done
swiftc "${options[@]}" "$references/fuzz.swift" Tests/DatasetsTests/FuzzedReading.swift \
  "$work"/*.o .build/debug/CKernels.build/*.o -lglib-2.0 -lz -lm -o "$work/fuzz"
mkdir "$work/corpus" "$work/smallest"
number=0
while read -r input; do
  number=$((number + 1))
  base64 --decode <<<"$input" >"$work/corpus/$number"
done <"$references/corpus.txt"
export ASAN_OPTIONS=detect_leaks=0
"$work/fuzz" "$work/corpus" -max_total_time="$seconds" -max_len=300 -timeout=10 -rss_limit_mb=2000
"$work/fuzz" -merge=1 "$work/smallest" "$work/corpus"
for input in "$work"/smallest/*; do base64 --wrap=0 "$input"; echo; done >"$references/corpus.txt"
