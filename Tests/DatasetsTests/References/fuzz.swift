// What libFuzzer runs: the first byte of an input chooses a reader and its options, the rest is its
// file. Every input must give sound examples or an error that says what is wrong. Built by fuzz.sh;
// `ReaderCorpusTests` reads the corpus in the same way.

import Datasets
import Diagnostics
import Files

/// One input of the fuzzer.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: size))
  do throws(InputError) {
    let table = try readFuzzed(input)
    precondition(isSound(table))
  } catch {
    precondition((1...20).contains(error.diagnostics.count))
    precondition(error.diagnostics.allSatisfy { $0.help != nil })
  }
  return 0
}
