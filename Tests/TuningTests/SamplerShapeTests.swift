import Diagnostics
import SpecLanguage
import Testing

@testable import Tuning

/// What a spec may say of a sampler.
@Suite struct SamplerShapeTests {
  private static func read(_ text: String) throws -> SamplerConfiguration? {
    let source = SourceText(name: "spec.json", bytes: Array(text.utf8))
    let value = try JSONReader.read(source)
    let decoding = Decoding(source: source)
    let sampler = SamplerConfiguration.shape.decode(value, as: Label(key: "sampler"), decoding)
    return decoding.error == nil ? sampler : nil
  }

  @Test func allKindsHaveDefaults() throws {
    #expect(try Self.read(#"{"kind": "grid"}"#) == .grid())
    #expect(try Self.read(#"{"kind": "grid", "points": 4}"#) == .grid(points: 4))
    #expect(try Self.read(#"{"kind": "random"}"#) == .random(seed: 0))
    #expect(try Self.read(#""halton""#) == .halton(seed: 0))
    #expect(try Self.read(#"{"kind": "halton", "seed": 4294967295}"#) == .halton(seed: .max))
    #expect(try Self.read(#"{"kind": "tpe", "seed": 42}"#) == .tpe(seed: 42))
    #expect(
      try Self.read(#"{"kind": "tpe", "startup_trials": 5, "optuna": 5}"#)
        == .tpe(seed: 0, startTrials: 5, version: .five))
  }

  @Test(arguments: [
    #"{"kind": "tpe", "optuna": 3}"#, #"{"kind": "tpe", "startup_trials": 0}"#,
    #"{"kind": "halton", "points": 3}"#, #"{"kind": "random", "seed": -1}"#,
    #"{"kind": "grid", "points": 1}"#, #"{"kind": "annealing"}"#,
  ])
  func faultsAreRejected(text: String) throws {
    #expect(try Self.read(text) == nil)
  }

  /// All that points depend on is in the text that names a search.
  @Test func optionsAreWrittenOut() {
    let texts = [
      SamplerConfiguration.tpe(seed: 1), .tpe(seed: 2), .tpe(seed: 1, startTrials: 3),
      .tpe(seed: 1, version: .five), .halton(seed: 1), .random(seed: 1), .grid(), .grid(points: 3),
    ].map { $0.canonical.canonical }
    #expect(Set(texts).count == texts.count)
    #expect(texts[2].contains("startup_trials"))
  }
}
