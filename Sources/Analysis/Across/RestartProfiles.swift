import Kernels
import Statistics

/// The share of targets that each contender has reached after so many epochs, over all problems and their
/// targets, with simulated restarts: the empirical cumulative distribution of COCO (Hansen, Auger,
/// Brockhoff and Tušar, "Anytime Performance Assessment in Blackbox Optimization Benchmarking", IEEE
/// Transactions on Evolutionary Computation 26, 2022).
///
/// Problems count the same, those on the same rows as one, and within a problem every target. A target
/// that no run of a contender reached is never reached.
public struct RestartProfiles: Sendable {
  /// A place where a share rises.
  public struct Step: Hashable, Sendable {
    /// The epochs spent.
    public let epochs: Double
    /// The share that is reached by then.
    public let share: Double
  }

  /// At least how many simulated runs there are of each contender for each target.
  public static let runCount = 1000

  /// The steps by contender, from the first arrival on.
  public let curves: [[Step]]

  /// The shares of contenders on some problems.
  ///
  /// - Parameter names: the contenders; each has runs on all problems.
  public init(_ problems: [ProblemComparison], names: [String]) {
    let sources = problems.sources
    curves = names.map { name in
      var units: [Unit] = []
      for source in sources {
        let part = 1 / Double(sources.count * source.count)
        for problem in source.map({ problems[$0] }) {
          units += problem.simulatedUnits(of: name, part: part)
        }
      }
      return Self.steps(units)
    }
  }

  /// The simulated runs to one target of one problem.
  fileprivate struct Unit {
    /// When they arrive; none where no run did.
    var epochs: [Double]
    /// What they are worth together.
    var part: Double
  }

  /// The shares at every time at which somebody arrived, from counts, so that no rounding adds up.
  private static func steps(_ units: [Unit]) -> [Step] {
    let arrivals = units.enumerated().flatMap { unit in
      unit.element.epochs.map { (epochs: $0, unit: unit.offset) }
    }.sorted { ($0.epochs, $0.unit) < ($1.epochs, $1.unit) }
    var counts = units.map { _ in 0 }
    var steps: [Step] = []
    for (place, arrival) in arrivals.enumerated() {
      counts[arrival.unit] += 1
      let isLast = place + 1 == arrivals.count || arrivals[place + 1].epochs > arrival.epochs
      guard isLast else { continue }
      let share = zip(units, counts).reduce(0) { sum, unit in
        let (unit, count) = unit
        return count == 0 ? sum : sum + unit.part * Double(count) / Double(unit.epochs.count)
      }
      steps.append(Step(epochs: arrival.epochs, share: min(1, share)))
    }
    return steps
  }

  /// The share that a contender has reached after so many epochs.
  public func share(of contender: Int, within epochs: Double) -> Double {
    curves[contender].last { $0.epochs <= epochs }?.share ?? 0
  }
}

extension ProblemComparison {
  /// The targets that are reached after the start, from the easiest to the hardest.
  public var restartTargets: [Int] {
    targetsByDifficulty.filter { !targets[$0].isMetAtStart && !targets[$0].isMissing }
  }

  /// The simulated runs of a contender to each target of a problem that is worth `part`.
  fileprivate func simulatedUnits(of name: String, part: Double) -> [RestartProfiles.Unit] {
    guard let contender = position(of: name), !contenders[contender].runs.isEmpty else { return [] }
    return restartTargets.compactMap { target in
      let spent = spent(by: contender, to: target)
      guard !spent.isEmpty else { return nil }
      // All contenders restart with the same draws.
      var stream = PhiloxStream(seed: 0, purpose: "restarts", name: "\(self.name) \(target)")
      let epochs = simulatedRestarts(
        times: targets[target].epochs[contender].values,
        spent: spent, repeats: (RestartProfiles.runCount + spent.count - 1) / spent.count,
        stream: &stream)
      return RestartProfiles.Unit(epochs: epochs, part: part / Double(restartTargets.count))
    }
  }
}
