import Foundation

/// GitHub's own reader of Markdown, where it is installed (Debian: `cmark-gfm`).
enum MarkdownReader {
  static let path = "/usr/bin/cmark-gfm"

  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The HTML that GitHub makes of `markdown`.
  ///
  /// - Parameter keepsHTML: whether raw HTML is in it.
  static func html(_ markdown: String, keepsHTML: Bool = true) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    let extensions = ["table", "autolink", "strikethrough", "tasklist", "footnotes"]
    process.arguments = extensions.flatMap { ["-e", $0] } + (keepsHTML ? ["--unsafe"] : [])
    let input = FileManager.default.temporaryDirectory
      .appending(path: "markdown-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: input) }
    try Data(markdown.utf8).write(to: input)
    process.arguments?.append(input.path)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  /// Plain text as HTML shows it.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// The same random numbers in every run: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
