import Diagnostics

/// Collects the faults of a text file that is read a record at a time.
///
/// A fault's place is known as bytes of the record at hand. `locate` turns such places into lines
/// and columns before the record's bytes are gone. A fault that repeats down a file is shown where it
/// comes first, and then counted.
struct TextFaults {
  /// How many kinds of faults are reported; a file with more is of another kind than was thought.
  static let limit = 20

  private let name: String
  /// What a repeating fault is counted in, such as "row".
  private let unit: String
  private var found: [Found] = []
  private var pending: [(range: Range<Int>, fault: Found)] = []
  /// In how many records each kind came after the first one.
  private var repeats: [String: Int] = [:]
  private var lastRecords: [String: Int] = [:]
  private var record = 0

  private struct Found {
    var kind: String
    var diagnostic: Diagnostic
  }

  /// No faults of the file that the user calls `name`.
  init(_ name: String, unit: String = "row") {
    self.name = name
    self.unit = unit
  }

  /// No faults of the same file.
  init(_ other: TextFaults) {
    self.init(other.name, unit: other.unit)
  }

  /// Adds the faults that were found elsewhere in the file.
  mutating func take(_ others: TextFaults) {
    found += others.found
    for (kind, count) in others.repeats { repeats[kind, default: 0] += count }
  }

  /// Whether there is no fault.
  var isEmpty: Bool { found.isEmpty && pending.isEmpty }

  /// Whether no more faults are wanted.
  var isFull: Bool { found.count + pending.count >= Self.limit }

  /// Whether there are faults whose lines are not known yet.
  var hasPending: Bool { !pending.isEmpty }

  /// Adds a fault at bytes of the record at hand, or of the file as a whole.
  ///
  /// - Parameter kind: what faults have in common of which only the first is shown; nil: the message
  ///   but for what it quotes and counts.
  mutating func add(
    at range: Range<Int>?, _ message: @autoclosure () -> String,
    help: @autoclosure () -> String, kind: String? = nil
  ) {
    if let kind, repeats[kind] != nil { return count(kind) }
    let message = message()
    let kind = kind ?? Self.kind(of: message)
    if repeats[kind] != nil { return count(kind) }
    guard !isFull else { return }
    repeats[kind] = 0
    lastRecords[kind] = record
    let fault = Found(
      kind: kind, diagnostic: Diagnostic(file: name, message: message, help: help()))
    if let range { pending.append((range, fault)) } else { found.append(fault) }
  }

  /// Says that faults from here on belong to another record.
  mutating func beginRecord() { record += 1 }

  private mutating func count(_ kind: String) {
    guard lastRecords.updateValue(record, forKey: kind) != record else { return }
    repeats[kind, default: 0] += 1
  }

  /// Says better, once the whole file is known, what to do about a kind of fault; does nothing where
  /// there was none.
  mutating func explain(_ kind: String, help: String) {
    for index in found.indices where found[index].kind == kind {
      found[index].diagnostic.help = help
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
    for (place, fault) in pending {
      let start = place.lowerBound - range.lowerBound
      found.append(
        Found(
          kind: fault.kind,
          diagnostic: text.diagnostic(
            at: start..<start + place.count, message: fault.diagnostic.message,
            help: fault.diagnostic.help)))
    }
    pending = []
  }

  /// Throws all faults, if there are any, in the order of their places.
  func check() throws(InputError) {
    guard !isEmpty else { return }
    let ordered = found.enumerated().sorted { one, other in
      switch (one.element.diagnostic.place, other.element.diagnostic.place) {
      case (nil, nil): one.offset < other.offset
      case (nil, _): true
      case (_, nil): false
      case (let place?, let next?):
        (place.line, place.column, one.offset) < (next.line, next.column, other.offset)
      }
    }
    throw InputError(
      .malformed,
      ordered.map { fault in
        var diagnostic = fault.element.diagnostic
        let count = repeats[fault.element.kind] ?? 0
        if count > 0 {
          diagnostic.notes.append("and \(counted(count, "more \(unit)")) like it")
        }
        return diagnostic
      })
  }

  /// A message without what stands in quotes and without numbers.
  private static func kind(of message: String) -> String {
    var kind = ""
    var isQuoted = false
    for character in message {
      if character == "'" { isQuoted.toggle() }
      if !isQuoted, !character.isNumber { kind.append(character) }
    }
    return kind
  }
}
