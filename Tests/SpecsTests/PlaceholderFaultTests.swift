import Testing

@testable import Reports
@testable import SpecLanguage
@testable import Specs

/// What an author's placeholders get that name nothing: whole messages, at the part that is wrong.
struct PlaceholderFaultTests {
  /// A spec with a text on its second line, of a cell, of the introduction, or below a figure.
  private static func spec(_ cells: String, description: String = "") -> String {
    """
    {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1},{"name":"@q","dataset":"iris","model":"softmax","epochs":1}],"optimizers":[{"name":"A","kind":"adam"},{"name":"B","kind":"adam"}],
    \(description)"report":{"bibliography":"bibliography.bib","cells":[\(cells)]}}
    """
  }

  private func faults(_ text: String) -> String {
    SpecFaultTests.faults(
      Self.spec("{\"table\":\"final\"}", description: "\"description\":\"\(text)\",\n")
    ).joined(separator: "\n")
  }

  @Test(
    arguments: [
      (
        "{{ diabets/A/epochs/mean }}",
        "no problem is called 'diabets'|did you mean 'diabetes'? expected: diabetes, @q", 3, 7
      ),
      (
        "{{ diabetes/a/epochs/mean }}",
        "no optimizer is called 'a'|did you mean 'A'? expected: A, B", 12, 1
      ),
      (
        "{{ diabetes/A/epoch/mean }}",
        "no quantity is called 'epoch'|did you mean 'epochs'? expected: epochs, steps, gradient_evaluations, ...",
        14, 5
      ),
      (
        "{{ diabetes/A/epochs/meen }}",
        "no statistic is called 'meen'|did you mean 'mean'? expected: median, mean, iqm, ...", 21, 4
      ),
      (
        "{{ diabetes/A/B/epochs/mean }}",
        "no statistic is called 'mean'|expected: difference, ratio, low, high, p, verdict", 23, 4
      ),
      ("{{ diabetes/A/epochs/mean:0 }}", "':0' is no number of digits|expected 1 to 17", 26, 1),
      ("{{ diabetes/A/epochs/mean:18 }}", "':18' is no number of digits|expected 1 to 17", 26, 2),
      ("{{ diabetes/A/epochs/mean:+3 }}", "':+3' is no number of digits|expected 1 to 17", 26, 2),
      ("{{ diabetes/A/epochs/mean:2:3 }}", "':2:3' is no number of digits|expected 1 to 17", 26, 3),
      (
        "{{ diabetes/A/A/epochs/p }}", "an optimizer is compared with itself|name another one", 14,
        1
      ),
      (
        "{{ diabetes/A/B/epochs/difference }}", "epochs is compared by a ratio|write 'ratio'", 23,
        10
      ),
      (
        "{{ diabetes/A/B/epochs/verdict:3 }}",
        "a verdict is a word and has no digits|leave ':3' out", 31, 1
      ),
      (
        "{{ A/epochs }}",
        "{{ A/epochs }} has 2 parts|expected problem/optimizer/quantity/statistic, problem/optimizer/rival/quantity/difference, @id or cite:key",
        3, 8
      ),
      (
        "{{}}",
        "{{  }} has 1 part|expected problem/optimizer/quantity/statistic, problem/optimizer/rival/quantity/difference, @id or cite:key",
        2, 1
      ),
      ("{{ diabetes", "'{{' without '}}' on its line|close it, or write \\{{ for two braces", 0, 2),
      (
        "{{ diabetes\\n}}", "'{{' without '}}' on its line|close it, or write \\{{ for two braces",
        0, 2
      ),
      (
        "{{ @curve }}",
        "no figure, table or claim has the id 'curve'|nothing has an id: add \"id\" to what is meant",
        4, 5
      ),
      (
        "{{ cite:dozat2061 }}",
        "no entry of 'bibliography.bib' has the key 'dozat2061'|did you mean 'dozat2016'? expected: dozat2016, kingma2015, demsar2006, ...",
        8, 9
      ),
      (
        "{{ cite:vapnik, x }}",
        "no entry of 'bibliography.bib' has the key 'x'|expected: dozat2016, kingma2015, demsar2006, DBLP:journals/x/Y-1, vapnik",
        16, 1
      ),
      (
        "{{ cite: }}",
        "no entry of 'bibliography.bib' has the key ''|expected: dozat2016, kingma2015, demsar2006, DBLP:journals/x/Y-1, vapnik",
        8, 1
      ),
      (
        "[x]({{ @q }})",
        "'{{ @q }}' stands where nothing can be shown, as in an address|move it into the text, or write \\{{ for two braces",
        4, 8
      ),
      (
        "https://e.com/{{ @q }}",
        "'{{ @q }}' stands where nothing can be shown, as in an address|move it into the text, or write \\{{ for two braces",
        14, 8
      ),
      (
        "[x](y \\\"{{ @q }}\\\")",
        "'{{ @q }}' stands where nothing can be shown, as in an address|move it into the text, or write \\{{ for two braces",
        8, 8
      ),
      (
        "[{{ cite:vapnik }}](y)",
        "'{{ cite:vapnik }}' is a link in the text of another link or of an image|move it out of that text",
        1, 17
      ),
    ])
  func told(_ text: String, _ message: String, _ offset: Int, _ length: Int) {
    // The text begins in column 16; é, an escape and a line feed before it must not shift it.
    #expect(faults(text) == "2:\(16 + offset)+\(length) \(message)")
    #expect(faults("é \\u00e9\\n\\n" + text) == "2:\(28 + offset)+\(length) \(message)")
  }

