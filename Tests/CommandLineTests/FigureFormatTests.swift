import Foundation
import Testing

/// Figures for papers: EPS, words for LaTeX, mathematics and fonts by name.
@Suite struct FigureFormatTests {
  private func spec(_ figure: String, formats: String = #"["svg"]"#) -> String {
    String(smallSpec(epochs: 3).dropLast(1))
      + """
      , "report": { "formats": \(formats), "cells": [{ "figure": "loss_curves", \(figure) }] } }
      """
  }

  @Test func aReportHoldsFilesForPapers() throws {
    let workplace = try Workplace()
    try workplace.write(
      spec(
        #""id": "fig1", "quantity": "train_loss", "y_label": "$\\log f$, 50 %""#,
        formats: #"["eps", "pdf_tex"]"#),
      to: "small.json")
    let outcome = try workplace.run("small.json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let folder = "reports/small/figures/"
    let figures = try workplace.files().keys.filter { $0.hasPrefix(folder) }.sorted()
    #expect(
      figures.map { $0.dropFirst(folder.count) }
        == ["fig1-art.pdf", "fig1.csv", "fig1.eps", "fig1.pdf_tex"])
    let words = try workplace.read(folder + "fig1.pdf_tex")
    #expect(words.contains("{\\reportfigurepath fig1-art.pdf}"))
    #expect(words.contains(" $\\log f$, 50 \\%}"))
    let text = try workplace.read("reports/small/report.md")
    #expect(text.contains("[EPS](figures/fig1.eps), [PDF + TeX](figures/fig1.pdf_tex)"))
    let manifest = try workplace.read("reports/small/ro-crate-metadata.json")
    #expect(manifest.contains("application/postscript") && manifest.contains("fig1-art.pdf"))
    #expect(manifest.ranges(of: #""isBasedOn": {"@id": "figures/fig1.csv"}"#).count <= 3)
    #expect(try workplace.run("check", "small.json").exitCode == 0)
    // Fewer formats: what is no longer made does not stay.
    try workplace.write(spec(#""id": "fig1""#, formats: #"["eps"]"#), to: "small.json")
    #expect(try workplace.run("small.json").exitCode == 0)
    #expect(try !workplace.files().keys.contains(folder + "fig1-art.pdf"))
  }

  @Test func oneFigureIsWrittenWithItsPicture() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(epochs: 3), to: "small.json")
    let outcome = try workplace.run(
      "figure", "small.json", "loss-diabetes", "--output", "paper/a.b.pdf_tex")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.output == "paper/a.b.pdf_tex\n")
    let files = try workplace.files().keys.sorted()
    #expect(files == ["paper/a.b-art.pdf", "paper/a.b.pdf_tex", "small.json"])
    #expect(try workplace.read("paper/a.b.pdf_tex").contains("{\\reportfigurepath a.b-art.pdf}"))
  }

  @Test(arguments: [
    (#""title": "$\\betta$""#, "a label cannot draw '\\betta'", "did you mean 'beta'?"),
    (#""x_label": "cost in $""#, "begins mathematics that does not end", "write \\$"),
    (#""font": "serif""#, "'serif' stands for another font", "such as 'DejaVu Serif'"),
  ])
  func whatCannotBeDrawnIsSaidWhereItStands(key: String, message: String, help: String) throws {
    let workplace = try Workplace()
    try workplace.write(spec(key), to: "small.json")
    let outcome = try workplace.run("validate", "small.json")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains(message) && outcome.errors.contains(help), "\(outcome.errors)")
    #expect(outcome.errors.contains("^"))
  }

  /// As a spec does, the command line takes the path of a style file.
  @Test func aFigureIsDrawnInAStyleOfOnesOwn() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(epochs: 3), to: "small.json")
    try workplace.write(#"{ "base": "ieee", "width": 4 }"#, to: "styles/mine.json")
    let drawn = try workplace.run(
      "figure", "small.json", "loss-diabetes", "--style", "styles/mine.json", "-o", "mine.svg")
    #expect(drawn.exitCode == 0, "\(drawn.errors)")
    #expect(try workplace.read("mine.svg").contains(#"width="288"#))
    try workplace.write(#"{ "base": "ieeee" }"#, to: "wrong.json")
    let wrong = try workplace.run("figure", "small.json", "loss-diabetes", "--style", "wrong.json")
    #expect(wrong.exitCode == 65)
    #expect(
      wrong.errors.contains("wrong.json:1:11: error: unknown style 'ieeee'")
        && wrong.errors.contains("did you mean 'ieee'?"), "\(wrong.errors)")
    let missing = try workplace.run("figure", "small.json", "loss-diabetes", "--style", "no.json")
    #expect(missing.exitCode == 65 && missing.errors.contains("no.json: error: no such file"))
    let unknown = try workplace.run("figure", "small.json", "loss-diabetes", "--style", "natur")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("Did you mean 'nature'?"))
    #expect(unknown.errors.contains("Style files end in .json."))
    #expect(try !workplace.files().keys.contains("loss-diabetes.svg"))
  }

  /// What a figure has no room for is refused at its place in the spec, with what to do.
  @Test func whatHasNoRoomIsRefused() throws {
    let workplace = try Workplace()
    let rules = (1...9).map {
      #"{ "name": "a rule with a long name \#($0)", "kind": "sgd", "learning_rate": 1e-\#($0) }"#
    }
    func spec(_ cell: String) -> String {
      """
      { "name": "small", "seeds": 1, "problems": [{ "model": "rosenbrock", "epochs": 2 }], "optimizers": [
      \(rules.joined(separator: ",\n"))], "report": { "cells": [
      \(cell)
      ] } }
      """
    }
    try workplace.write(
      spec(#"{ "figure": "loss_curves", "style": "ieee", "legend": "top_left", "height": 1.5 }"#),
      to: "small.json"
    )
    let legend = try workplace.run("small.json")
    #expect(legend.exitCode == 65)
    #expect(
      legend.errors.contains(
        "small.json:11:55: error: the legend has no room in the top left corner"),
      "\(legend.errors)")
    #expect(legend.errors.contains(#"give "below""#))
    let axes = (1...30).map { "\"p\($0)\"" }.joined(separator: ",")
    let row = (1...30).map(String.init).joined(separator: ",")
    try workplace.write(
      spec(
        """
        { "figure": "parallel_coordinates", "style": "ieee", "values": {
        "axes": [\(axes)], "rows": [[\(row)], [\(row)]], "objective": [1, 2] } }
        """), to: "small.json")
    let parallel = try workplace.run("small.json")
    #expect(parallel.exitCode == 65)
    #expect(
      parallel.errors.contains(
        "small.json:11:64: error: 30 axes side by side have no room for their numbers in 3.49 inches"
      ),
      "\(parallel.errors)")
    #expect(parallel.errors.contains("give a 'width' of at least"))
    #expect(try !workplace.files().keys.contains { $0.hasPrefix("reports/") })
  }
}
