import Testing

@testable import Reports

/// Numbers and verdicts as macros.
@Suite struct LaTeXValuesTests {
  private func definitions(_ values: [(source: String, text: String)]) -> [String] {
    LaTeXValues(values: values, spec: "s").text.split(separator: "\n")
      .filter { $0.hasPrefix(#"\reportset{"#) }.map(String.init)
  }

  @Test func eachIsDefinedOnce() {
    #expect(
      definitions([
        (" p / Adam, 0.01 / test_metric/median", "54.4"),
        ("p/Adam, 0.01/test_metric/median", "54.4"), ("p/a/b/x/p", "< 0.001"),
        ("claim/main", "supported"),
      ]) == [
        #"\reportset{p/Adam, 0.01/test_metric/median}{54.4}"#,
        #"\reportset{p/a/b/x/p}{$<$ 0.001}"#, #"\reportset{claim/main}{supported}"#,
      ])
  }

  @Test func whatTeXWouldReadAsItsOwnIsLeftOutOfNamesAndTheyStayApart() {
    #expect(
      definitions([
        (#"p/\a{b}%~^#$_&/n"#, "1"), ("p/ab$_&/n", "2"), ("p/a %  b/n", "3"), ("p/%ab$_&/n", "4"),
        (#"p/\a{b}%~^#$_&/n"#, "1"),
      ]) == [
        #"\reportset{p/ab$_&/n}{1}"#, #"\reportset{p/ab$_&/n-2}{2}"#, #"\reportset{p/a b/n}{3}"#,
        #"\reportset{p/ab$_&/n-3}{4}"#,
      ])
  }
}
