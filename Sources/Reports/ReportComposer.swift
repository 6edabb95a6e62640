import Analysis
import Plotting
import Specs

/// Puts the blocks of a report together, numbering figures and tables as they come.
struct ReportComposer {
  let comparison: Comparison
  let versions: [ToolVersion]
  /// The figures so far, in the order of the document.
  private(set) var figures: [ReportFigure] = []
  /// The figures and tables that the spec asks for without there being anything to show.
  private(set) var gaps: [CellGap] = []
  /// The claims of the spec, all judged together, in the order of the document.
  private(set) var claims: [(cell: ClaimCell, judgement: ClaimJudgement)] = []
  private var claimCount = 0
  /// The labels and anchors of what the author gave an id.
  private var places: [String: (label: String, anchor: String)] = [:]
  /// The numbers in the author's text, by what stands between the braces, as they are shown.
  private(set) var values: [(source: String, text: String)] = []
  /// What the numbers in the author's text are.
  var numbers: InlineValues
  /// The works that the author's text cites.
  var citations: Citations
  /// The numbers of figures and tables that have been given out.
  var numbering = Numbering()

  private var maker: FigureMaker
  /// The names of tables' files that have been given out.
  private var tableNames = FileNames()

  init(_ comparison: Comparison, versions: [ToolVersion], look: FigureLook) {
    self.comparison = comparison
    self.versions = versions
    numbers = InlineValues(comparison: comparison)
    citations = Citations(comparison.plan.spec.report.bibliography)
    maker = FigureMaker(comparison, look: look)
    // Names that the spec gives are not given out again.
    for case let cell as TableCell in comparison.plan.spec.report.cells ?? [] {
      if let id = cell.spec.id { _ = tableNames.unique(prefix: id, name: "") }
    }
    let cells = (comparison.plan.spec.report.cells ?? []).compactMap { $0 as? ClaimCell }
    let judgements = comparison.judged(
      cells.map { $0.claim(problemCount: comparison.problems.count) })
    claims = Array(zip(cells, judgements))
  }

  /// The number and the judgement of the next claim of the document.
  mutating func nextClaim() -> (number: Int, judgement: ClaimJudgement)? {
    guard claimCount < claims.count else { return nil }
    claimCount += 1
    return (claimCount, claims[claimCount - 1].judgement)
  }

  private var spec: ExperimentSpec { comparison.plan.spec }

  /// The whole report: the cells that the spec lists, or the standard ones.
  mutating func document() -> Document {
    var blocks: [Block] = [.heading(level: 1, [.text(spec.title)])]
    if let authors = spec.authors { blocks.append(.paragraph([.emphasis([.text(authors)])])) }
    blocks += MissingStatement(comparison: comparison).blocks
    if let cells = spec.report.cells {
      blocks += introduction
      // Whoever reads a spec with other cells than `CellKinds.standard` writes them, too.
      for case let cell as any ComposedCell in cells { blocks += cell.blocks(in: &self) }
    } else {
      blocks += ReportSection.answer.blocks(&self)
      let introduction = introduction
      if !introduction.isEmpty { blocks += [.heading(level: 2, ["Question"])] + introduction }
      blocks += ReportSection.results.blocks(&self)
      blocks += ReportSection.tuning.blocks(&self)
      blocks += AcrossSection(comparison)?.blocks(&self) ?? []
      blocks += ReportSection.setup.blocks(&self) + ReportSection.provenance.blocks(&self)
    }
    blocks += citations.list
    return Document(blocks.map { named($0.mapped { resolved($0) }) })
  }

  /// A table with the name of its files; everything else as it is.
  private mutating func named(_ block: Block) -> Block {
    guard case .table(var table) = block, table.id.isEmpty else { return block }
    table.id = tableNames.unique(prefix: table.kind, name: table.subject)
    return .table(table)
  }

  /// A reference as a link to what it names; everything else as it is.
  private func resolved(_ inline: Inline) -> [Inline] {
    guard case .reference(let id) = inline else { return [inline] }
    guard let place = places[id] else { return [.text(id)] }
    return [.link([.text(place.label)], to: "#\(place.anchor)")]
  }

  /// Notes where the figure, table or claim with an id of the author's stands.
  mutating func note(_ id: String?, label: String, anchor: String) {
    if let id, places[id] == nil { places[id] = (label, anchor) }
  }

  /// Notes how a number in the author's text is shown.
  mutating func note(_ source: String, shownAs text: String) { values.append((source, text)) }

  /// The table of a problem; none where there is nothing to show.
  mutating func table(
    _ content: some TableContent, problem: Int, _ spec: TableSpec = TableSpec()
  ) -> [Block] {
    let problem = comparison.problems[problem]
    guard content.isTelling(problem) else { return [] }
    let number = numbering.nextTable()
    var table = content.table(problem, of: comparison, number: number)
    if let caption = spec.caption { table.caption = inlines(of: caption) }
    if let id = spec.id {
      let isFirst = places[id] == nil
      table.id = isFirst ? id : tableNames.unique(prefix: id, name: "")
      note(id, label: "Table \(number)", anchor: "table-\(number)")
    }
    return [.table(table)]
  }

  /// The figures that show `content`; none where there is nothing to show.
  mutating func figures(
    _ content: some FigureContent, _ figure: FigureSpec,
    mostCurves: Int = FigureMaker.mostCurves
  ) -> [Block] {
    let made = maker.figures(content, figure, mostCurves: mostCurves)
    figures += made
    let caption = made.isEmpty ? nil : figure.caption.map { inlines(of: $0) }
    return made.map { made in
      let number = numbering.nextFigure()
      note(figure.id, label: "Figure \(number)", anchor: "figure-\(number)")
      return made.block(number: number, formats: spec.report.formats, caption: caption)
    }
  }

  /// What stands in the place of a figure or table that has nothing to show.
  mutating func gap(_ gap: CellGap) -> [Block] {
    gaps.append(gap)
    return [
      .paragraph([
        .strong(["Nothing to show:"]), .text(" \(gap.subject) "), .code(gap.kind),
        .text(" needs \(gap.need)."),
      ])
    ]
  }
}
