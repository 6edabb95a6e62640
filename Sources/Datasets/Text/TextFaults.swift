import Diagnostics

/// Collects the faults of a text file that is read a record at a time.
///
/// A fault's place is known as bytes of the record at hand. `locate` turns such places into lines
/// and columns before the record's bytes are gone.
struct TextFaults {
  /// How many faults are reported; a file with more is of another kind than was thought.
  static let limit = 20

  private let name: String
  private var found: [Diagnostic] = []
  private var pending: [(range: Range<Int>, message: String, help: String)] = []

  /// No faults of the file that the user calls `name`.
  init(_ name: String) {
    self.name = name
  }

  /// Whether there is no fault.
  var isEmpty: Bool { found.isEmpty && pending.isEmpty }

  /// Whether no more faults are wanted.
  var isFull: Bool { found.count + pending.count >= Self.limit }

  /// Whether there are faults whose lines are not known yet.
  var hasPending: Bool { !pending.isEmpty }

  /// Adds a fault at bytes of the record at hand, or of the file as a whole.
  mutating func add(at range: Range<Int>?, _ message: String, help: String) {
    guard !isFull else { return }
    if let range {
      pending.append((range, message, help))
    } else {
      found.append(Diagnostic(file: name, message: message, help: help))
    }
  }

  /// Finds the places of the faults of a record.
  ///
  /// - Parameters:
  ///   - bytes: what the faults' ranges refer to.
  ///   - range: the record in them, and as much of what follows as is there.
  ///   - line: the number of its first line, from 1.
  mutating func locate(in bytes: [UInt8], _ range: Range<Int>, line: Int) {
    guard !pending.isEmpty else { return }
    let text = SourceText(name: name, bytes: Array(bytes[range]), firstLine: line)
    for fault in pending {
      let start = fault.range.lowerBound - range.lowerBound
      found.append(
        text.diagnostic(
          at: start..<start + fault.range.count, message: fault.message, help: fault.help))
    }
    pending = []
  }

  /// Throws all faults, if there are any, in the order of their places.
  func check() throws(InputError) {
    guard !isEmpty else { return }
    let ordered = found.enumerated().sorted { one, other in
      switch (one.element.place, other.element.place) {
      case (nil, nil): one.offset < other.offset
      case (nil, _): true
      case (_, nil): false
      case (let place?, let next?):
        (place.line, place.column, one.offset) < (next.line, next.column, other.offset)
      }
    }
    throw InputError(.malformed, ordered.map(\.element))
  }
}
