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

  @Test func whatTeXWouldReadAsItsOwnIsSpelledOut() {
    #expect(
      definitions([
        (#"p/\a{b}%~^#$_&/n"#, "1"), ("p/50%/n", "2"), ("p/50/n", "3"), ("p/a   b/n", "4"),
        ("p/a b/n", "5"), ("p/!percent!/n", "6"), ("p / 50% / n", "2"), ("p/a\u{202E}b/n", "7"),
      ]) == [
        #"\reportset{p/!backslash!a!open!b!close!!percent!!tilde!!caret!!hash!$_&/n}{1}"#,
        #"\reportset{p/50!percent!/n}{2}"#, #"\reportset{p/50/n}{3}"#,
        #"\reportset{p/a !space!!space!b/n}{4}"#, #"\reportset{p/a b/n}{5}"#,
        #"\reportset{p/!!percent!!/n}{6}"#, #"\reportset{p/a!u202E!b/n}{7}"#,
      ])
  }

  @Test func theHeadSaysHowNamesAreWritten() {
    let lines = LaTeXValues(values: [], spec: "s").text.split(separator: "\n")
    #expect(
      lines[1...3] == [
        #"% \reportvalue takes what stands between {{ and }}; of what TeX takes for its own, write"#,
        #"% !percent! for %, !hash! for #, !backslash! for \, !caret! for ^, !tilde! for ~,"#,
        "% !space! for each further space in a row, and !! for !.",
      ])
  }

  /// Texts that a parser of keys could mistake for one another, in every order.
  private static let pieces = [
    "%", "#", "\\", "^", "~", " ", "!", "!!", "percent", "!percent!", "!space!", "space", "a", "é",
    "e\u{301}", "한", "50", "$", "&", "_", "u202E",
  ]

  @Test func noTwoNamesHaveOneKey() {
    var generator = SeededGenerator(state: 34)
    var names: [[UInt8]: String] = [:]
    var shared: [String] = []
    var unreadable: [String] = []
    for _ in 0..<50_000 {
      let count = Int.random(in: 1...6, using: &generator)
      let name = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
        .joined()
      // No name has a space at either end.
      guard name.first != " ", name.last != " " else { continue }
      let key = LaTeXValues.key("p/\(name)/n")
      let known = names.updateValue(name, forKey: Array(key.utf8))
      if let known, Array(known.utf8) != Array(name.utf8) { shared += [known, name] }
      if key.contains(where: { "%#\\^~{}".contains($0) }) || key.contains("  ") {
        unreadable.append(key)
      }
    }
    #expect(shared == [] && unreadable == [])
    #expect(names.count > 20_000)
  }
}
