import Diagnostics
import Files
import SpecLanguage

/// What the manifest of a report says, read back: a report is known by it alone.
///
/// `Crate` writes it. Of earlier forms all is read that they have.
struct Manifest {
  static let path = "ro-crate-metadata.json"
  /// The most bytes of a manifest, enough for thousands of figures.
  static let sizeLimit = 8 << 20

  /// Files that a report is made with and that are not committed: that they are missing says nothing.
  static let uncommitted: Set<String> = ["data/curves.csv", "data/timing.csv"]

  /// The report's title, plain text.
  let title: String
  /// The first statement of its answer, Markdown; nil where it has none.
  let answer: String?
  /// The spec that it came from; nil where it does not say.
  let spec: Source?
  /// The time that was declared for it; nil where none was.
  let time: String?
  /// What was missing when the report was made, in words; nil where it was made of all runs.
  let incompleteness: String?
  /// The SHA-256 of each file by its path.
  let digests: [String: String]

  /// A spec by its place in its project and its digest.
  struct Source: Hashable {
    /// Its path, told from the project's folder.
    var path: String
    /// The SHA-256 of its bytes.
    var sha256: String
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
      let root = graph.first(where: { $0.text(of: "@id") == CrateIdentifier.root }),
      let title = root.text(of: "name")
    else { return nil }
    self.title = title
    let description = root.text(of: "description")
    answer = description == Crate.unanswered ? nil : description
    time = root.text(of: "datePublished")
    incompleteness = graph.first { $0.text(of: "@type") == "CreateAction" }?.text(of: "error")
    digests = graph.reduce(into: [:]) { digests, entity in
      guard let path = Self.path(of: entity) else { return }
      digests[path] = entity.text(of: "sha256")
    }
    let source = graph.first { $0.text(of: "@id") == CrateIdentifier.spec }
    if let path = source?.text(of: "name"), let digest = source?.text(of: "sha256") {
      spec = Source(path: path, sha256: digest)
    } else {
      spec = nil
    }
  }

  /// The file of the report that an entity is about, if it is about one.
  private static func path(of entity: JSONValue) -> String? {
    guard let id = entity.text(of: "@id") else { return nil }
    if entity.text(of: "@type") == "File" { return RelativeReference.path(of: id) }
    return uncommitted.first { CrateIdentifier.absentFile($0) == id }
  }
}
