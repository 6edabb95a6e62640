import Analysis

/// The author's claims with what the runs say of them, one row a test that they rest on.
struct ClaimsTable {
  let comparison: Comparison
  let claims: [(cell: ClaimCell, judgement: ClaimJudgement)]

  /// The file.
  var bytes: [UInt8] {
    var table = CSVText(header: [
      "claim", "text", "require", "verdict", "problem", "n", "effect", "low", "high", "adjusted_p",
      "problem_verdict",
    ])
    for (number, claim) in claims.enumerated() {
      for part in claim.judgement.parts {
        table.append(claim.cell.id ?? String(number + 1))
        table.append(claim.cell.text)
        table.append(claim.cell.isRequired ? "true" : "false")
        table.append(claim.judgement.verdict.rawValue)
        table.append(part.problem.map { comparison.problems[$0].name } ?? "")
        table.append(part.count)
        table.append(part.effect)
        table.append(part.interval?.low)
        table.append(part.interval?.high)
        table.append(part.adjustedProbability)
        table.append(part.verdict.rawValue)
        table.endRow()
      }
    }
    return table.bytes
  }
}
