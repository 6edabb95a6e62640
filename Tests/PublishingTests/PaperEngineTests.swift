import ExperimentSupport
import Reports
import Testing
import Training

@testable import Publishing

/// Tables that pdflatex cannot set say so.
@Suite struct PaperEngineTests {
  private func table(_ text: String, _ path: String = "tables/t.tex") -> ReportFile {
    ReportFile(path: path, bytes: Array(text.utf8))
  }

  private func text(_ file: ReportFile?) -> String {
    String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  @Test func theHeadNamesTheScriptsAndTheWarningTheFirstTextOfEach() {
    let made = PaperEngine([
      table("% Made.\n% Needs x.\n  עברית & \\textbf{한국어 é} \\\\\n  ж & 나 \\\\\n"),
      table("% Made.\nא & नमस्ते", "tables/u.tex"),
    ])
    #expect(
      text(made.files.first)
        == "% Made.\n% Needs lualatex or xelatex and a font with Hebrew, Hangul and Cyrillic.\n"
        + "% Needs x.\n  עברית & \\textbf{한국어 é} \\\\\n  ж & 나 \\\\\n")
    #expect(
      text(made.files.last)
        == "% Made.\n% Needs lualatex or xelatex and a font with Hebrew and Devanagari.\nא & नमस्ते")
    #expect(
      made.scripts.map(\.message) == [
        "pdflatex cannot set Hebrew, as tables/t.tex has it in 'עברית': lualatex and xelatex can, "
          + "with a font for it.",
        "pdflatex cannot set Hangul, as tables/t.tex has it in '한국어': lualatex and xelatex can, with "
          + "a font for it.",
        "pdflatex cannot set Cyrillic, as tables/t.tex has it in 'ж': lualatex and xelatex can, with a "
          + "font for it.",
        "pdflatex cannot set Devanagari, as tables/u.tex has it in 'नमस्ते': lualatex and xelatex can, "
          + "with a font for it.",
      ])
  }

  @Test(arguments: [
    ("% Made from עברית.\n% עברית\nLöwe, Ångström, naïve, ő, ß, €, „x“, №", "tables/t.tex"),
    ("עברית", "data/runs.csv"), ("עברית", "values.tex"), ("", "tables/t.tex"),
  ])
  func whatPDFLaTeXSetsOrNobodySetsStaysAsItIs(_ text: String, _ path: String) {
    let file = table(text, path)
    let made = PaperEngine([file])
    #expect(made.files == [file])
    #expect(made.scripts == [])
  }

  @Test func aReportWarnsOfIt() throws {
    let run = SmallExperiment.record([3, 2, 1])
    let results = try SmallExperiment.results([("나담", [run]), ("b", [run])], epochs: 2)
    let bundle = try ReportBundle(results, tool: "1")
    #expect(
      bundle.warnings.contains(
        "pdflatex cannot set Hangul, as tables/verdicts.tex has it in '나담': lualatex and xelatex "
          + "can, with a font for it."), "\(bundle.warnings)")
    let file = bundle.files.first { $0.path == "tables/final-p.tex" }
    #expect(text(file).contains("\n% Needs lualatex or xelatex and a font with Hangul.\n"))
  }
}
