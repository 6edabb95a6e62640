// What libFuzzer runs; built by `Tests/sanitize fuzz` alone, for which it stands in Package.swift.

import Files
import Glibc

/// What is fuzzed, as the environment says.
private let law: Law = {
  guard let name = environment("REPORT_FUZZING"), let law = Law(rawValue: name) else {
    print("REPORT_FUZZING is to be one of \(Law.allCases.map(\.rawValue))")
    exit(64)
  }
  return law
}()

private func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// Writes what fuzzing starts from into the folder that the environment names.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
  _ count: UnsafeMutableRawPointer?, _ arguments: UnsafeMutableRawPointer?
) -> CInt {
  guard let folder = environment("REPORT_FUZZING_SEEDS") else { return 0 }
  for (number, seed) in law.seeds.enumerated() {
    var file = AppendedFile(creating: "made-\(number)", in: folder)
    _ = file?.append(seed)
  }
  return 0
}

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  law.check(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
