import Diagnostics
import Kernels
import Testing

@testable import SpecLanguage

/// Numbers at the ends of what integers and doubles hold: no arithmetic on them may overflow.
struct ExtremeNumberTests {
  @Test(
    "numbers in messages",
    arguments: [
      (Double(Int.min), "-9.223372036854776e+18"),
      (Double(Int.max), "9.223372036854776e+18"), (1e308, "1e+308"), (-1e308, "-1e+308"),
      (.leastNonzeroMagnitude, "5e-324"), (-999_999, "-999999"), (-1_000_000, "-1000000"),
      (0.5, "0.5"),
    ])
  func texts(number: Double, text: String) {
    #expect(NumberText.exact(number) == text)
  }

  @Test("integers with commas")
  func groups() {
    #expect(grouped(.min) == "-9,223,372,036,854,775,808")
    #expect(grouped(.max) == "9,223,372,036,854,775,807")
  }

  @Test(
    "whole numbers, or none",
    arguments: [
      ("-9223372036854775808", Int.min), ("9223372036854775807", .max),
      ("-9223372036854775809", nil), ("9223372036854775808", nil),
      ("1e9223372036854775807", nil), ("1e-9223372036854775808", nil),
      ("1.5e-9223372036854775808", nil), ("10e9223372036854775807", nil), ("1e400", nil),
      ("0e9223372036854775807", 0), ("12e17", 1_200_000_000_000_000_000),
    ] as [(String, Int?)])
  func wholes(literal: String, whole: Int?) {
    #expect(JSONNumber(literal: literal).whole == whole)
  }
}
