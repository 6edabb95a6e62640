import Diagnostics
import Files
import SpecLanguage

/// A table that is known by name; see ``BundledDataset``.
struct BundledSource: DataSource {
  let name: String

  private var dataset: BundledDataset? { BundledDataset(rawValue: name) }

  var kind: DatasetKind {
    dataset.map(Self.kind) ?? DatasetKind(name, summary: "", revision: 0) { _ in nil }
  }
  var targetTask: Task? { dataset?.task }
  var classCount: Int? { dataset?.classCount }
  var problemName: String { name }
  var options: [JSONLiteral.Member] { [] }

  func load(hasLimits: Bool, cache: CacheFolder?) throws(InputError) -> Dataset {
    if let dataset { return try dataset.load(cache: cache) }
    let names = BundledDataset.allCases.map(\.rawValue)
    let nearest = NearestName.of(name, among: names).map { "did you mean \($0.quoted)? " } ?? ""
    throw InputError([
      Diagnostic(
        file: name, message: "there is no data set \(name.quoted)",
        help: "\(nearest)expected: \(names.joined(separator: ", "))")
    ])
  }

  /// The kind of source that a table known by name is.
  static func kind(_ dataset: BundledDataset) -> DatasetKind {
    let shape = "\(dataset.exampleCount) × \(dataset.featureCount)"
    return DatasetKind(
      dataset.rawValue, summary: "\(shape), \(dataset.task.rawValue): \(dataset.title)",
      facts: [
        ("shape", shape), ("task", dataset.task.rawValue), ("source", dataset.source),
        ("licence", dataset.licence), ("citation", dataset.citation),
      ] + dataset.remarks.map { ("remark", $0) }, revision: 1
    ) { _ in BundledSource(name: dataset.rawValue) }
  }
}

extension DatasetSource {
  /// A table that is known by name; see ``BundledDataset``.
  public static func bundled(_ name: String) -> DatasetSource {
    DatasetSource(BundledSource(name: name))
  }
}
