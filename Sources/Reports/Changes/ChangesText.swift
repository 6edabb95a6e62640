import Analysis
import Kernels
import Models

/// What changed between two reports, as Markdown for a comment or a job's summary.
public struct ChangesText {
  /// What the two reports are called by whoever compares them.
  private let names: (old: String, new: String)
  private let title: String
  private let difference: ResultsDifference
  private let files: FileChanges
  /// Whether both reports tell their settings.
  private let hasSettings: Bool
  /// The sentences that the answers begin with, where they differ.
  private let answers: (old: [Inline], new: [Inline])?

  /// - Parameters:
  ///   - names: the reports as the user named them.
  ///   - title: the new report's.
  ///   - answers: the sentences that both answers begin with, Markdown.
  ///   - hasSettings: whether both reports tell their settings.
  public init(
    names: (old: String, new: String), title: String, answers: (old: String?, new: String?),
    _ difference: ResultsDifference, files: FileChanges, hasSettings: Bool
  ) {
    self.names = names
    self.title = title
    self.difference = difference
    self.files = files
    self.hasSettings = hasSettings
    // Anybody could have written the manifests: their texts are read like an author's.
    func line(_ text: String?) -> [Inline] {
      text.flatMap { AuthoredMarkdown.line(of: $0) } ?? ["none"]
    }
    self.answers =
      answers.old == answers.new ? nil : (old: line(answers.old), new: line(answers.new))
  }

  /// The Markdown, at most 60,000 characters.
  public var markdown: String {
    BoundedMarkdown.text(blocks, rest: "in the files of the two reports")
  }

  var blocks: [Block] {
    [
      .heading(level: 1, [.text("What changed: \(title)")]),
      .paragraph(["From ", .code(names.old), " to ", .code(names.new), ". "] + statement),
    ] + answerBlocks + contenderBlocks + settingBlocks + numberBlocks + verdictBlocks
      + fileBlocks
  }

  // MARK: In one sentence

  private var statement: [Inline] {
    if files.isSame { return ["Every file is the same, byte for byte."] }
    let numbers = difference.numbers
    guard !numbers.isEmpty else { return ["The two have no result in common."] }
    func count(_ isWanted: (NumberChange.Verdict) -> Bool) -> Int {
      numbers.count { isWanted($0.verdict) }
    }
    let parts: [(Int, String)] = [
      (count(\.isClear), "changed clearly"),
      (count { $0 == .equal }, "changed by less than matters"),
      (count { $0 == .noise }, "changed within the seeds’ noise"),
      (count { $0 == .tooFewSeeds }, "changed with too few seeds to tell"),
      (count { $0 == .same }, "did not change at all"),
    ].filter { $0.0 > 0 }
    if parts.count == 1 {
      let all = numbers.count == 1 ? "The one result" : "All \(numbers.count) results"
      return [.text("\(all) that both have \(parts[0].1).")]
    }
    let words = parts.map { [.text("\($0.0) \($0.1)")] as [Inline] }
    return [.text("Of the \(numbers.count) results that both have ")] + Lists.joined(words)
      + [.text(".")]
  }

  private var answerBlocks: [Block] {
    guard let answers else { return [] }
    return [.list([["Old answer: "] + answers.old, ["New answer: "] + answers.new])]
  }

  // MARK: What was asked

  private var contenderBlocks: [Block] {
    let points: [[Inline]] = [
      ("Only in the new report: ", difference.added), ("Gone: ", difference.removed),
    ].compactMap { words, contenders in
      contenders.isEmpty
        ? nil : [.text(words)] + Lists.shortened(contenders.map(\.inlines)) + ["."]
    }
    return points.isEmpty ? [] : [.list(points)]
  }

  private var settingBlocks: [Block] {
    guard hasSettings else {
      return [.paragraph(["One of the two does not tell its settings: they are not compared."])]
    }
    let (data, others) = (
      difference.settings.filter(\.isOfData), difference.settings.filter { !$0.isOfData }
    )
    return table(of: others, "Settings") + table(of: data, "Data")
  }

  private func table(
    of changes: [ResultsDifference.SettingChange], _ heading: String
  ) -> [Block] {
    guard !changes.isEmpty else { return [] }
    func value(_ text: String?) -> [Inline] { text.map { [.code($0)] } ?? ["none"] }
    return [
      .heading(level: 2, [.text(heading)]),
      .grid(
        Grid(
          alignments: [.left, .left, .left, .left],
          rows: [[["of"], ["setting"], ["old"], ["new"]]]
            + changes.map { change in
              [
                change.subject.inlines, [.code(change.name)], value(change.old), value(change.new),
              ]
            })),
    ]
  }

  // MARK: What came of it

