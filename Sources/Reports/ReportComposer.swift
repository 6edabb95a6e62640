import Analysis
import Experiments
import Specs

/// Puts the blocks of a report together, numbering figures and tables as they come.
struct ReportComposer {
  let comparison: Comparison
  /// The figures so far, in the order of the document.
  private(set) var figures: [ReportFigure] = []

  /// The figures that the spec asks for without there being anything to show.
  private(set) var gaps: [FigureGap] = []

  private let versions: [ToolVersion]
  private var maker: FigureMaker
  private var numbering = Numbering()

  init(_ comparison: Comparison, versions: [ToolVersion], look: FigureLook) {
    self.comparison = comparison
    self.versions = versions
    maker = FigureMaker(comparison, look: look)
  }

  private var spec: ExperimentSpec { comparison.plan.spec }

  /// The whole report: the cells that the spec lists, or the standard ones.
  mutating func document() -> Document {
    var blocks: [Block] = [.heading(level: 1, [.text(spec.title)])]
    if let authors = spec.authors { blocks.append(.paragraph([.emphasis([.text(authors)])])) }
    if let cells = spec.report.cells {
      if let description = spec.description { blocks.append(.authored(description)) }
      for cell in cells { blocks += self.blocks(of: cell) }
    } else {
      blocks += self.blocks(of: .section(.answer))
      if let description = spec.description {
        blocks += [.heading(level: 2, ["Question"]), .authored(description)]
      }
      for section in [ReportSection.results, .setup, .provenance] {
        blocks += self.blocks(of: .section(section))
      }
    }
    return Document(blocks)
  }

  private mutating func blocks(of cell: ReportCell) -> [Block] {
    switch cell {
    case .section(.answer): AnswerSection(comparison: comparison).blocks
    case .section(.results): results()
    case .section(.setup): setup()
    case .section(.provenance):
      ProvenanceSection(plan: comparison.plan, versions: versions).blocks
    case .markdown(let text): [.authored(text)]
    case .figure(let figure): asked(figure)
    case .table(let table):
      (table.problems ?? Array(comparison.problems.indices)).map { problem in
        self.table(table.kind, problem: problem)
      }
    }
  }

  /// Per problem: the loss curves, the final figures and the time to target.
  private mutating func results() -> [Block] {
    var blocks: [Block] = []
    for index in comparison.problems.indices {
      let name = comparison.problems[index].problem.spec.name
      blocks.append(.heading(level: 2, ["Results on ", .emphasis([.text(name)])]))
      var curves = FigureSpec(.lossCurves(LossCurvesContent()))
      curves.problems = [index]
      blocks += self.blocks(of: curves, mostCurves: LossCurves.mostCurves)
      blocks += [table(.final, problem: index), table(.target, problem: index)]
    }
    return blocks
  }

  private mutating func setup() -> [Block] {
    var blocks = SetupSection(plan: comparison.plan).blocks(&numbering)
    let steps = self.blocks(
      of: FigureSpec(.effectiveStep), mostCurves: LossCurves.mostCurves)
    if !steps.isEmpty { blocks += [.heading(level: 3, ["Effective step"])] + steps }
    return blocks
  }

  private mutating func table(_ kind: TableKind, problem: Int) -> Block {
    let problem = comparison.problems[problem]
    let tables = ResultTables(comparison: comparison)
    switch kind {
    case .final: return .table(tables.final(problem, number: numbering.nextTable()))
    case .target: return .table(tables.target(problem, number: numbering.nextTable()))
    }
  }

  /// The figures that a cell asks for; where there are none, the reader is told.
  private mutating func asked(_ spec: FigureSpec) -> [Block] {
    let blocks = blocks(of: spec, mostCurves: LossCurves.mostAskedCurves)
    guard blocks.isEmpty else { return blocks }
    let gap = FigureGap(id: spec.id, kind: spec.content.name, need: spec.content.need)
    gaps.append(gap)
    return [
      .paragraph([
        .strong(["Nothing to show:"]), " a figure of kind ", .code(gap.kind),
        .text(" needs \(gap.need)."),
      ])
    ]
  }

  private mutating func blocks(of figure: FigureSpec, mostCurves: Int) -> [Block] {
    let made = maker.figures(figure, mostCurves: mostCurves)
    figures += made
    return made.map { figure in
      figure.block(number: numbering.nextFigure(), formats: spec.report.formats)
    }
  }
}
