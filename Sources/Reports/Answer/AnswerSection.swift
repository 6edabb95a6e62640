import Analysis
import Statistics

extension ReportSection {
  /// Who wins, by how much, how sure.
  static let answer = ReportSection("answer") { composer in
    AnswerSection(comparison: composer.comparison).blocks(&composer.numbering)
  }
}

/// The answer: what the runs cannot carry, one sentence for the whole report, the verdicts at a glance,
/// at most two sentences a problem, and what a supervisor would ask.
struct AnswerSection {
  let comparison: Comparison

  /// The one sentence for the whole report.
  var statement: [Inline] { OverallStatement(comparison: comparison).sentence }

  func blocks(_ numbering: inout Numbering) -> [Block] {
    var blocks: [Block] = [Self.heading]
    let method = MethodStatement(comparison: comparison)
    blocks += method.limits.map { .paragraph($0) }
    if isTelling { blocks.append(.paragraph(statement)) }
    blocks += VerdictTable(comparison: comparison).tables(&numbering)
    blocks.append(.list(sentences))
    blocks += EffectTables(comparison: comparison).blocks
    let caveats = Caveats(comparison: comparison).sentences
    if !caveats.isEmpty {
      blocks.append(.paragraph([.strong(["Read with this in mind:"])]))
      blocks.append(.list(caveats))
    }
    let paragraph = method.paragraph
    return paragraph.isEmpty ? blocks : blocks + [.paragraph(paragraph)]
  }

  /// Whether the one sentence tells more than what the runs cannot carry, and more than the sentence
  /// about the only optimizer.
  private var isTelling: Bool {
    if comparison.problems.count == 1, comparison.problems[0].isUncontested { return false }
    return !comparison.problems.indices.allSatisfy {
      comparison.timeOutcome(on: $0) == .tooFewSeeds
    }
  }

  private var sentences: [[Inline]] {
    comparison.problems.indices.compactMap { number in
      let parts = [
        SpeedStatement(comparison: comparison, number: number).sentence,
        QualityStatement(comparison: comparison, number: number).sentence,
      ].compactMap { $0 }
      return parts.isEmpty ? nil : Array(parts.joined(separator: [" "]))
    }
  }

  private static let heading = Block.heading(level: 2, ["Answer"])

  /// Whether a document holds an answer.
  static func isIn(_ document: Document) -> Bool { document.blocks.contains(heading) }
}
