import Testing

@testable import Reports

/// What a paper takes from a report.
@Suite struct PaperFileTests {
  private let table = Table(
    number: 1, kind: "final", subject: "p", id: "final-p",
    caption: ["Figures on ", .emphasis(["p_1"]), ": 95 % & more."],
    columns: [
      Table.Column(["optimizer"]), Table.Column(["n"], isNumeric: true),
      Table.Column(
        [.emphasis(["iris"]), ", epochs to 99 %"], isNumeric: true, fields: ["e", "low", "high"]),
      Table.Column(["rate"], isNumeric: true),
    ],
    rows: [
      [
        [.text(#"\input{/etc/passwd}"#)], ["8.25"],
        Table.Cell(
          ["1.5 [−1, ∞]"], fields: [.number(1.4999999999999998), .number(-1), .number(.infinity)]),
        ["1e-8"],
      ],
      [[.text("50 % $x$ #1 ~a^b_c")], ["12"], ["−13 ▲"], ["off"]],
      [["*x"], ["–"], Table.Cell(["∞; 2"], fields: [.number(.infinity)]), ["-5"]],
      [["[x"], [], [], ["0.1"]],
    ])

  @Test func aTableIsAFloatWithRulesCaptionAndLabel() {
    #expect(
      LaTeXTable(table: table, spec: "experiments/p.json").text == ##"""
        % Made from experiments/p.json by `report`; do not edit.
        % Needs \usepackage{booktabs,siunitx,amssymb,graphicx}.
        \begin{table}
          \centering
          \sisetup{group-digits=none}
          \caption{Figures on \emph{p\_1}: 95 \% \& more.}
          \label{tab:final-p}
          \smallskip
          \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%
          \begin{tabular}{lS[table-format=2.2]S[table-format=-2.1]@{}lr}
            \toprule
            optimizer & {n} & \multicolumn{2}{c}{\begin{tabular}[b]{@{}c@{}}\emph{iris}, epochs \\ to 99 \%\end{tabular}} & rate \\
            \midrule
            \textbackslash{}input\{/etc/passwd\} & 8.25 & 1.5 & ~[$-$1, $\infty$] & \num{1e-8} \\
            50 \% \$x\$ \#1 \textasciitilde{}a\textasciicircum{}b\_c & 12 & -13 & ~$\blacktriangle$ & off \\
            {}*x & {--} & {$\infty$} & \quad 2 & \num{-5} \\
            {}[x &  &  &  & 0.1 \\
            \bottomrule
          \end{tabular}}
        \end{table}

        """##)
  }

  /// The preamble of a table with one column of numbers and what stands in it.
  private func column(_ title: String, _ cells: [String]) -> (String, [String]) {
    let table = Table(
      number: 1, kind: "k", caption: ["c"],
      columns: [Table.Column([.text(title)], isNumeric: true)],
      rows: cells.map { [[.text($0)]] })
    let lines = LaTeXTable(table: table, spec: "s").text.split(separator: "\n").map {
      $0.drop { $0 == " " }
    }
    let start = lines.firstIndex { $0.hasPrefix(#"\begin{tabular}{"#) } ?? 0
    return (
      lines[start].dropFirst(#"\begin{tabular}{"#.count).dropLast().description,
      lines[start...].filter { $0.hasSuffix(#"\\"#) }.map { $0.dropLast(3).description }
    )
  }

  @Test(arguments: [
    (["1151 / 287 / 359", "96 / 24 / 30"], "S[table-format=4.0]@{}l", "1151 & ~/ 287 / 359"),
    (["20 of 20", "0 of 20"], "S[table-format=2.0]@{}l", "20 & ~of 20"),
    (["45.75 to 66", "9 to ∞"], "r", "45.75 to 66"), (["99.9 %", "90 %"], "r", #"99.9 \%"#),
    (["1.3 × 10⁷", "2.5"], "r", #"1.3 $\times$ 10$^{7}$"#),
    (
      ["−0.003 [−0.020, 0.015] ?", "∞"], "S[table-format=-1.3]@{}l",
      "-0.003 & ~[$-$0.020, 0.015] ?"
    ),
    (["0.1", "false"], "r", "0.1"), (["1.2.3"], "r", "1.2.3"), (["–", "∞"], "r", "--"),
    ([".5"], "r", ".5"), (["5."], "r", "5."), (["0x1e"], "r", "0x1e"), ([], "r", "t"),
  ])
  func numbersAreAlignedWhereTheyAreNumbers(
    _ cells: [String], _ specification: String, _ first: String
  ) {
    let (preamble, rows) = column("t", cells)
    #expect(preamble == specification)
    #expect(rows.dropFirst(cells.isEmpty ? 0 : 1).first == first)
  }

  @Test func aHeadingHasTwoLinesWhereItIsWiderThanTheCells() {
    #expect(column("train / validation / test", ["1"]).1[0].contains(#"train / \\ validation"#))
    #expect(
      column("train / validation", ["1151 / 287 / 359 / 12"]).1[0].hasSuffix(
        "{c}{train / validation}"))
    #expect(column("averylongheadingindeed", ["a"]).1[0] == "averylongheadingindeed")
  }

  @Test func rowsOfOneTargetStandTogether() {
    let table = Table(
      number: 1, kind: "k", caption: ["c"],
      columns: [Table.Column(["a"]), Table.Column(["b"])],
      rows: [[["90"], ["x"]], [["90"], ["y"]], [["99"], ["x"]]])
    let text = LaTeXTable(table: table, spec: "s").text
    #expect(text.contains("90 & y \\\\\n    \\addlinespace\n    99 & x \\\\\n"))
    #expect(text.components(separatedBy: "addlinespace").count == 2)
  }

  @Test(arguments: [(30, false), (31, true)])
  func aLongTableFitsThePage(_ count: Int, _ isLimited: Bool) {
    let table = Table(
      number: 1, kind: "k", caption: ["c"], columns: [Table.Column(["a"])],
      rows: (0..<count).map { [[.text("\($0)")]] })
    let text = LaTeXTable(table: table, spec: "s").text
    #expect(text.contains(#"\totalheight>.8\textheight"#) == isLimited)
    #expect(text.contains(#"\end{tabular}}}"#) == isLimited)
  }

  @Test func numbersAreCSVInFull() {
    #expect(
      String(decoding: TableCSV(table: table).bytes, as: UTF8.self) == """
        optimizer,n,e,low,high,rate
        \\input{/etc/passwd},8.25,1.4999999999999998,-1,inf,1e-8
        50 % $x$ #1 ~a^b_c,12,,,,off
        *x,–,inf,,,-5
        [x,,,,,0.1

        """)
  }

  @Test func everyTableOfADocumentHasItsFiles() {
    let files = PaperFiles(
      Document([.paragraph(["x"]), .table(table)]), values: [("p/a/b/c", "1")], spec: "s"
    ).files
    #expect(
      files.map(\.path) == ["tables/final-p.csv", "tables/final-p.tex", "values.tex"])
    #expect(PaperFiles(Document([]), values: [], spec: "s").files.isEmpty)
  }
}