  private var numberBlocks: [Block] {
    // Those that matter first, each kind in the order of the report.
    let kinds: [(NumberChange.Verdict) -> Bool] = [
      \.isClear, { $0 == .tooFewSeeds }, { $0 == .noise }, { $0 == .equal },
    ]
    let changes = kinds.flatMap { isWanted in
      difference.numbers.filter { isWanted($0.verdict) }
    }
    guard !changes.isEmpty else { return [] }
    return [
      .heading(level: 2, ["Results"]),
      .grid(
        Grid(
          alignments: [.left, .left, .right, .right, .right, .right, .left],
          rows: [
            [["of"], ["quantity"], ["old median"], ["new median"], ["change"], ["seeds"], ["what"]]
          ] + changes.map(row))),
      .paragraph([.text(method(changes))]),
    ]
  }

  private func row(_ change: NumberChange) -> [[Inline]] {
    let effect = EffectText.value(
      change.effect, change.interval, neutral: change.isRatio ? 1 : 0)
    func median(_ value: Double) -> String {
      change.quantity.isCount ? NumberText.count(value) : NumberText.significant(value, 6)
    }
    return [
      change.contender.inlines, [.text(change.quantity.title(change.metric))],
      [.text(median(change.old))], [.text(median(change.new))],
      [.text(change.isRatio ? "× \(effect)" : effect)],
      [.text(String(change.count) + (change.isPaired ? "" : ", others"))],
      [.text(words(change.verdict))],
    ]
  }

  private func words(_ verdict: NumberChange.Verdict) -> String {
    switch verdict {
    case .same: "the same"
    case .changed: "changed: nothing depends on the seed"
    case .tooFewSeeds: "too few seeds to tell"
    case .equal: "practically equal"
    case .better: "▲ clearly better"
    case .worse: "▼ clearly worse"
    case .noise: "within the seeds’ noise"
    }
  }

  private func method(_ changes: [NumberChange]) -> String {
    let independent =
      changes.contains { !$0.isPaired }
      ? " Where the seeds are others, the test is Mann and Whitney’s of independent runs, and the change that of"
        + " the medians." : ""
    return
      "Changes are ratios of times and losses and differences of metrics (Hodges and Lehmann), old and new"
      + " runs paired by seed; the test is Wilcoxon’s signed-rank test, exact, and all changes hold together at 95 %"
      + " (Holm). A change of a test metric is one on these test rows." + independent
  }

  private var verdictBlocks: [Block] {
    var blocks: [Block] = []
    let changes = difference.verdicts
    if !changes.isEmpty {
      blocks += [
        .heading(level: 2, ["Verdicts of the answer"]),
        .grid(
          Grid(
            alignments: [.left, .left, .left, .left, .left],
            rows: [[["problem"], ["of"], ["quantity"], ["old verdict"], ["new verdict"]]]
              + changes.map { change in
                let comparison = change.comparison
                return [
                  [.emphasis([.text(comparison.problem)])],
                  [
                    .strong([.text(comparison.optimizer)]), " against ",
                    .strong([.text(comparison.rival)]),
                  ],
                  [
                    .text(
                      comparison.quantity.title(
                        difference.numbers.first { $0.contender.problem == comparison.problem }?
                          .metric))
                  ],
                  [.text(change.old.name)], [.text(comparison.verdict.name)],
                ]
              })),
      ]
    }
    if !difference.claims.isEmpty {
      blocks += [
        .heading(level: 2, ["Claims"]),
        .list(
          difference.claims.map { change in
            [
              .text("\(change.claim.text): \(change.old) before, now "),
              .strong([.text(change.claim.verdict)]), ".",
            ]
          }),
      ]
    }
    return blocks
  }

  private var fileBlocks: [Block] {
    func codes(_ names: [String]) -> [Inline] { Lists.shortened(names.map { [.code($0)] }) }
    var points: [[Inline]] = []
    if !files.figures.isEmpty {
      points.append(["Figures that draw other numbers: "] + codes(files.figures) + ["."])
    }
    if !files.redrawn.isEmpty {
      points.append(
        ["Figures that draw the same numbers and look different: "] + codes(files.redrawn) + ["."])
    }
    if !files.added.isEmpty { points.append(["New files: "] + codes(files.added) + ["."]) }
    if !files.removed.isEmpty { points.append(["Files gone: "] + codes(files.removed) + ["."]) }
    if files.isTextOther, difference.numbers.allSatisfy({ $0.verdict == .same }) {
      points.append(["The text of the report differs."])
    }
    return points.isEmpty ? [] : [.heading(level: 2, ["Files"]), .list(points)]
  }
}

extension ResultsDifference.SettingChange {
  /// Whether it says which data there are rather than what is done with them.
  fileprivate var isOfData: Bool { name.hasPrefix("data.") || name.hasPrefix("rows.") }
}

extension ContenderName {
  /// The optimizer on the problem, or whichever there is.
  fileprivate var inlines: [Inline] {
    let problem: [Inline] = [.emphasis([.text(self.problem)])]
    let optimizer: [Inline] = [.strong([.text(self.optimizer)])]
    return switch (self.problem.isEmpty, self.optimizer.isEmpty) {
    case (true, true): ["the report"]
    case (true, false): optimizer
    case (false, true): problem
    case (false, false): optimizer + [" on "] + problem
    }
  }
}
