import Testing

@testable import Reports

/// What a paper takes from a report.
@Suite struct PaperFileTests {
  private let table = Table(
    number: 1, kind: "final", subject: "p", id: "final-p",
    caption: ["Figures on ", .emphasis(["p_1"]), ": 95 % & more."],
    columns: [
      Table.Column(["optimizer"]), Table.Column(["n"], isNumeric: true),
      Table.Column(["loss"], isNumeric: true),
    ],
    rows: [
      [[.text(#"\input{/etc/passwd}"#)], ["8.25"], ["1.5 [−1, ∞]"]],
      [[.text("50 % $x$ #1 ~a^b_c")], ["12"], ["3 ▲"]],
    ])

  @Test func aTableIsAFloatWithRulesCaptionAndLabel() {
    #expect(
      LaTeXTable(table: table, spec: "experiments/p.json").text == ##"""
        % Made from experiments/p.json by `report`; do not edit.
        % Needs \usepackage{booktabs,siunitx,amssymb,graphicx}.
        \begin{table}
          \centering
          \caption{Figures on \emph{p\_1}: 95 \% \& more.}
          \label{tab:final-p}
          \resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%
          \begin{tabular}{lS[table-format=2.2]r}
            \toprule
            optimizer & {n} & loss \\
            \midrule
            \textbackslash{}input\{/etc/passwd\} & 8.25 & 1.5 {[}$-$1, $\infty${]} \\
            50 \% \$x\$ \#1 \textasciitilde{}a\textasciicircum{}b\_c & 12 & 3 $\blacktriangle$ \\
            \bottomrule
          \end{tabular}}
        \end{table}

        """##)
  }

  @Test func theSameCellsAreCSV() {
    #expect(
      String(decoding: LaTeXTable(table: table, spec: "x").csv, as: UTF8.self) == """
        optimizer,n,loss
        \\input{/etc/passwd},8.25,"1.5 [−1, ∞]"
        50 % $x$ #1 ~a^b_c,12,3 ▲

        """)
  }

  @Test func numbersAreMacros() {
    let values = LaTeXValues(
      values: [
        (" p / Adam, 0.01 / test_metric/median", "54.4"),
        ("p/Adam, 0.01/test_metric/median", "54.4"),
        ("p/a/b/x/p", "< 0.001"),
      ], spec: "a\nb")
    #expect(
      values.text.split(separator: "\n").filter { $0.contains("def") } == [
        #"\expandafter\def\csname report:p/Adam, 0.01/test_metric/median\endcsname{54.4}"#,
        #"\expandafter\def\csname report:p/a/b/x/p\endcsname{$<$ 0.001}"#,
      ])
    #expect(values.text.hasPrefix("% Made from ab by"))
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