  @Test func everyTextIsChecked() {
    let fault = "no problem is called 'x'|expected: diabetes, @q"
    for (cell, column) in [
      (#"{ "markdown": "{{ x/A/epochs/n }}" }"#, 72),
      (#"{ "figure": "loss_curves", "caption": "{{ x/A/epochs/n }}" }"#, 96),
      (#"{ "table": "final", "caption": "{{ x/A/epochs/n }}" }"#, 89),
    ] {
      #expect(SpecFaultTests.faults(Self.spec(cell)) == ["2:\(column)+1 \(fault)"])
    }
    #expect(faults("{{ x/A/epochs/n }}{{ x/A/epochs/n }}").split(separator: "\n").count == 2)
  }

  @Test func plainTextHasNoPlaceholders() {
    let help = "write what is meant, or put it into a markdown cell or a caption"
    let cell = #"{ "claim": "\u00e9 {{ x }}", "better": "A", "than": "B" }"#
    #expect(
      SpecFaultTests.faults(Self.spec(cell)) == [
        "2:73+2 'claim' is plain text, which would show '{{' as it is|\(help)"
      ])
    for key in ["title", "authors"] {
      #expect(
        SpecFaultTests.faults(
          Self.spec(#"{ "table": "final" }"#, description: "\"\(key)\":\"a {{b}}\",\n")) == [
            "2:\(key.count + 7)+2 '\(key)' is plain text, which would show '{{' as it is|\(help)"
          ])
    }
  }

  @Test func withoutABibliographyNothingIsCited() {
    let text = Self.spec(#"{ "markdown": "{{ cite:vapnik }}" }"#)
      .replacing(#""bibliography":"bibliography.bib","#, with: "")
    #expect(
      SpecFaultTests.faults(text) == [
        "2:43+6 nothing can be cited without a bibliography|name a BibTeX file in 'report': \"bibliography\": \"refs.bib\""
      ])
  }

  @Test(
    arguments: [
      "`{{ x }}` and ``{{ ` }}``", "~~~\\n{{ x }}\\n~~~", "    {{ x }}", "```\\n{{ x }}",
      "$`{{a}}{b}`$",
      "```math\\n{{a}}\\n```", "\\\\{{ x }}", "`{{` and `}}`", "} }} { }",
      "{{ @q/A/epochs/n }}", "{{cite:DBLP:journals/x/Y-1}}", "{{ cite:vapnik , dozat2016 }}",
      "**{{ @q/B/A/test_metric/verdict }}**", "| {{ @q/B/epochs/n:17 }} |\\n|-|",
      "<b>{{ @q/B/epochs/n }}</b>",
    ])
  func allowed(_ text: String) { #expect(faults(text) == "") }
}
