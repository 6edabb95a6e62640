import Diagnostics
import Datasets
import Experiments
import Training

/// What a reader must know of the classes of a problem: few examples of one, or parts without one.
struct ClassText {
  private let plan: Plan
  private let problem: Int
  private let names: [String]
  /// How many examples each class has.
  private let counts: [Int]

  /// More classes than these are not told one by one.
  private static let mostTold = 6
  /// A class with fewer examples is told of.
  private static let fewExamples = 10

  /// The classes of a problem; nil where it has none, or its model does not look at them.
  init?(_ plan: Plan, problem: Int) {
    let planned = plan.problems[problem]
    guard case .classes(let classes, let names)? = planned.dataset?.target,
      !planned.spec.model.ignoresTarget
    else { return nil }
    var counts = Array(repeating: 0, count: names.count)
    for place in classes { counts[place] += 1 }
    self.plan = plan
    self.problem = problem
    self.names = names
    self.counts = counts
  }

  /// Sentences without a full stop; none where all classes have many examples in every part.
  var remarks: [String] { [sizes, parts, missing].compactMap { $0 } }

  private var isStratified: Bool { plan.problems[problem].spec.split.isStratified }

  private var isUneven: Bool {
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    return least < Self.fewExamples || most > 10 * least
  }

  /// "2 classes: 29 examples of 0, 1 example of 1".
  private var sizes: String? {
    guard isUneven, let least = counts.min(), let most = counts.max() else { return nil }
    if names.count <= Self.mostTold {
      let parts = zip(counts, names).map { "\(examples($0)) of \($1)" }
      return "\(counted(names.count, "class", plural: "classes")): \(parts.joined(separator: ", "))"
    }
    let doubt =
      2 * names.count > counts.reduce(0, +)
      ? "; a number to be predicted is no class: \"task\": \"regression\" learns it" : ""
    return "\(names.count) classes, the smallest with \(examples(least)), the largest with "
      + "\(examples(most))\(doubt)"
  }

  /// "each class is split by itself, into training, validation and test rows: 19, 4, 5 of 0, …".
  private var parts: String? {
    guard isStratified else { return nil }
    let shares = plan.problems[problem].spec.split
    let start = "each class is split by itself, into training, validation and test rows"
    guard names.count <= Self.mostTold else { return start }
    let parts = zip(counts, names).map { count, name in
      let sizes = shares.sizes(exampleCount: count)
      return "\(sizes.training), \(sizes.validation), \(sizes.test) of \(name)"
    }
    return "\(start): \(parts.joined(separator: "; "))"
  }

  /// "with 4 of 6 seeds the training part has no example of class 1".
  private var missing: String? {
    // Only a small class can be left out by chance.
    guard isUneven, !isStratified, case .classes(let classes, _)? = target else { return nil }
    var lacking: Set<Int> = []
    var seeds = 0
    for run in plan.runs where run.problem == problem && run.contender == 0 {
      guard let rows = plan.request(for: run).rows?.training else { continue }
      let absent = Set(names.indices).subtracting(rows.lazy.map { classes[$0] })
      if !absent.isEmpty { seeds += 1 }
      lacking.formUnion(absent)
    }
    guard seeds > 0 else { return nil }
    let what =
      lacking.count == 1
      ? "class \(names[lacking.first ?? 0])" : "at least one class"
    let all = plan.spec.seeds.count
    let which =
      all == 1 ? "the one seed" : seeds == all ? "all \(all) seeds" : "\(seeds) of \(all) seeds"
    return "with \(which) the training part has no example of \(what)"
      + "; \"split\": { \"stratify\": true } splits each class by itself"
  }

  private var target: Target? { plan.problems[problem].dataset?.target }

  private func examples(_ count: Int) -> String { counted(count, "example") }
}
