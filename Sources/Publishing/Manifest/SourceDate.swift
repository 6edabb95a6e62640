import Diagnostics
import Glibc

/// The time that is declared for what is made, in the variable `SOURCE_DATE_EPOCH` of the environment, as seconds
/// since 1970 (reproducible-builds.org). Whoever publishes a report says by it when that is.
package enum SourceDate {
  private static let variable = "SOURCE_DATE_EPOCH"

  /// The declared time, ISO 8601 to the second; nil where none is declared.
  ///
  /// - Throws: where the variable has another value than a time before the year 10000.
  package static func declared() throws(InputError) -> String? {
    guard let value = getenv(variable).map({ String(cString: $0) }) else { return nil }
    guard let text = text(ofSeconds: value) else {
      throw InputError([
        Diagnostic(
          file: variable, message: "\(value.quoted) is no time",
          help: "set it to whole seconds since 1970, such as $(date +%s), or unset it")
      ])
    }
    return text
  }

  /// Seconds since 1970 as a time of the proleptic calendar, UTC; nil for what is none before the year 10000.
  static func text(ofSeconds seconds: String) -> String? {
    guard seconds.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      var time = Int(seconds), time < 253_402_300_800
    else { return nil }
    var parts = tm()
    gmtime_r(&time, &parts)
    func padded(_ number: Int32, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let day = [padded(parts.tm_year + 1900, 4), padded(parts.tm_mon + 1), padded(parts.tm_mday)]
    let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded($0) }
    return day.joined(separator: "-") + "T" + clock.joined(separator: ":") + "+00:00"
  }
}
