import Analysis
import Datasets
import Diagnostics
import Kernels

/// What a supervisor would ask about how the experiment was laid out, said unasked.
struct DesignCaveats {
  let comparison: Comparison

  private var problems: [ProblemComparison] { comparison.problems }

  var sentences: [[Inline]] {
    [notHeldOut, sharedData, wideBatches, manyClasses, smallDifferences].compactMap { $0 }
  }

  private func listed(_ chosen: [ProblemComparison]) -> [Inline] {
    Lists.problems(chosen.map(\.name))
  }

  private var notHeldOut: [Inline]? {
    let chosen = problems.filter { ($0.problem.sizes?.test ?? 1) == 0 }
    guard !chosen.isEmpty else { return nil }
    return ["No rows are held out for a test on "] + listed(chosen)
      + [": nothing is told of what was learned."]
  }

  /// Problems that are variants of one table are not a sample of problems.
  private var sharedData: [Inline]? {
    var order: [String] = []
    var groups: [String: [ProblemComparison]] = [:]
    for problem in problems {
      guard let key = problem.sourceKey else { continue }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(problem)
    }
    let shared = order.compactMap { groups[$0] }.filter { $0.count > 1 }
    guard !shared.isEmpty else { return nil }
    let parts = shared.map { group in listed(group) }
    return ["The same rows are behind "] + Lists.joined(Array(parts.prefix(Lists.most)))
      + [": these are not independent problems, and across problems they count once."]
  }

  private var wideBatches: [Inline]? {
    let chosen = problems.filter { problem in
      guard let sizes = problem.problem.sizes,
        case .examples(let size) = problem.problem.spec.budget.batchSize
      else { return false }
      return size > sizes.training
    }
    guard !chosen.isEmpty else { return nil }
    return ["The batch is larger than the training set on "] + listed(chosen)
      + [": every update sees all of it."]
  }

  private var manyClasses: [Inline]? {
    let chosen = problems.filter { problem in
      guard case .classes(_, let names)? = problem.problem.dataset?.target else { return false }
      return names.count >= 24 && names.allSatisfy { Double($0) != nil }
    }
    guard !chosen.isEmpty else { return nil }
    return ["The target of "] + listed(chosen)
      + [" has dozens of classes that are numbers: is it a regression?"]
  }

  /// Accuracies that differ clearly, but by less than one row of the test.
  private var smallDifferences: [Inline]? {
    let chosen = problems.indices.filter { number in
      let problem = problems[number]
      guard problem.problem.metric?.isHigherBetter == true, let rows = problem.problem.sizes?.test,
        rows > 0
      else { return false }
      return comparison.family.comparisons(on: number, by: .testMetric).contains {
        $0.verdict.isClear && RowDifference.isBelowOne($0.effect, of: rows)
      }
    }
    guard !chosen.isEmpty else { return nil }
    return ["Accuracies that are told apart differ by less than one test row on "]
      + listed(chosen.map { problems[$0] }) + ["."]
  }
}

/// How a difference of accuracies compares with what one test row makes.
enum RowDifference {
  /// Whether a difference is smaller than one of `rows`; shares of rows are rounded, and so is their difference.
  static func isBelowOne(_ difference: Double, of rows: Int) -> Bool {
    difference.magnitude * Double(rows) < 1 - 1e-9
  }
}
