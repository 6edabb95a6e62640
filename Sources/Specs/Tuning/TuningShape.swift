import Kernels
import SpecLanguage
import Tuning

/// The keys of `tuning` with their values.
package struct TuningFields: Sendable {
  package var spec: TuningSpec
  /// What is searched for in every optimizer that has it.
  package var space: [SpaceEntry]

  /// The most trials of one search, unless limits are lifted.
  static let mostTrials = 10_000
  /// The most searches of one optimizer on one problem.
  static let mostStudies = 100

  package static let shape = Shape<TuningFields>.object("tuning") { keys in
    let sampler = keys.required("sampler", SamplerConfiguration.shape, "what chooses settings")
    let trials = keys.required(
      "trials", .whole(1...mostTrials), "settings that each search tries")
    let seeds = keys.optional(
      "seeds", TuningSeeds.shape, default: 3,
      "repetitions that settings are tried on, none of the experiment's; a count n means n from "
        + "\(grouped(TuningSeeds.first)) on; \"shared\": the script's one stream, under 'numpy_legacy'"
    )
    let studies = keys.optional(
      "studies", .whole(1...mostStudies), default: 1,
      "searches of each optimizer on each problem; the row is the one with the median result")
    let objective: TuningObjective? = keys.optional(
      "objective", .choice(), default: .text(TuningObjective.validationLoss.rawValue),
      "what is made small: its median over the tuning seeds; a test function's value in any case")
    let space = keys.optional(
      "space", .space, default: [:], "ranges of hyperparameters, for every optimizer that has them")
    guard let sampler, let trials, let seeds, let studies, let objective, let space else {
      return nil
    }
    if studies > 1, !sampler.hasChance {
      keys.fault(
        at: "studies", "\(studies) studies of a \(sampler.kind.name) would be the same",
        "leave 'studies' out, or choose another sampler")
      return nil
    }
    return TuningFields(
      spec: TuningSpec(
        sampler: sampler, trials: trials, studies: studies, seeds: seeds, objective: objective),
      space: space)
  }
}

extension TuningSeeds {
  /// A count, a list, an object with `first` and `count`, or "shared".
  static let shape = Shape<TuningSeeds>.either(
    .choice([("shared", .shared)]), counted, listed)

  private static let counted = Shape<Int>.whole(1...10_000).map { count -> TuningSeeds in
    .fresh((first..<first + count).map { UInt32($0) })
  }

  private static let listed = SeedRange.listedOrConsecutive.map { TuningSeeds.fresh($0.values) }
}
