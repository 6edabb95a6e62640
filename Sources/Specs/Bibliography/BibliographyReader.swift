import Diagnostics

/// Reads a BibTeX file (Patashnik, BibTeXing, 1988) into the works that it describes.
///
/// Text between entries is passed over, and so is what a percent sign begins there. Linear in the size of
/// the file, but for abbreviations, whose values are kept short.
struct BibliographyReader {
  /// The largest file in bytes.
  static let largestFile = 4 << 20
  /// The longest value of a field in bytes, once its abbreviations are spelled out.
  static let longestValue = 1 << 16

  let source: SourceText
  let bytes: [UInt8]
  var index = 0
  private var macros = Self.months
  private var entries: [BibliographyEntry] = []
  /// Where each key first stands, in lower case.
  private var known: [String: Range<Int>] = [:]
  /// What is wrong but leaves the rest readable.
  private var faults: [Diagnostic] = []

  /// The works of a file.
  ///
  /// - Parameter name: the file as the spec names it.
  /// - Throws: what is wrong with entries, up to the first place that leaves the rest unreadable.
  static func read(_ source: SourceText, named name: String) throws(InputError) -> Bibliography {
    if let fault = source.encodingFault() { throw InputError([fault]) }
    var reader = BibliographyReader(source)
    do throws(BibliographyFault) {
      while reader.skipToEntry() { try reader.entry() }
    } catch {
      reader.note(error)
    }
    guard reader.faults.isEmpty else { throw InputError(reader.faults) }
    return Bibliography(name: name, entries: reader.entries)
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The abbreviations that every file may use.
  private static let months = Dictionary(
    uniqueKeysWithValues: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ].map { (String($0.prefix(3)).lowercased(), $0) })

  private mutating func note(_ fault: BibliographyFault) {
    guard faults.count < 100 else { return }
    faults.append(
      source.diagnostic(at: fault.range, message: fault.message, help: fault.help))
  }

  /// Reads what an @ begins.
  private mutating func entry() throws(BibliographyFault) {
    let start = index
    index += 1
    skipSpace()
    let kind = word().lowercased()
    guard !kind.isEmpty else {
      throw BibliographyFault(start..<index, "'@' begins no entry", "write @article{key, ...}")
    }
    skipSpace()
    let isOpen = at("{") || at("(")
    if kind == "comment", !isOpen { return }
    guard isOpen else {
      throw BibliographyFault(
        start..<index, "no '{' after '@\(kind.visible)'",
        "an entry is written @article{key, ...}; an @ elsewhere needs a '%' before it on its line")
    }
    let opening = index
    let closing: Unicode.Scalar = at("{") ? "}" : ")"
    switch kind {
    case "comment":
      _ = try balanced(closedBy: closing)
    case "preamble":
      index += 1
      _ = try value()
      try close(closing, from: opening)
    case "string":
      index += 1
      let (name, _, text) = try field()
      macros[name] = text
      try close(closing, from: opening)
    default:
      index += 1
      try work(kind, from: opening, closing)
    }
  }

  /// Reads the key and the fields of a work.
  private mutating func work(
    _ kind: String, from opening: Int, _ closing: Unicode.Scalar
  ) throws(BibliographyFault) {
    skipSpace()
    let start = index
    let key = key(until: closing)
    let place = start..<max(index, start + 1)
    skipSpace()
    guard !key.isEmpty, at(",") || at(closing) else {
      throw BibliographyFault(
        place,
        key.isEmpty || at("=") ? "this entry has no key" : "no ',' after the key \(key.quoted)",
        "write @\(kind.visible){key, ...}")
    }
    if let first = known[key.lowercased()] {
      let line = source.place(of: first).line
      note(
        BibliographyFault(
          place, "two entries have the key \(key.quoted)",
          "rename or remove one: the first is on line \(line)"))
    } else {
      known[key.lowercased()] = place
    }
    var fields: [BibliographyEntry.Field] = []
    while at(",") {
      index += 1
      skipSpace()
      if at(closing) { break }
      let (name, nameRange, text) = try field()
      if fields.contains(where: { $0.name == name }) {
        note(
          BibliographyFault(
            nameRange, "\(key.quoted) has two fields \(name.quoted)", "remove one of them"))
      } else {
        fields.append(BibliographyEntry.Field(name: name, value: text))
      }
      skipSpace()
    }
    try close(closing, from: opening)
    entries.append(BibliographyEntry(kind: kind, key: key, fields: fields))
  }

  /// Reads a name, an equals sign and a value.
  private mutating func field() throws(BibliographyFault) -> (
    name: String, nameRange: Range<Int>, value: String
  ) {
    skipSpace()
    let start = index
    let name = word().lowercased()
    let range = start..<max(index, start + 1)
    skipSpace()
    guard !name.isEmpty, at("=") else {
      if index == bytes.count {
        throw BibliographyFault(range, "the file ends within an entry", "close it with '}'")
      }
      throw BibliographyFault(
        range, name.isEmpty ? "expected a field" : "no '=' after \(name.quoted)",
        "fields are written name = {value}")
    }
    index += 1
    return (name, range, try value())
  }

  /// Reads one or more pieces of text between number signs.
  private mutating func value() throws(BibliographyFault) -> String {
    skipSpace()
    let start = index
    var text = try piece()
    skipSpace()
    while at("#") {
      index += 1
      skipSpace()
      text += try piece()
      guard text.utf8.count <= Self.longestValue else {
        throw BibliographyFault(
          start..<index, "this value is too long", "the limit is \(Self.longestValue) bytes")
      }
      skipSpace()
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func piece() throws(BibliographyFault) -> String {
    let start = index
    if at("{") { return try limited(balanced(closedBy: "}"), from: start) }
    if at("\"") { return try limited(balanced(closedBy: "\""), from: start) }
    let name = word()
    let range = start..<max(index, start + 1)
    guard !name.isEmpty else {
      throw BibliographyFault(
        range, "expected a value", "values are written {text}, \"text\" or as a number")
    }
    if name.allSatisfy({ ("0"..."9").contains($0) }) { return name }
    if let text = macros[name.lowercased()] { return text }
    let nearest = NearestName.of(name, among: macros.keys.sorted())
    note(
      BibliographyFault(
        range, "no @string is called \(name.quoted)",
        (nearest.map { "did you mean \($0.quoted)? " } ?? "")
          + "text needs braces: {\(name.visible)}"))
    return ""
  }

  private func limited(_ text: String, from start: Int) throws(BibliographyFault) -> String {
    guard text.utf8.count <= Self.longestValue else {
      throw BibliographyFault(
        start..<start + 1, "this value is too long",
        "the limit is \(Self.longestValue) bytes; is it closed?")
    }
    return text
  }
}
