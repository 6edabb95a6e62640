import Diagnostics

#if canImport(Glibc)
  import Glibc
#endif

/// An error as GitHub Actions shows it beside a file.
struct Annotation {
  /// The line of a log that asks for it.
  let line: String

  /// Whether GitHub Actions reads the log.
  static var isWanted: Bool { getenv("GITHUB_ACTIONS") != nil }

  /// `text` beside the first line of a file, which is named as from the working folder.
  init(_ file: String, _ text: String) { self.init(file, "line=1", text) }

  /// A fault at its place.
  init(_ fault: Diagnostic) {
    let place = fault.place.map { "line=\($0.line),col=\($0.column)" } ?? "line=1"
    let text = [fault.message] + [fault.help].compactMap(\.self) + fault.notes
    self.init(fault.file, place, text.map(\.visible).joined(separator: "\n"))
  }

  private init(_ file: String, _ place: String, _ text: String) {
    let file = Self.escaped(Self.fromWorkspace(file)).replacing(":", with: "%3A")
      .replacing(",", with: "%2C")
    line = "::error file=\(file),\(place)::\(Self.escaped(text))"
  }

  /// What would end a line of the log, or begin such a replacement.
  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  /// A file as it is called from the top of the checkout, from which GitHub knows it.
  private static func fromWorkspace(_ file: String) -> String {
    guard !file.hasPrefix("/"), let workspace = getenv("GITHUB_WORKSPACE"),
      let top = realpath(workspace, nil), let here = getcwd(nil, 0)
    else { return file }
    defer {
      free(top)
      free(here)
    }
    let (outer, inner) = (String(cString: top) + "/", String(cString: here) + "/")
    return inner.hasPrefix(outer) ? inner.dropFirst(outer.count) + file : file
  }
}
