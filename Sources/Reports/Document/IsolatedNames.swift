/// Names that stand apart from the text around them, where scripts of both directions meet.
///
/// In an English sentence a number after a right-to-left name goes to the name's other side, and two such
/// names change places, unless each name is isolated: stands between U+2068 and U+2069 (Unicode's annex 9).
/// Only names with letters that are written from right to left get these marks, so that every other
/// report keeps its bytes. Files that machines read have none.
public struct IsolatedNames: Hashable, Sendable {
  /// No names, but the right-to-left words of a text stand apart all the same.
  public static let none = IsolatedNames([])

  /// Those with right-to-left letters, the longest first: a name may begin with another.
  private let names: [[Unicode.Scalar]]

  /// Of `names`, those that need it.
  public init(_ names: some Sequence<String>) {
    self.names = Set(names.filter(\.isRightToLeft)).map { Array($0.unicodeScalars) }
      .sorted { ($1.count, String($0)) < ($0.count, String($1)) }
  }

  /// Whether there is none.
  var isEmpty: Bool { names.isEmpty }

  /// A part of a text.
  struct Part: Hashable {
    var text: String
    var isIsolated: Bool
  }

  /// A text in parts: each name by itself, then what else is written from right to left, with all
  /// that stands between its first letter and its last.
  func parts(of text: String) -> [Part] {
    guard text.isRightToLeft else { return [Part(text: text, isIsolated: false)] }
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var plain: [Unicode.Scalar] = []
    var place = 0
    func endPlain() {
      parts += Self.words(plain)
      plain = []
    }
    while place < scalars.count {
      if let name = name(at: place, in: scalars) {
        endPlain()
        parts.append(Part(text: String(name), isIsolated: true))
        place += name.count
      } else {
        plain.append(scalars[place])
        place += 1
      }
    }
    endPlain()
    return parts
  }

  /// The text of a figure, which is a line of its own: a name alone stays as it is, names with words
  /// around them stand apart, and the line runs from left to right. An author's own words stay as they are.
  func lined(_ text: String) -> String {
    guard text.isRightToLeft else { return text }
    let scalars = Array(text.unicodeScalars)
    let isComposed = scalars.indices.contains { place in
      name(at: place, in: scalars).map { $0.count < scalars.count } ?? false
    }
    guard isComposed, !names.contains(scalars) else { return text }
    return Self.startedFromLeft(marked(text))
  }

  /// The text with the marks around its names.
  func marked(_ text: String) -> String {
    guard text.isRightToLeft else { return text }
    return parts(of: text).map { $0.isIsolated ? Self.isolated($0.text) : $0.text }.joined()
  }

  /// A text between the marks.
  static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  /// A line that begins with a name, so that a page which takes the direction of a line from its first
  /// letter does not turn it: a left-to-right mark stands first.
  static func startedFromLeft(_ line: String) -> String {
    guard line.unicodeScalars.contains("\u{2068}") else { return line }
    let letters = line.unicodeScalars.filter(\.properties.isAlphabetic)
    guard letters.first?.isRightToLeft == true, letters.contains(where: { !$0.isRightToLeft })
    else { return line }
    return "\u{200E}" + line
  }

  /// The longest name that stands at a place, with no letter of its script beside it.
  private func name(at place: Int, in scalars: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard place == 0 || !scalars[place - 1].isRightToLeft else { return nil }
    return names.first { name in
      let end = place + name.count
      return end <= scalars.count && scalars[place] == name[0]
        && scalars[place..<end].elementsEqual(name)
        && (end == scalars.count || !scalars[end].isRightToLeft)
    }
  }

  /// What is no name, with its right-to-left words apart.
  private static func words(_ scalars: [Unicode.Scalar]) -> [Part] {
    var parts: [Part] = []
    var rest = scalars[...]
    func plain(_ scalars: some Sequence<Unicode.Scalar>) {
      let text = String(Array(scalars))
      if !text.isEmpty { parts.append(Part(text: text, isIsolated: false)) }
    }
    while let first = rest.firstIndex(where: \.isRightToLeft) {
      let words = rest[first...].prefix { $0.isRightToLeft || !$0.properties.isAlphabetic }
      let end = (words.lastIndex(where: \.isRightToLeft) ?? first) + 1
      // The marks of a letter belong to it.
      let marks = rest[end...].prefix { $0.properties.isDiacritic }.count
      plain(rest[..<first])
      parts.append(Part(text: String(Array(rest[first..<end + marks])), isIsolated: true))
      rest = rest[(end + marks)...]
    }
    plain(rest)
    return parts
  }
}

extension String {
  /// Whether a letter of it is written from right to left.
  var isRightToLeft: Bool {
    // Their UTF-8 begins at 0xD6; nearly all text has none.
    utf8.contains { $0 >= 0xD6 } && unicodeScalars.contains(where: \.isRightToLeft)
  }

  fileprivate init(_ scalars: [Unicode.Scalar]) {
    self.init(String.UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of a script that is written from right to left: of the blocks which
  /// Unicode's annex 9 sets aside for such scripts.
  var isRightToLeft: Bool {
    guard value >= 0x590 else { return false }
    let isInBlock =
      (0x590...0x8FF).contains(value) || (0xFB1D...0xFDFF).contains(value)
      || (0xFE70...0xFEFF).contains(value) || (0x10800...0x10FFF).contains(value)
      || (0x1E800...0x1EFFF).contains(value)
    return isInBlock && properties.isAlphabetic
  }
}
