import Diagnostics

/// Reads a JSON text (RFC 8259) into values with their places. Linear in the size of the text.
package struct JSONReader {
  /// How deep lists and objects may be nested.
  package static let deepest = 64

  package let source: SourceText
  package let bytes: [UInt8]
  package var index = 0
  /// The opening brackets of the lists and objects that are being read.
  private var open: [Int] = []

  /// The one value of a text.
  ///
  /// - Throws: the first fault alone: what follows it cannot be told for sure.
  package static func read(_ source: SourceText) throws(InputError) -> JSONValue {
    if let fault = source.encodingFault() { throw InputError([fault]) }
    var reader = JSONReader(source: source)
    do throws(JSONFault) {
      return try reader.document()
    } catch {
      let fault = source.diagnostic(at: error.range, message: error.message, help: error.help)
      throw InputError([fault])
    }
  }

  private init(source: SourceText) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  private mutating func document() throws(JSONFault) -> JSONValue {
    skipSpace()
    guard index < bytes.count else {
      throw JSONFault(0..<0, "the file is empty", "expected a JSON object: { ... }")
    }
    let value = try value()
    skipSpace()
    guard index == bytes.count else {
      throw misplaced("text after the end of the JSON value", "remove it")
    }
    return value
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    let start = index
    guard index < bytes.count else { throw endOfFile() }
    let content: JSONValue.Content
    switch bytes[index] {
    case UInt8(ascii: "{"): content = .object(try object())
    case UInt8(ascii: "["): content = .list(try list())
    case UInt8(ascii: "\""): content = .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .number(try number())
    default: content = try word()
    }
    return JSONValue(content: content, range: start..<index)
  }

  private mutating func list() throws(JSONFault) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    while try !closes(UInt8(ascii: "]"), isFirst: elements.isEmpty) {
      elements.append(try value())
    }
    return elements
  }

  private mutating func object() throws(JSONFault) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    while try !closes(UInt8(ascii: "}"), isFirst: members.isEmpty) {
      let start = index
      guard bytes[index] == UInt8(ascii: "\"") else { throw misplacedKey() }
      let key = try text()
      let keyRange = start..<index
      skipSpace()
      guard index < bytes.count else { throw endOfFile() }
      guard bytes[index] == UInt8(ascii: ":") else {
        throw misplaced("expected ':' after the key \(key.quoted)")
      }
      index += 1
      skipSpace()
      members.append(JSONMember(key: key, keyRange: keyRange, value: try value()))
    }
    return members
  }

  /// Steps over the opening bracket of a list or an object.
  private mutating func enter() throws(JSONFault) {
    guard open.count < Self.deepest else {
      throw JSONFault(
        index..<index + 1, "nested too deeply", "the limit is \(Self.deepest) levels")
    }
    open.append(index)
    index += 1
  }

  /// Steps over what stands between elements; true when the list or object has ended.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    skipSpace()
    guard index < bytes.count else { throw endOfFile() }
    if bytes[index] == bracket {
      index += 1
      open.removeLast()
      return true
    }
    if isFirst {
      guard bytes[index] != UInt8(ascii: ",") else { throw misplaced("nothing before the comma") }
      return false
    }
    guard bytes[index] == UInt8(ascii: ",") else {
      let closing = Character(Unicode.Scalar(bracket))
      throw misplaced("expected ',' or '\(closing)'", "is a comma missing before this?")
    }
    let comma = index
    index += 1
    skipSpace()
    guard index < bytes.count else { throw endOfFile() }
    if bytes[index] == bracket {
      throw JSONFault(comma..<comma + 1, "comma after the last element", "remove it")
    }
    if bytes[index] == UInt8(ascii: ",") {
      throw JSONFault(index..<index + 1, "two commas in a row", "remove one")
    }
    return false
  }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  /// The fault of a text that ends too early, at its last character.
  private func endOfFile() -> JSONFault {
    var last = bytes.count
    while last > 0, bytes[last - 1] <= 0x20 { last -= 1 }
    let opened = open.last.map { opening in
      let bracket = Character(Unicode.Scalar(bytes[opening]))
      return "'\(bracket)' of line \(source.place(of: opening..<opening).line) is never closed"
    }
    return JSONFault(last..<last, "the file ends too early", opened)
  }
}
