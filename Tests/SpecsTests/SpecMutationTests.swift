import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SpecLanguage
@testable import Specs

/// Thousands of damaged specs: none crashes, none takes long, and each fault can be shown.
struct SpecMutationTests {
  /// A small generator with a fixed seed, so that a failure comes again (SplitMix64, Steele et al. 2014).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let good = Array(
    #"""
    {
      "name": "a", "title": "é 학습", "seeds": { "first": 0, "count": 20 }, "rng": "philox",
      "problems": [
        { "name": "p", "split": { "test": 0.2, "validation": 0.2 }, "targets": [3000, 1.5e3],
          "dataset": { "kind": "csv", "path": "table.csv", "target": "y", "task": "regression" },
          "model": { "kind": "linear", "l2": 0.1 }, "epochs": 2000, "batch_size": "full",
          "stop": { "patience": 5, "min_delta": 0, "watch": "train_loss" } }
      ],
      "optimizers": [
        { "name": "A", "kind": "nadam", "variant": "article", "learning_rate": 0.5,
          "schedule": { "kind": "step", "every": 10, "factor": 0.5, "warmup": 3 },
          "lookahead": { "k": 5, "alpha": 0.5 } }
      ]
    }
    """#.utf8)

  /// What is put into the text.
  static let pieces: [String] = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "null", "true", "-", "1e999", "0",
    "1", ".", "e", "\u{1B}[2J", "\u{202E}", "\u{301}", "👩‍🔬", "\t", "\n", "\r", "//", "'",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "\"kind\":",
    "\"x\": 1,",
    "9999999999999999999999", "\u{0}", "\u{FEFF}",
  ]

  static func mutated(_ generator: inout Generator) -> [UInt8] {
    var bytes = good
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes.remove(at: start)
      case 1: bytes[start] = UInt8.random(in: .min ... .max, using: &generator)
      case 2: bytes.removeSubrange(start..<end)
      case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default:
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &generator)]
        bytes.replaceSubrange(start..<end, with: Array(piece.utf8))
      }
    }
    return bytes
  }

  @Test("the undamaged spec is good")
  func undamaged() throws {
    _ = try SpecSchemaTests.decode(String(decoding: Self.good, as: UTF8.self))
  }

  @Test("damaged specs", arguments: 0..<4)
  func damaged(seed: UInt64) throws {
    var generator = Generator(state: seed)
    var rejected = 0
    for _ in 0..<2_500 {
      let bytes = Self.mutated(&generator)
      do throws(InputError) {
        _ = try SpecSchemaTests.decode(bytes)
      } catch {
        rejected += 1
        let shown = error.rendered()
        #expect(!error.diagnostics.isEmpty)
        #expect(!shown.unicodeScalars.contains { $0.isDeceptive && $0 != "\n" })
        let places = error.diagnostics.compactMap(\.place)
        #expect(places.map(\.line) == places.map(\.line).sorted())
      }
    }
    #expect(rejected > 1_500)
  }

  @Test(
    "what a fuzzer (Tests/sanitize corpus spec) found to reach all branches is decoded or refused with faults that can be shown"
  )
  func corpus() throws {
    let inputs = try References().text("fuzz_corpus.txt").split(separator: "\n")
    #expect(inputs.count > 100)
    for input in inputs {
      let bytes = try #require(Data(base64Encoded: String(input)))
      do throws(InputError) {
        _ = try SpecSchemaTests.decode(Array(bytes))
      } catch {
        #expect(!error.diagnostics.isEmpty)
        #expect(!error.rendered().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      }
    }
  }
}
