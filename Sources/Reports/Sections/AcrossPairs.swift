import Analysis

/// The probability of improvement for each pair, folded away.
struct AcrossPairs {
  /// Two are in the table already; more than seven would need more than eight columns.
  private static let counts = 3...7

  private let across: AcrossProblems

  init(_ across: AcrossProblems) { self.across = across }

  /// None with a baseline, which alone is compared with.
  var blocks: [Block] {
    let names = across.sample.contenders
    guard across.baselineTests == nil, Self.counts.contains(names.count) else { return [] }
    let estimates = PairImprovements(across.sample).estimates
    let decimals = EffectText.decimals(
      forAll: estimates.joined().map { $0?.interval }
    ).map { min($0, 3) }
    let heading = [["faster than"]] + names.map { [Inline.strong([.text($0)])] }
    let rows = names.indices.map { one in
      [[Inline.text(names[one])]]
        + names.indices.map { other -> [Inline] in
          guard let told = estimates[one][other] else { return ["–"] }
          return [
            .text(EffectText.share(told.value, told.interval, decimals: decimals, neutral: 0.5))
          ]
        }
    }
    return [
      .details(
        summary: ["The probability that a run is faster, for each pair"],
        [
          .paragraph([
            "How likely a run of the optimizer of a row is faster than one of the column’s on the same ",
            "problem, the mean over the problems; a half where neither arrives. Brackets as above.",
          ]),
          .grid(
            Grid(
              alignments: [.left] + names.map { _ in .right },
              rows: [heading] + rows)),
        ])
    ]
  }
}
