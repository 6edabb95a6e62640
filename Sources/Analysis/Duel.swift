import Statistics

/// Whether one optimizer needs less of something than another, by the interval of a paired effect.
package enum Verdict: Equatable {
  /// The whole interval is on the first one's side.
  case less
  /// The whole interval is on the other one's side.
  case more
  /// The interval holds "no effect".
  case undecided
  /// There are too few seeds for an interval.
  case tooFewSeeds

  /// The verdict that an interval gives, where `neutral` means no effect.
  package init(_ interval: Interval?, neutral: Double) {
    guard let interval else {
      self = .tooFewSeeds
      return
    }
    if interval.high < neutral {
      self = .less
    } else if interval.low > neutral {
      self = .more
    } else {
      self = .undecided
    }
  }
}

extension ProblemComparison {
  /// The level of each of the intervals between all pairs of optimizers that holds them all together
  /// at 95 % (Bonferroni).
  package var simultaneousLevel: Double {
    let pairs = optimizers.count * (optimizers.count - 1) / 2
    return 1 - 0.05 / Double(max(1, pairs))
  }

  /// The optimizer that reaches target number `target` in the fewest epochs: the lowest median, then
  /// the most runs that arrived, then the spec's order. Nil when none of them has a finite median.
  package func fastest(target: Int) -> Int? {
    let summaries = targets[target].summaries
    guard summaries.count == optimizers.count else { return nil }
    let order = summaries.indices.sorted { one, other in
      (summaries[one].median, summaries[one].failures, one)
        < (summaries[other].median, summaries[other].failures, other)
    }
    guard let first = order.first, summaries[first].median.isFinite else {
      return nil
    }
    return first
  }

  /// The epochs to a target of optimizer `one`, as a share of those of `other`.
  ///
  /// The curves tell an epoch only up to the gap between two recorded ones. The interval allows for
  /// that: its lower end supposes that `one` arrived as early and `other` as late as they may have,
  /// its upper end the opposite.
  package func ratio(
    target: Int, of one: Int, to other: Int, bootstrap: MedianBootstrap
  ) -> PairedRatio? {
    let times = targets[target].times
    func ratio(_ values: [Double?], _ reference: [Double?]) -> PairedRatio? {
      PairedRatio(of: values, to: reference, level: simultaneousLevel, bootstrap: bootstrap)
    }
    let least = ratio(times.earliestEpochs(of: one), times.epochs(of: other))
    let most = ratio(times.epochs(of: one), times.earliestEpochs(of: other))
    guard var result = ratio(times.epochs(of: one), times.epochs(of: other)) else { return nil }
    if let low = least?.interval?.low, let high = most?.interval?.high {
      result.interval = Interval(low: low, high: high)
    }
    return result
  }

  /// The optimizers by their median of `quantity`, the best first, then by failures, then in the
  /// spec's order; those without such a quantity are left out.
  package func ranked(by quantity: Quantity) -> [Int] {
    let sign = quantity.worst(problem.metric) > 0 ? 1.0 : -1.0
    let keys = optimizers.indices.compactMap { index in
      optimizers[index].summaries[quantity].map { (sign * $0.median, $0.failures, index) }
    }
    return keys.sorted { $0 < $1 }.map(\.2)
  }

  /// How much higher `quantity` is with optimizer `one` than with `other`.
  package func difference(
    _ quantity: Quantity, of one: Int, to other: Int, bootstrap: MedianBootstrap
  ) -> PairedDifference? {
    guard let values = optimizers[one].values[quantity],
      let reference = optimizers[other].values[quantity]
    else { return nil }
    return PairedDifference(
      of: values, to: reference, worst: quantity.worst(problem.metric),
      level: simultaneousLevel, bootstrap: bootstrap)
  }
}
