import Diagnostics
import Files
import Reports
import SpecLanguage

/// The manifest of a report, `ro-crate-metadata.json`: what it is called, what it answers, the spec that it
/// came from, and the digest of each file, in the form of RO-Crate 1.1.
///
/// It holds no time, no host and no path of a machine, so that equal reports have equal manifests.
struct Manifest {
  static let path = "ro-crate-metadata.json"
  /// The most bytes of a manifest, enough for thousands of figures.
  static let sizeLimit = 8 << 20

  /// The report's title, plain text.
  var title: String
  /// The first statement of its answer, Markdown; nil where it has none.
  var answer: String?
  /// The spec that it came from; nil where it does not say.
  var spec: Source?
  /// The SHA-256 of each file by its path; none before it was written.
  private(set) var digests: [String: String] = [:]

  /// A spec by its place in its project and its digest.
  struct Source: Hashable {
    /// Its path, told from the project's folder.
    var path: String
    /// The SHA-256 of its bytes.
    var sha256: String
  }

  /// The manifest of a report with these files.
  func file(of files: [ReportFile]) -> ReportFile {
    let parts = files.map { file -> JSONLiteral in
      [
        "@id": .text(file.path), "@type": "File",
        "encodingFormat": .text(Self.format(of: file.path)),
        "sha256": .text(SHA256.hex(of: file.bytes)),
      ]
    }
    var root: [JSONLiteral.Member] = [
      .init(key: "@id", value: "./"), .init(key: "@type", value: "Dataset"),
      .init(key: Self.titleKey, value: .text(title)),
    ]
    if let answer { root.append(.init(key: Self.answerKey, value: .text(answer))) }
    if spec != nil { root.append(.init(key: "isBasedOn", value: ["@id": .text(Self.specID)])) }
    root.append(
      .init(key: "hasPart", value: .list(files.map { ["@id": .text($0.path)] })))
    // No file of the report, so a thing that it is about.
    let sources = spec.map { spec -> [JSONLiteral] in
      [
        [
          "@id": .text(Self.specID), "@type": "CreativeWork", "name": .text(spec.path),
          "sha256": .text(spec.sha256),
        ]
      ]
    }
    let graph: JSONLiteral = [
      "@context": "https://w3id.org/ro/crate/1.1/context",
      "@graph": .list(
        [
          [
            "@id": .text(Self.path), "@type": "CreativeWork", "about": ["@id": "./"],
            "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"],
          ], .object(root),
        ] + (sources ?? []) + parts),
    ]
    return ReportFile(path: Self.path, bytes: Array((graph.written() + "\n").utf8))
  }

  /// The manifest in the folder of a report; nil where there is none, or one that says nothing of a
  /// report.
  ///
  /// - Throws: where something is there that cannot be read, or is larger than any manifest.
  init?(in folder: String, named name: String) throws(InputError) {
    let file = folder + "/" + Self.path
    guard FileKind(at: file) != nil else { return nil }
    let named = name + "/" + Self.path
    let bytes = try FileContents.read(file, named: named, limit: Self.sizeLimit)
    self.init(bytes, named: named)
  }

  /// The manifest that `bytes` hold; nil where they say nothing of a report.
  init?(_ bytes: [UInt8], named name: String) {
    let text = SourceText(name: name, bytes: bytes)
    guard let document = try? JSONReader.read(text),
      case .list(let graph)? = document["@graph"]?.content,
      let root = graph.first(where: { $0.text(of: "@id") == "./" }),
      let title = root.text(of: Self.titleKey)
    else { return nil }
    self.title = title
    answer = root.text(of: Self.answerKey)
    digests = graph.reduce(into: [:]) { digests, entry in
      guard let path = entry.text(of: "@id"), path != Self.specID else { return }
      digests[path] = entry.text(of: "sha256")
    }
    if let entry = graph.first(where: { $0.text(of: "@id") == Self.specID }),
      let path = entry.text(of: "name"), let digest = entry.text(of: "sha256")
    {
      spec = Source(path: path, sha256: digest)
    }
  }

  /// What a report with this title answers.
  init(title: String, answer: String?, spec: Source? = nil) {
    self.title = title
    self.answer = answer
    self.spec = spec
  }

  private static let titleKey = "name", answerKey = "description", specID = "#spec"

  private static func format(of path: String) -> String {
    switch path.split(separator: ".").last {
    case "md": "text/markdown"
    case "csv": "text/csv"
    case "tex": "application/x-tex"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }
}
