import Diagnostics

/// Collects the faults of a CSV file.
struct CSVFaults {
  /// How many faults are reported; a file with more is of another kind than was thought.
  static let limit = 20

  private let source: CSVSource
  private let bytes: [UInt8]
  private var found: [(range: Range<Int>?, message: String, help: String)] = []

  /// No faults of the file `source` with the content `bytes`.
  init(_ source: CSVSource, bytes: [UInt8]) {
    self.source = source
    self.bytes = bytes
  }

  /// Whether there is no fault.
  var isEmpty: Bool { found.isEmpty }

  /// Whether no more faults are wanted.
  var isFull: Bool { found.count >= Self.limit }

  /// Adds a fault at bytes of the file, or of the file as a whole.
  mutating func add(at range: Range<Int>?, _ message: String, help: String) {
    guard !isFull else { return }
    found.append((range, message, help))
  }

  /// Throws all faults, if there are any, in the order of their places.
  func check() throws(InputError) {
    guard !isEmpty else { return }
    let text = SourceText(name: source.file.displayName, bytes: bytes)
    let ordered = found.enumerated().sorted { one, other in
      (one.element.range?.lowerBound ?? -1, one.offset)
        < (other.element.range?.lowerBound ?? -1, other.offset)
    }
    throw InputError(
      .malformed,
      ordered.map { _, fault in
        guard let range = fault.range else {
          return Diagnostic(file: source.file.displayName, message: fault.message, help: fault.help)
        }
        return text.diagnostic(at: range, message: fault.message, help: fault.help)
      })
  }
}
