import Diagnostics

/// A column of text where numbers belong, for one message about all of its rows.
struct TextColumn {
  /// How many distinct texts a message shows.
  private static let mostShown = 6

  private var count = 0
  private var values: [String] = []
  private var hasMoreValues = false

  /// The kind of the faults of numbers in another form.
  static let numberForm = "number form"

  /// The kind of a column's faults.
  static func kind(_ column: Int) -> String { "text in column \(column)" }

  /// 1 and 0 for the spellings of true and false.
  static func truth(_ bytes: ArraySlice<UInt8>) -> Double? {
    switch String(decoding: bytes.prefix(6), as: UTF8.self) {
    case "True", "TRUE", "true": 1
    case "False", "FALSE", "false": 0
    default: nil
    }
  }

  /// Takes note of a text.
  mutating func add(_ text: String) {
    count += 1
    guard !values.contains(text) else { return }
    if values.count < Self.mostShown { values.append(text) } else { hasMoreValues = true }
  }

  /// What to do about it.
  ///
  /// - Parameters:
  ///   - column: the column as a spec names it.
  ///   - isTarget: whether it is the target.
  ///   - rowCount: how many rows the file has.
  ///   - others: the other features as a spec names them.
  func help(column: String, isTarget: Bool, rowCount: Int, others: [String]) -> String {
    let shown =
      values.sorted().map(\.quoted).joined(separator: ", ") + (hasMoreValues ? ", ..." : "")
    if isTarget {
      return "expected a number such as -1.5e3; labels need \"task\": \"classification\" (found: "
        + shown + ")"
    }
    // A few odd ones among numbers are no categories.
    if values.count == 1, count * 2 < rowCount {
      return "expected a number such as -1.5e3; if it stands for a missing value, add "
        + "\"missing_values\": [\(values[0].quotedJSON)]"
    }
    let features = others.prefix(8).joined(separator: ", ") + (others.count > 8 ? ", ..." : "")
    return "expected a number such as -1.5e3; for categories add \"categorical\": [\(column)]"
      + (others.isEmpty ? "" : ", to leave it out \"features\": [\(features)]")
      + " (found: \(shown))"
  }

  /// What to do about numbers that are written in another form: the keys that read all of them.
  var numberHelp: String {
    let longest =
      values.compactMap { NumberForm.likely($0)?.keys }.max { $0.count < $1.count } ?? ""
    return "numbers written like this need " + keys(longest)
  }

  private func keys(_ longest: String) -> String {
    let grouped = NumberForm(thousands: ",")
    let isAmbiguous = values.allSatisfy { value in
      let bytes = Array(value.utf8)
      if case .finite = grouped.number(bytes.span, bytes.indices) { return true }
      return false
    }
    return isAmbiguous && longest == "\"decimal\": \",\""
      ? "\(longest) if the comma is the decimal sign, \"thousands\": \",\" if it groups digits"
      : longest
  }
}

extension String {
  /// The text as JSON writes it, what a terminal would act on written out.
  var quotedJSON: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
