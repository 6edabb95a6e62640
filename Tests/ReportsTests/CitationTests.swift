import Diagnostics
import ExperimentSupport
import Foundation
@testable import Specs
import Testing

@testable import Analysis
@testable import Reports

/// Works that authors cite, and the list of references.
@Suite struct CitationTests {
  /// The Markdown of a report whose cells cite works of a bibliography.
  private func text(
    _ cells: String..., works: String, description: String? = nil
  ) throws -> String {
    let name = "\(UUID().uuidString).bib"
    let file = FileManager.default.temporaryDirectory.appending(path: name)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(works.utf8).write(to: file)
    let list = cells.isEmpty ? "" : ", \"cells\": [\(cells.joined(separator: ", "))]"
    let results = try SmallExperiment.results(
      [("a", [SmallExperiment.record([3, 2, 1])])],
      report: "{ \"bibliography\": \"\(name)\"\(list) }"
        + (description.map { ", \"description\": \"\($0)\"" } ?? ""), cells: .standard)
    return MarkdownWriter().markdown(Report(results, versions: []).document)
  }

  private static let works = """
    @inproceedings{dozat2016, author = {Dozat, Timothy}, year = 2016,
      title = {Incorporating {Nesterov} Momentum into {Adam}},
      booktitle = {ICLR Workshop}, url = {https://openreview.net/forum?id=OM0\\_x}}
    @article{demsar2006, author = {Dem{\\v s}ar, Janez}, title = {Statistical Comparisons},
      journal = {JMLR}, volume = 7, number = 1, pages = {1-30}, year = 2006}
    @article{adam, author = {Kingma, D. P. and Ba, J.}, title = {Why?}, journal = {CoRR},
      eprint = {1412.6980}, archiveprefix = {arXiv}, date = {2014-12-22}}
    """

  /// A paper numbers its works itself; what is no key to TeX stays a number.
  @Test func tablesForPapersCiteByKey() {
    var citations = Citations(nil)
    #expect(
      LaTeXText.written(["As "] + citations.inlines(for: ["adam", "dozat:2016+a"]) + [" say"])
        == #"As \cite{adam,dozat:2016+a} say"#)
    let odd = Inline.citation([.text("[3]")], keys: ["a%b"])
    #expect(LaTeXText.written([odd]) == LaTeXText.written([.text("[3]")]))
    #expect([odd, .text("(x)")].plainText == "[3](x)")
    #expect(
      MarkdownWriter().markdown([odd, .text("(x)")]) == MarkdownWriter().markdown([.text("[3](x)")])
    )
  }

  @Test func numbersFollowTheFirstCitation() throws {
    let text = try text(
      #"{ "markdown": "As {{ cite:demsar2006 }} says{{cite: adam , demsar2006}}(see): {{ cite:adam }}" }"#,
      #"{ "section": "provenance" }"#, works: Self.works)
    #expect(
      text.contains(
        "As \\[[1](#reference-1)] says\\[[2](#reference-2), [1](#reference-1)\\](see): "
          + "\\[[2](#reference-2)]"), "\(text)")
    if MarkdownReader.isInstalled {
      let html = try MarkdownReader.html(text)
      #expect(html.contains("As [<a href=\"#reference-1\">1</a>] says[<a href"), "\(html)")
    }
    #expect(
      text.hasSuffix(
        """


        ## References

        1. <a name="reference-1"></a>Janez Demšar. Statistical Comparisons. *JMLR* 7(1)\\:1–30, 2006.
        2. <a name="reference-2"></a>D. P. Kingma and J. Ba. Why? *CoRR*, 2014. [arXiv\\:1412.6980](https://arxiv.org/abs/1412.6980)

        """), "\(text.suffix(500))")
    #expect(!text.contains("Dozat"))
  }

  @Test func theIntroductionAndCaptionsCiteToo() throws {
    let first = try text(
      #"{ "figure": "loss_curves", "caption": "Adam {{ cite:adam }}, {{ p/a/train_loss/n }} run." }"#,
      works: Self.works, description: "By {{ cite:dozat2016 }}.")
    #expect(first.contains("By \\[[1](#reference-1)]."))
    #expect(first.contains("**Figure 1.** Adam \\[[2](#reference-2)], 1 run. ("))
    #expect(
      first.contains(
        "1. <a name=\"reference-1\"></a>Timothy Dozat. Incorporating Nesterov Momentum into Adam. "
          + "In *ICLR Workshop*, 2016. [https\\://openreview.net/forum?id=OM0_x]"
          + "(https://openreview.net/forum?id=OM0_x)"), "\(first)")
    // In the standard report, too.
    let second = try text(works: Self.works, description: "By {{ cite:adam }}.")
    #expect(second.contains("## Question\n\nBy \\[[1](#reference-1)].\n"))
    #expect(second.contains("## References\n\n1. <a name=\"reference-1\"></a>D. P. Kingma"))
  }

  @Test func withoutCitationsThereIsNoList() throws {
    let text = try text(#"{ "markdown": "`{{ cite:adam }}`" }"#, works: Self.works)
    #expect(text.contains("`{{ cite:adam }}`") && !text.contains("References"))
  }

  @Test(arguments: [
    ("@book{k, author={A}, title={T}, publisher={P}, year=1}", "A. *T*. P, 1."),
    (
      "@book{k, editor={A and B}, title={T}}",
      "A and B (eds.). T.".replacing("T", with: "*T*")
    ),
    ("@phdthesis{k, author={A}, title={T}, school={S}, year=1}", "A. T. PhD thesis, S, 1."),
    ("@mastersthesis{k, title={T}, school={S}}", "T. Master’s thesis, S."),
    ("@techreport{k, title={T}, institution={I}, number=7}", "T. Technical report 7, I."),
    ("@misc{k, title={T}, note={Draft}}", "T. Draft."), ("@misc{k}", "k"),
    ("@inproceedings{k, booktitle={B}, volume=2, pages={3--4}}", "In *B*, volume 2, pages 3–4."),
    ("@article{k, journal={J}, pages={e7}}", "*J*, e7."),
    (
      "@misc{k, title={T}, howpublished={\\url{http://e.com/~a}}}",
      "T. [http\\://e.com/\\~a](http://e.com/~a)"
    ),
    (
      "@misc{k, doi={https://doi.org/10.1/a_(b)}, url={https://e.com}}",
      "[doi\\:10.1/a\\_(b)](https://doi.org/10.1/a_%28b%29)"
    ),
    ("@misc{k, url={javascript:alert(1)}}", "javascript\\:alert(1)"),
    ("@misc{k, doi={x\" onclick=\"y}}", "doi\\:x\"onclick=\"y"),
    (
      "@misc{k, title={<script>x</script> [a](javascript:b) `c` | @team}, url={https://e.com/<b>\"}}",
      "\\<script\\>x\\</script\\> [a\\](javascript\\:b) ‘c‘ \\| @<!-- -->team. "
        + "[https\\://e.com/\\<b\\>\"](https://e.com/%3Cb%3E%22)"
    ),
  ])
  func worksAreDescribedAndHarmless(_ work: String, _ expected: String) throws {
    let bytes = SourceText(name: "r.bib", bytes: Array(work.utf8))
    let entry = try #require(
      try BibliographyReader.read(bytes, named: "r.bib").entries.first)
    #expect(MarkdownWriter().markdown(ReferenceText(entry).inlines) == expected)
  }
}
