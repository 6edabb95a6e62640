import Kernels

/// How many decades of learning rates around the best one are nearly as good: what a coarse search
/// may miss by and still find.
///
/// The loss is taken to be linear in log rate between neighbouring trials. The basin is the
/// connected set of rates around the best trial whose loss is within the tolerance. A trial that
/// diverged ends it at the last one that did not, although the true end lies between the two.
public struct BasinWidth: Hashable, Sendable {
  /// log₁₀ high − log₁₀ low, at least 0.
  public let decades: Double
  /// The best rate that was tried.
  public let best: Double
  /// The least rate of the basin.
  public let low: Double
  /// The greatest rate of the basin.
  public let high: Double
  /// Whether the basin begins at the least rate that was tried, so that it may go on below.
  public let isLowOpen: Bool
  /// Whether the basin ends at the greatest rate that was tried, so that it may go on above.
  public let isHighOpen: Bool

  /// Whether the width is a lower bound: at least so many decades.
  public var isLowerBound: Bool { isLowOpen || isHighOpen }

  /// Measures the basin of the best trial.
  ///
  /// Of several best trials in different basins the one in the widest counts, then the one at the
  /// least rate.
  ///
  /// - Parameters:
  ///   - rates: the learning rates tried, in any order, finite and above 0. Where one was tried
  ///     several times its least loss counts.
  ///   - losses: the loss at each rate; one that is not finite is that of a trial that diverged.
  ///   - tolerance: what counts as nearly as good.
  /// - Returns: nil where all trials diverged or there is none, where a rate is not above 0, and
  ///   where the tolerance has no meaning, such as a share of a best loss that is 0.
  public init?(
    rates: [Double], losses: [Double], tolerance: BasinTolerance = .ofBest(0.05)
  ) {
    guard rates.count == losses.count, rates.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      return nil
    }
    let trials = Self.trials(rates: rates, losses: losses)
    let best = trials.map(\.loss).min() ?? .infinity
    guard best.isFinite, let limit = tolerance.limit(best: best) else { return nil }
    let basins = trials.indices.filter { trials[$0].loss == best }
      .map { Self(around: $0, of: trials, limit: limit) }
    guard var widest = basins.first else { return nil }
    // Equal widths may differ by rounding.
    for basin in basins where basin.decades > widest.decades + 1e-9 { widest = basin }
    self = widest
  }

  /// The basin that holds the trial at a place.
  private init(around place: Int, of trials: [Trial], limit: Double) {
    let below = Self.end(of: trials[...place].reversed(), limit: limit)
    let above = Self.end(of: Array(trials[place...]), limit: limit)
    best = trials[place].rate
    (low, isLowOpen) = (below.rate, below.isOpen)
    (high, isHighOpen) = (above.rate, above.isOpen)
    decades = (above.place - below.place) / log(10)
  }

  /// The trials by rising rate, each rate once.
  private static func trials(rates: [Double], losses: [Double]) -> [Trial] {
    let sorted = zip(rates, losses)
      .map { Trial(rate: $0, place: log($0), loss: $1.isFinite ? $1 : .infinity) }
      .sorted { ($0.rate, $0.loss) < ($1.rate, $1.loss) }
    return sorted.indices.filter { $0 == 0 || sorted[$0].rate != sorted[$0 - 1].rate }
      .map { sorted[$0] }
  }

  /// Where the loss exceeds the limit on the way along some trials, whose first is within it.
  private static func end(of trials: [Trial], limit: Double) -> BasinEnd {
    guard let outer = trials.indices.first(where: { trials[$0].loss > limit }) else {
      let last = trials[trials.count - 1]
      return BasinEnd(rate: last.rate, place: last.place, isOpen: true)
    }
    let (inside, outside) = (trials[outer - 1], trials[outer])
    let share = (limit - inside.loss) / (outside.loss - inside.loss)
    guard share > 0 else { return BasinEnd(rate: inside.rate, place: inside.place, isOpen: false) }
    let place = inside.place + share * (outside.place - inside.place)
    return BasinEnd(rate: exp(place), place: place, isOpen: false)
  }
}

/// A learning rate with its logarithm and its loss.
private struct Trial {
  let rate: Double
  let place: Double
  let loss: Double
}

/// One end of a basin.
private struct BasinEnd {
  let rate: Double
  let place: Double
  let isOpen: Bool
}
