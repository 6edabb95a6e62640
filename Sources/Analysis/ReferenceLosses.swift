import Experiments
import Specs
import Training

/// The loss that the automatic targets of a problem lie on the way to, seed by seed: one that does not
/// depend on who competes, where there is one.
public struct ReferenceLosses: Hashable, Sendable {
  /// What the loss is.
  public enum Kind: Hashable, Sendable {
    /// The least training loss that there is.
    case optimum
    /// The loss at the end of the contender at this position.
    case contender(Int)
    /// A loss that the spec names.
    case loss(Double)
  }

  /// What the loss is.
  public let kind: Kind
  /// The loss by seed, finite; none where the contender that gives it diverged.
  let losses: [UInt32: Double]

  /// - Parameters:
  ///   - runs: the runs by contender.
  ///   - yardsticks: what is known of the problem without running it, by seed.
  ///   - baseline: the position in the spec of the optimizer to refer to where there is no optimum.
  init(
    _ problem: PlannedProblem, runs: [[SeededRun]], yardsticks: [UInt32: Yardsticks],
    baseline: Int?
  ) {
    switch problem.spec.reference {
    case .loss(let loss):
      self.init(.loss(loss), Dictionary(uniqueKeysWithValues: problem.seeds.map { ($0, loss) }))
    case .optimizer(let name):
      self.init(endOf: problem.contenders.firstIndex { $0.name == name } ?? 0, runs)
    case .automatic:
      // Seeds must not mix two references.
      let optima = yardsticks.compactMapValues(\.optimum?.loss)
      // With decay the optimum of the loss is not what is looked for.
      let hasDecay = problem.contenders.contains { $0.configuration.hasDecay }
      if optima.count == problem.seeds.count, !hasDecay {
        self.init(.optimum, optima)
      } else {
        let first = problem.contenders.firstIndex { $0.optimizer == baseline ?? 0 } ?? 0
        self.init(endOf: Self.steadiest(runs, from: first), runs)
      }
    }
  }

  init(_ kind: Kind, _ losses: [UInt32: Double]) {
    self.kind = kind
    self.losses = losses
  }

  /// The contender that the fewest runs of diverged, of several the one at `first`, or the first in the plan:
  /// who diverges leaves no loss to refer to.
  private static func steadiest(_ runs: [[SeededRun]], from first: Int) -> Int {
    let failures = runs.map { runs in
      runs.isEmpty ? Int.max : runs.count { $0.outcome.status == .diverged }
    }
    guard failures.indices.contains(first), let fewest = failures.min(), failures[first] > fewest
    else { return first }
    return failures.firstIndex(of: fewest) ?? first
  }

  private init(endOf contender: Int, _ runs: [[SeededRun]]) {
    let ends = runs.indices.contains(contender) ? runs[contender] : []
    self.init(
      .contender(contender),
      Dictionary(
        uniqueKeysWithValues: ends.filter { $0.outcome.status != .diverged }
          .map { ($0.seed, $0.outcome.trainLoss) }))
  }
}
