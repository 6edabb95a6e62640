import Specs
import Statistics

/// What changed between two reports.
///
/// All changes of numbers hold together (Holm 1979). Those that are the same bit by bit are no tests and
/// take no part: whether they are does not depend on the signs of the differences, which alone are random.
public struct ResultsDifference: Sendable {
  /// A setting with another value; nil on a side that does not have it.
  public struct SettingChange: Hashable, Sendable {
    /// What it is a setting of.
    public var subject: ContenderName
    /// Its name.
    public var name: String
    /// The values.
    public var old: String?, new: String?
  }

  /// A comparison of both answers with another verdict.
  public struct VerdictChange: Hashable, Sendable {
    /// The comparison as the new report makes it.
    public var comparison: ReportedResults.Comparison
    /// The old verdict, told of the same one.
    public var old: Verdict
  }

  /// A claim of both reports with another verdict.
  public struct ClaimChange: Hashable, Sendable {
    /// The claim as the new report has it.
    public var claim: ReportedResults.Claim
    /// The old verdict.
    public var old: String
  }

  /// The contenders that only one of them has.
  public let added: [ContenderName], removed: [ContenderName]
  /// The settings of what both have, where both tell them.
  public let settings: [SettingChange]
  /// The numbers that both have, in the order of the new report.
  public let numbers: [NumberChange]
  /// The verdicts of the answer.
  public let verdicts: [VerdictChange]
  /// The verdicts on claims.
  public let claims: [ClaimChange]

  /// Compares two reports.
  ///
  /// - Parameter margins: what counts as practically equal.
  public init(
    from old: ReportedResults, to new: ReportedResults, margins: Margins = .usual
  ) {
    let (before, after) = (Set(old.contenders), Set(new.contenders))
    added = new.contenders.filter { !before.contains($0) }
    removed = old.contenders.filter { !after.contains($0) }
    settings = Self.settings(from: old, to: new)
    verdicts = Self.verdicts(from: old, to: new)
    let claims = Dictionary(
      old.claims.map { ($0.text, $0.verdict) }, uniquingKeysWith: { first, _ in first })
    self.claims = new.claims.compactMap { claim in
      guard let verdict = claims[claim.text], verdict != claim.verdict else { return nil }
      return ClaimChange(claim: claim, old: verdict)
    }

    let reached = old.reachedTimes.union(new.reachedTimes)
    let drafts = new.contenders.flatMap {
      Self.drafts($0, from: old, to: new, reached: reached)
    }
    let tests = drafts.filter { !$0.isSame }
    let family = HolmFamily(probabilities: tests.map(\.probability))
    var place = 0
    numbers = drafts.map { draft in
      if draft.isSame { return draft.change(adjusted: 1, level: 0.95, size: 0, margins: margins) }
      defer { place += 1 }
      return draft.change(
        adjusted: family.adjusted[place], level: family.levels[place], size: tests.count,
        margins: margins)
    }
  }

  /// What is compared of a contender: the time to the first target that anybody reached, the training loss at the
  /// end, and the test metric.
  private static func drafts(
    _ contender: ContenderName, from old: ReportedResults, to new: ReportedResults,
    reached: Set<ReachedTime>
  ) -> [NumberChangeDraft] {
    guard let before = old.observations[contender], let after = new.observations[contender] else {
      return []
    }
    let metric = new.metric(on: contender.problem) ?? old.metric(on: contender.problem)
    let targets = before.keys.filter { quantity in
      if case .timeToTarget = quantity { after[quantity] != nil } else { false }
    }.sorted { $0.rawValue < $1.rawValue }
    let quantities =
      [
        targets.first { reached.contains(ReachedTime(problem: contender.problem, time: $0)) },
        .trainLoss, metric == nil ? nil : .testMetric,
      ].compactMap { $0 }
    return quantities.compactMap { quantity in
      guard let one = before[quantity], let other = after[quantity] else { return nil }
      return NumberChangeDraft(
        contender, quantity, metric: metric,
        dependsOnSeed: new.dependsOnSeed(on: contender.problem)
          || old.dependsOnSeed(on: contender.problem), old: one, new: other)
    }
  }

  private static func settings(
    from old: ReportedResults, to new: ReportedResults
  ) -> [SettingChange] {
    guard let before = old.settings, let after = new.settings else { return [] }
    return settings(from: before, to: after)
  }

  /// The settings with another value, of the problems and optimizers that both have.
  public static func settings(
    from before: [ReportedResults.Setting], to after: [ReportedResults.Setting]
  ) -> [SettingChange] {
    let subjects = Set(before.map(\.subject)).intersection(after.map(\.subject))
    func key(_ setting: ReportedResults.Setting) -> SettingChange {
      SettingChange(subject: setting.subject, name: setting.name)
    }
    let (olds, news) = (
      Dictionary(before.map { (key($0), $0.value) }, uniquingKeysWith: { first, _ in first }),
      Dictionary(after.map { (key($0), $0.value) }, uniquingKeysWith: { first, _ in first })
    )
    // In the order of the new report, then what only the old one has.
    let keys = after.map(key) + before.map(key).filter { news[$0] == nil }
    return keys.compactMap { key in
      guard subjects.contains(key.subject), olds[key] != news[key] else { return nil }
      return SettingChange(
        subject: key.subject, name: key.name, old: olds[key], new: news[key])
    }
  }

  private static func verdicts(
    from old: ReportedResults, to new: ReportedResults
  ) -> [VerdictChange] {
    struct Pair: Hashable {
      var problem: String
      var isTime: Bool
      var one: String, other: String
    }
    func pair(_ comparison: ReportedResults.Comparison, isTurned: Bool = false) -> Pair {
      let names = (comparison.optimizer, comparison.rival)
      // The answer has one time a problem, whichever target that is to.
      return Pair(
        problem: comparison.problem, isTime: !comparison.quantity.isMetric,
        one: isTurned ? names.1 : names.0, other: isTurned ? names.0 : names.1)
    }
    let known = Dictionary(
      old.comparisons.flatMap {
        [(pair($0), $0.verdict), (pair($0, isTurned: true), $0.verdict.reversed)]
      }, uniquingKeysWith: { first, _ in first })
    return new.comparisons.compactMap { comparison in
      guard let verdict = known[pair(comparison)], verdict != comparison.verdict else {
        return nil
      }
      return VerdictChange(comparison: comparison, old: verdict)
    }
  }
}

extension ResultsDifference.SettingChange {
  fileprivate init(subject: ContenderName, name: String) {
    self.init(subject: subject, name: name, old: nil, new: nil)
  }
}

/// A time to a target that some run on a problem has.
private struct ReachedTime: Hashable {
  var problem: String
  var time: Quantity
}

extension ReportedResults {
  fileprivate var reachedTimes: Set<ReachedTime> {
    var reached: Set<ReachedTime> = []
    for (name, observed) in observations {
      for (quantity, values) in observed where values.values.contains(where: { $0 != nil }) {
        if case .timeToTarget = quantity {
          reached.insert(ReachedTime(problem: name.problem, time: quantity))
        }
      }
    }
    return reached
  }
}
