import SpecLanguage

/// Which statistic of the seeds a figure shows.
enum ShownStatistic: String, Hashable, Sendable, CaseIterable {
  /// The median with quantiles: failures count as the worst value.
  case median
  /// The mean with one standard deviation to both sides, of optimizers none of whose runs failed.
  case meanAndDeviation = "mean_sd"

  /// Asks for it.
  static func asked(of keys: Keys) -> ShownStatistic? {
    keys.optional(
      "statistic", .choice(), default: .text(ShownStatistic.median.rawValue),
      "what is shown of the seeds: the median, or the mean with one standard deviation where no "
        + "run failed")
  }
}
