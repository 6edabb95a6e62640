import Testing

@testable import Plotting

@Suite struct LabelTextTests {
  /// A label as it travels, with brackets in the place of its marks.
  private func marked(_ source: String) throws -> String {
    try LabelText.marked(source).replacing("\u{E}", with: "⟦").replacing("\u{F}", with: "⟧")
  }

  @Test func dollarSignsMarkMathematics() throws {
    #expect(try marked("decay") == "decay")
    #expect(try marked("decay $\\beta_2$ of $x$") == "decay ⟦\\beta_2⟧ of ⟦x⟧")
    #expect(try marked("cost in \\$") == "cost in $")
    #expect(try marked("a\\b \\\\ c\\") == "a\\b \\\\ c\\")
    #expect(try marked("$a\\$b$") == "⟦a\\$b⟧")
    #expect(!LabelText.hasFormula("Adam $x$"))
  }

  @Test(arguments: [
    ("cost in $", 8..<9, "does not end"), ("a $ $ b", 2..<5, "nothing stands between"),
    ("η $\\betta$", 4..<10, "cannot draw '\\betta'"),
    ("$a\\frac12$", 2..<7, "cannot draw '\\frac'"),
    ("$x^2^3$", 4..<6, "a second exponent"), ("$x_1_2$", 4..<6, "a second index"),
    ("$_2$", 1..<2, "stands after nothing"), ("$\\hat{xy}$", 1..<9, "over one letter"),
    ("${x$", 1..<3, "'{' without '}'"), ("$x}$", 2..<3, "'}' without '{'"),
    ("$a\\$", 0..<1, "does not end"),
    ("$x \" y$", 3..<4, "cannot hold"), ("$\\mathcal{A}$", 1..<12, "no such letters"),
    ("$\\mathrm x$", 1..<9, "needs braces"), ("$x^$", 2..<3, "needs something"),
    ("$\\text{a_b}$", 8..<9, "words alone"), ("$\\text{a$", 1..<8, "without '}'"),
    ("$x^{x^{x^{x^{x^x}}}}$", 13..<14, "too deep"),
  ])
  func whatCannotBeDrawnIsRefused(source: String, range: Range<Int>, message: String) throws {
    let fault = #expect(throws: FormulaFault.self) { try LabelText.marked(source) }
    #expect(fault?.message.contains(message) == true, "\(fault?.message ?? "")")
    #expect(fault?.range == range)
  }

  @Test func theNearestCommandIsNamed() throws {
    let fault = #expect(throws: FormulaFault.self) { try LabelText.marked("$\\betta$") }
    #expect(fault?.help.hasPrefix("did you mean 'beta'?") == true)
  }

  /// The characters are those of Unicode's charts.
  @Test(arguments: [
    ("$\\beta_2$", "β₂"), ("$10^{-3}$", "10⁻³"), ("$x_{\\max}$", "x_(max)"), ("$x_i^2$", "x_i²"),
    ("$\\hat{v}_t$", "v\u{302}_t"), ("$a=b$", "a = b"), ("$-1$", "\u{2212}1"),
    ("$\\log f$", "log f"), ("$f'(x)$", "f′(x)"), ("$\\sqrt{v}+\\sqrt{a+b}$", "√v + √(a + b)"),
    ("$\\mathbf{w}\\cdot\\mathcal{L}$", "w · ℒ"), ("\\$5, $\\text{for two}$", "$5, for two"),
    ("$1 \\le \\|x\\| \\leq \\infty$", "1 ≤ ‖x‖ ≤ ∞"),
  ])
  func formulasCanBeRead(source: String, plain: String) throws {
    #expect(LabelText.plain(try LabelText.marked(source)) == plain)
  }

  @Test func latexKeepsFormulasAndEscapesTheRest() throws {
    #expect(
      LabelText.latex(try LabelText.marked("50 % of $\\beta_2$ & \\$"))
        == "50 \\% of $\\beta_2$ \\& \\$")
    #expect(LabelText.latex("$x$") == "\\$x\\$")
  }
}
