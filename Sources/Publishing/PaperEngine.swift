import CairoRendering
import Reports

/// The LaTeX tables of a report, which say which engine they need where pdflatex cannot set their text.
///
/// pdflatex sets what LaTeX's own encodings have, most of Latin; of other scripts it knows nothing
/// unless a paper loads an encoding for each. An author should know before a submission fails.
struct PaperEngine {
  /// The files, each with a comment for what it needs.
  private(set) var files: [ReportFile]
  /// What pdflatex cannot set, each script once.
  private(set) var scripts: [UnsetScript] = []

  /// - Parameter files: the files of a report; those that are no tables in LaTeX stay as they are.
  init(_ files: [ReportFile]) {
    self.files = files
    for index in files.indices {
      let path = files[index].path
      guard path.hasPrefix("tables/"), path.hasSuffix(".tex") else { continue }
      var lines = String(decoding: files[index].bytes, as: UTF8.self)
        .split(separator: "\n" as Character, omittingEmptySubsequences: false)
      // A comment is never set.
      let found = lines.filter { !$0.hasPrefix("%") }.reduce(into: [UnsetScript]()) { all, line in
        for script in UnsetScript.all(in: line, of: path)
        where !all.contains(where: { $0.name == script.name }) { all.append(script) }
      }
      guard !found.isEmpty else { continue }
      let names = Self.listed(found.map(\.name))
      let need: Substring = "% Needs lualatex or xelatex and a font with \(names)."
      lines.insert(need, at: min(1, lines.count))
      self.files[index].content = .bytes(Array(lines.joined(separator: "\n").utf8))
      scripts += found.filter { script in !scripts.contains { $0.name == script.name } }
    }
  }

  private static func listed(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// A script in a LaTeX file that pdflatex cannot set.
struct UnsetScript: Hashable {
  /// The script's name, such as "Hangul".
  let name: String
  /// The first text with it.
  let text: String
  /// The file that has it.
  let path: String

  /// The whole message.
  var message: String {
    "pdflatex cannot set \(name), as \(path) has it in '\(text)': lualatex and xelatex can, with a "
      + "font for it."
  }

  /// Those in a line of a file, in the order of their first characters.
  static func all(in line: Substring, of path: String) -> [UnsetScript] {
    guard line.utf8.contains(where: { $0 >= 0x80 }) else { return [] }
    // TeX's own characters and spaces part the texts.
    let texts = line.unicodeScalars.split { $0.isASCII && !$0.properties.isAlphabetic }
    var found: [UnsetScript] = []
    for text in texts {
      for scalar in text where !isSet(scalar) {
        let name = Script(of: scalar).name
        guard !found.contains(where: { $0.name == name }) else { continue }
        found.append(UnsetScript(name: name, text: String(Substring(text)), path: path))
      }
    }
    return found
  }

  /// Whether pdflatex sets a character without further packages.
  private static func isSet(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || known.contains { $0.contains(scalar.value) }
  }

  /// The characters of the encodings that LaTeX loads by itself: OT1, OMS, T1 and TS1, as their files
  /// `*enc.dfu` of LaTeX 2022 declare them.
  private static let known: [ClosedRange<UInt32>] = [
    0x00A0...0x0125, 0x0128...0x0137, 0x0139...0x013E, 0x0141...0x0148, 0x014A...0x0165,
    0x0168...0x017E, 0x0192...0x0192, 0x01C4...0x01D4, 0x01E2...0x01E3, 0x01E6...0x01EB,
    0x01F0...0x01F0, 0x01F4...0x01F5, 0x0218...0x021B, 0x0232...0x0233, 0x0237...0x0237,
    0x02C7...0x02C7, 0x02D8...0x02D9, 0x02DB...0x02DB, 0x02DD...0x02DD, 0x0E3F...0x0E3F,
    0x1E02...0x1E03, 0x1E0D...0x1E0D, 0x1E1E...0x1E21, 0x1E25...0x1E25, 0x1E30...0x1E31,
    0x1E37...0x1E37, 0x1E43...0x1E43, 0x1E45...0x1E45, 0x1E47...0x1E47, 0x1E5B...0x1E5B,
    0x1E63...0x1E63, 0x1E6D...0x1E6D, 0x1E8E...0x1E91, 0x1E9E...0x1E9E, 0x1EF2...0x1EF3,
    0x200C...0x200C, 0x2010...0x2016, 0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022,
    0x2030...0x2031, 0x2039...0x203B, 0x203D...0x203D, 0x2044...0x2044, 0x204E...0x204E,
    0x2052...0x2052, 0x20A1...0x20A1, 0x20A4...0x20A4, 0x20A6...0x20A6, 0x20A9...0x20A9,
    0x20AB...0x20AC, 0x20B1...0x20B1, 0x2103...0x2103, 0x2116...0x2117, 0x211E...0x211E,
    0x2120...0x2120, 0x2122...0x2122, 0x2126...0x2127, 0x212E...0x212E, 0x2190...0x2193,
    0x2329...0x232A, 0x2422...0x2423, 0x25E6...0x25E6, 0x25EF...0x25EF, 0x266A...0x266A,
    0x27E8...0x27E9, 0x3008...0x3009, 0xFB00...0xFB06, 0xFEFF...0xFEFF,
  ]
}
