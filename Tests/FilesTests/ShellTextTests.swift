import Files
import Testing

/// Words as a shell reads them; the expected ones are what dash makes of the same lines.
@Suite struct ShellTextTests {
  @Test(
    "a line is parted as by a shell",
    arguments: [
      ("--partition=cpu --time=30", ["--partition=cpu", "--time=30"]),
      ("  --comment='two words'\t-x ", ["--comment=two words", "-x"]),
      (#"a\ b "c \" d" 'e \ f' """#, ["a b", #"c " d"#, #"e \ f"#, ""]), ("", []),
    ])
  func words(line: String, words: [String]) {
    #expect(ShellText.words(line) == words)
  }

  @Test("a quote that is not closed is refused", arguments: ["'a", "a \"b", "a\\"])
  func refused(line: String) { #expect(ShellText.words(line) == nil) }

  @Test(
    "the shell takes a quoted word as it is",
    arguments: ["", "a b", "it's", "$HOME", "-x", "a\nb", "나담", "*"])
  func quoted(word: String) throws {
    let output = try #require(
      CommandOutput.of("sh", ["-c", "printf %s \(ShellText.quoted(word))"]))
    #expect(output.output == word)
    if word != "a\nb" { #expect(ShellText.words(ShellText.quoted(word)) == [word]) }
  }
}
