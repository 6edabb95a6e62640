import Testing

@testable import Publishing

/// The time that is declared for a report.
@Suite struct SourceDateTests {
  @Test(
    arguments: [
      ("0", "1970-01-01T00:00:00+00:00"), ("951782399", "2000-02-28T23:59:59+00:00"),
      ("1700000000", "2023-11-14T22:13:20+00:00"),
      ("253402300799", "9999-12-31T23:59:59+00:00"), ("253402300800", nil), ("-1", nil),
      ("+1", nil), ("", nil), (" 1", nil), ("1.5", nil), ("99999999999999999999", nil),
    ])
  func aDeclaredTimeIsOfTheWesternCalendar(_ seconds: String, _ text: String?) {
    #expect(SourceDate.text(ofSeconds: seconds) == text)
  }
}
