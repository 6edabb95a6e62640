import Diagnostics

/// A last column without a name: a delimiter at the end of every row makes one that is empty, which
/// is then left out.
struct TrailingColumn {
  /// Its place among the features; nil where there is no such column, or it is one like others.
  private(set) var place: Int?
  private var emptyRows = 0
  private var hasValue = false

  init(place: Int?) { self.place = place }

  /// Whether it can be left out.
  var isEmpty: Bool { place != nil && !hasValue && emptyRows > 0 }

  /// Takes note of a row without a value; false where rows before have one, so that it is missing.
  mutating func sawNothing() -> Bool {
    if hasValue { return false }
    emptyRows += 1
    return true
  }

  /// Takes note of a value; after rows without one it is a fault.
  mutating func sawValue(at range: Range<Int>, _ faults: inout TextFaults) {
    if emptyRows > 0 {
      faults.add(
        at: range,
        "the last column has no name, and a value here but none in the \(counted(emptyRows, "row")) before",
        help: "name the column in the header, or list the \"features\"", kind: "unnamed column")
    }
    hasValue = true
  }
}
