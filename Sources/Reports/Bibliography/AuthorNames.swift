/// The people of a BibTeX field, as a list of references names them.
struct AuthorNames {
  /// The most names that are spelled out.
  private static let most = 10

  /// The names in the order of the field, plain text, the given name first.
  let names: [String]
  /// Whether there are others, whom the field does not name.
  let hasOthers: Bool

  /// Reads a field such as `Kingma, Diederik P. and {The Adam Team} and others`.
  init(_ field: String) {
    var names = [""]
    for word in Self.parts(of: field, at: " ") {
      if word.lowercased() == "and" {
        names.append("")
      } else {
        names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
      }
    }
    names = names.filter { !$0.isEmpty }
    hasOthers = names.last?.lowercased() == "others"
    self.names = (hasOthers ? Array(names.dropLast()) : names).map(Self.name)
  }

  /// How many are told of, the unnamed ones as one.
  var count: Int { names.count + (hasOthers ? 1 : 0) }

  /// `A`, `A and B`, `A, B and C`, `A et al.`.
  var text: String {
    let shown = names.prefix(Self.most)
    if hasOthers || names.count > shown.count {
      return shown.joined(separator: ", ") + " et al."
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " and " + last
  }

  /// `Last, First` and `Last, Jr, First` with the given name first; other forms have it there.
  private static func name(_ text: String) -> String {
    let parts = parts(of: text, at: ",").map {
      TeXText.plain($0).split(separator: " ").joined(separator: " ")
    }
    switch parts.count {
    case 2: return [parts[1], parts[0]].filter { !$0.isEmpty }.joined(separator: " ")
    case 3:
      let name = [parts[2], parts[0]].filter { !$0.isEmpty }.joined(separator: " ")
      return parts[1].isEmpty ? name : "\(name), \(parts[1])"
    default: return parts.joined(separator: ", ")
    }
  }

  /// The parts of TeX between separators outside braces.
  private static func parts(of text: String, at separator: Unicode.Scalar) -> [String] {
    var parts = [String.UnicodeScalarView()]
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      if scalar == separator, depth == 0 {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalar)
      }
    }
    return parts.map { String($0) }
  }
}
