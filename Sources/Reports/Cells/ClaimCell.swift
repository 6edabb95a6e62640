import Analysis
import Diagnostics
import SpecLanguage
import Specs

/// A sentence of the author's that the data must carry.
package struct ClaimCell: ComposedCell {
  package static let key = "claim"
  /// What is said, plain text.
  let text: String
  /// What it comes to.
  let claim: Claim
  /// The problems that it is claimed of.
  let problems: ClaimedProblems
  /// Whether a run fails that does not support it.
  let isRequired: Bool
  /// What the text calls it.
  let id: String?
  /// Where the spec says it.
  let places: ClaimPlaces

  package static func asked(of keys: Keys) -> ClaimCell? {
    let text = keys.required(key, .line, "what is claimed, plain text")
    let quantity = keys.optional(
      "quantity", .choice(Quantity.claimable.map { ($0.rawValue, $0) }, of: "quantity"),
      default: .text(Quantity.epochsToTarget.rawValue), "quantity that is compared")
    let better = keys.required("better", .only("optimizer"), "optimizer that is said to be better")
    let than = keys.required("than", .only("optimizer"), "optimizer that it is compared with")
    let problem = keys.optional("problem", .only("problem"), "problem that it is claimed of")
    let problems = keys.optional(
      "problems",
      .either(
        .choice([("all", ClaimedProblems.all)]), Shape<[Int]>.problems.map { .some($0) }),
      default: "all", "problems that it is claimed of, each of them")
    let isAcross = keys.optional(
      "across", .flag, default: false, "whether it is claimed of the problems as a sample")
    let by = keys.optional(
      "by", .number(NumberDomain(lower: 0, lowerOpen: true)),
      "least factor (times, losses) or difference (metrics, decades) by which it is better")
    let isEqual = keys.optional(
      "equal", .flag, default: false, "whether the two are said to be practically equal")
    let isRequired = keys.optional(
      "require", .flag, default: false, "whether a run fails that does not support the claim")
    let id = keys.id(of: key, "name for references")
    if let id, id.allSatisfy(\.isNumber) {
      keys.fault(
        at: "id", "the id \(id.quoted) is what another claim is called by its number",
        "begin it with a letter")
    }
    if isAcross == true, problem != nil {
      keys.fault(
        at: "across", "one problem is no sample of problems",
        "leave 'across' or 'problem' out, or name several in 'problems'")
      return nil
    }
    if problem != nil, keys.subject?.members["problems"] != nil {
      keys.fault(at: "problems", "'problem' and 'problems' exclude each other", "leave one out")
      return nil
    }
    guard let text, let quantity, let better, let than, let isAcross, let isEqual, let isRequired,
      let problems
    else { return nil }
    if better == than {
      keys.fault(at: "than", "an optimizer is compared with itself", "name another one")
      return nil
    }
    if isEqual, by != nil {
      keys.fault(at: "by", "what is equal is better by nothing", "leave 'by' or 'equal' out")
      return nil
    }
    if let by, quantity.isRatioScaled, by < 1 {
      keys.fault(at: "by", "'by' is \(by) for a ratio", "expected a factor of at least 1")
      return nil
    }
    return ClaimCell(
      text: text,
      claim: Claim(
        quantity: quantity, better: better, than: than, problems: [], by: by, isEqual: isEqual,
        isAcross: isAcross),
      problems: problem.map { .some([$0]) } ?? problems, isRequired: isRequired, id: id,
      places: ClaimPlaces(keys))
  }

  /// The claim on a plan with so many problems.
  func claim(problemCount: Int) -> Claim {
    var claim = claim
    claim.problems =
      switch problems {
      case .all: Array(0..<problemCount)
      case .some(let problems): problems
      }
    return claim
  }

  func blocks(in composer: inout ReportComposer) -> [Block] {
    guard let (number, judgement) = composer.nextClaim() else { return [] }
    composer.note(id, label: "Claim \(number)", anchor: "claim-\(number)")
    return [
      ClaimWords(composer.comparison, self, judgement, number: number).block
    ]
  }
}

/// Where the parts of a claim stand in the spec, in bytes, for faults that only the data show.
struct ClaimPlaces: Sendable {
  /// The quantity, or the whole claim where that is left out.
  let quantity: Range<Int>
  /// The optimizer that is said to be better, and the other one.
  let better: Range<Int>, than: Range<Int>
  /// By how much one is better.
  let by: Range<Int>
  /// That it is about the problems as a sample.
  let across: Range<Int>

  fileprivate init(_ keys: Keys) {
    quantity = keys.range(of: "quantity")
    better = keys.range(of: "better")
    than = keys.range(of: "than")
    by = keys.range(of: "by")
    across = keys.range(of: "across")
  }
}

/// The problems that a claim is about.
enum ClaimedProblems: Sendable {
  /// All, whose number is known later.
  case all
  /// These, by position.
  case some([Int])
}

extension Quantity {
  /// The quantities that a claim can be about.
  fileprivate static let claimable: [Quantity] = [
    .epochsToTarget, .trainLoss, .validationLoss, .testLoss, .testMetric, .validationMetric,
    .bestValidationLoss, .gradientEvaluations, .basinWidth,
  ]
}
