import Testing

@testable import Reports

/// Plain text as LaTeX.
@Suite struct LaTeXTextTests {
  @Test(arguments: [
    (#"\input{/etc/passwd}"#, #"\textbackslash{}input\{/etc/passwd\}"#),
    ("a & b # c % d $ e _ f", ##"a \& b \# c \% d \$ e \_ f"##),
    ("a^^41 ~", #"a\textasciicircum{}\textasciicircum{}41 \textasciitilde{}"#),
    ("a<b>|c", "a$<$b$>|$c"),
    (#"a "b" `c` 'd'"#, #"a {\char34}b{\char34} \textasciigrave{}c\textasciigrave{} 'd'"#),
    // A dash, quotation marks and a comma of another language would come of them.
    ("a--b ''c'' d,,e", "a-{}-b '{}'c'{}' d,{},e"),
    ("−1.3 × 10⁻⁷ to ∞", #"$-$1.3 $\times$ 10$^{-7}$ to $\infty$"#),
    ("β₁ε² ‖x‖ ≈ ½", #"$\beta_{1}\varepsilon^{2}$ $\|$x$\|$ $\approx$ \textonehalf{}"#),
    ("Adam’s “best” – 1…", #"Adam's ``best'' -- 1\dots{}"#),
    ("Müller 한국어", "Müller 한국어"),
    ("a\nb\tc\r\n\r\nd\u{2028}e", "a b c    d e"), ("a\u{0}b\u{202e}c", "a?b?c"),
    // To TeX these are a backslash, a brace and a sign of comment.
    ("\\\u{301}x {\u{301} %\u{301}", "\\textbackslash{}\u{301}x \\{\u{301} \\%\u{301}"),
  ])
  func textIsSetAsItIs(_ text: String, _ expected: String) {
    #expect(LaTeXText.escaped(text) == expected)
  }

  @Test func emphasisAndCodeStay() {
    #expect(
      LaTeXText.written([
        .strong(["a_b"]), .emphasis([.code("c%")]), .math(#"\beta_1"#), .link(["d&"], to: "#x"),
        .lineBreak(isHard: true), .anchor("x"), .reference("e_f"),
      ]) == #"\textbf{a\_b}\emph{\texttt{c\%}}$\beta_1$d\& e\_f"#)
  }

  @Test func aCommentStaysOnItsLine() {
    #expect(
      LaTeXText.origin("a\r\nb\u{2028}\u{85}c") == "% Made from abc by `report`; do not edit.")
  }
}
