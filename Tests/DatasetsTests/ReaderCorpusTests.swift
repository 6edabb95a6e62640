import Datasets
import Diagnostics
import Foundation
import FuzzedReading
import Kernels
import Testing

/// What holds for every file: sound examples come out of it, or an error that says what is wrong.
@Suite struct ReaderCorpusTests {
  private static let pieces: [[UInt8]] =
    [
      ":", " ", "\n", "\r\n", "#", "1", "0", "-1", "2:", ":3", "3:1", "nan", "inf", "1e999", "+",
      "\t",
      "99999999999", "é", "\u{FEFF}", "qid:1",
    ].map { Array($0.utf8) } + [[0xFF], [0]]

  /// Whether a table came out.
  private func check(_ input: [UInt8]) -> Bool {
    do throws(InputError) {
      #expect(isSound(try readFuzzed(input)))
      return true
    } catch {
      #expect((1...20).contains(error.diagnostics.count))
      #expect(error.diagnostics.allSatisfy { $0.help != nil && $0.file == "x" })
      let places = error.diagnostics.compactMap(\.place)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
      return false
    }
  }

  /// Inputs that a fuzzer found to reach code that others do not; see `Tests/sanitize corpus data`.
  @Test func theCorpusGivesSoundExamplesOrErrors() throws {
    let lines = try reference("corpus.txt")
    var tables = 0
    for line in lines where check(Array(try #require(Data(base64Encoded: line[0])))) { tables += 1 }
    #expect(lines.count > 100)
    #expect(tables > 10)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func mangledFilesGiveSoundExamplesOrErrors(seed: UInt64) {
    var stream = PhiloxStream(seed: seed, purpose: "test", name: "mangled")
    let good: [[UInt8]] = [
      [0] + Array("1 1:2 3:4 # x\n0 2:1\n1\n".utf8),
      [1, 0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 1] + [
        0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 2, 1, 2, 3, 4, 5, 6,
      ],
    ]
    var tables = 0
    for _ in 0..<1500 {
      var bytes = good[Int(stream.next(below: 2))]
      for _ in 0..<stream.next(below: 6) {
        let place = Int(stream.next(below: UInt64(bytes.count)))
        switch stream.next(below: 3) {
        case 0 where bytes.count > 1: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: stream.next())
        default:
          let piece = Self.pieces[Int(stream.next(below: UInt64(Self.pieces.count)))]
          bytes.insert(contentsOf: piece, at: place)
        }
      }
      if check(bytes) { tables += 1 }
    }
    #expect(tables > 100)
  }
}
