import SpecLanguage

/// Whose trials a search by tree-structured Parzen estimators repeats.
public enum TPEVersion: Int, Hashable, Sendable, CaseIterable {
  /// Optuna 4.9.0: each hyperparameter for itself.
  case four = 4
  /// Optuna 5.0.0: all hyperparameters together, sorted by name.
  case five = 5
}

/// Search by tree-structured Parzen estimators.
struct TPESampling: SamplingMethod {
  let seed: UInt32
  var startTrials = 10
  var randomTrials: Int? { startTrials }
  var version = TPEVersion.four

  var kind: SamplerKind { .tpe }
  var options: [JSONLiteral.Member] {
    [
      .init(key: "seed", value: .whole(Int(seed))),
      .init(key: "startup_trials", value: .whole(startTrials)),
      .init(key: "optuna", value: .whole(version.rawValue)),
    ]
  }
  var isAdaptive: Bool { true }

  /// Seeds of studies beyond 2³² − 1 go on at 0.
  func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler {
    TPESampler(
      space, seed: seed &+ UInt32(truncatingIfNeeded: study), startTrials: startTrials,
      version: version)
  }
}

extension SamplerKind {
  /// Tree-structured Parzen estimators.
  public static let tpe = SamplerKind(
    "tpe", summary: "points where good trials were denser than others, trial for trial Optuna's",
    source:
      "Bergstra et al. 2011, Algorithms for Hyper-Parameter Optimization; Optuna 4.9.0 and 5.0.0"
  ) { keys in
    let seed = keys.samplerSeed()
    let startTrials = keys.optional(
      "startup_trials", .whole(1...10_000), default: 10,
      "random trials that finish before the others are chosen by what they gave")
    let version = keys.optional(
      "optuna", .whole(4...5), default: .whole(TPEVersion.four.rawValue),
      "whose trials it repeats: 4 for Optuna 4.9.0, 5 for 5.0.0")
    guard let seed, let startTrials, let version = version.flatMap(TPEVersion.init(rawValue:))
    else { return nil }
    return TPESampling(seed: seed, startTrials: startTrials, version: version)
  }
}

extension SamplerConfiguration {
  /// Tree-structured Parzen estimators.
  ///
  /// - Parameter startTrials: how many random trials finish first, at least 1.
  public static func tpe(
    seed: UInt32, startTrials: Int = 10, version: TPEVersion = .four
  ) -> SamplerConfiguration {
    SamplerConfiguration(TPESampling(seed: seed, startTrials: startTrials, version: version))
  }
}
