import Diagnostics
import Publishing

/// What a check found out about one spec and its report.
struct CheckFindings {
  /// What is said of it: whether the report follows, then each item that does not.
  let lines: [String]
  /// Why nothing could be compared.
  let faults: InputError?
  /// Whether the report is another than its spec gives.
  let isStale: Bool
  private let annotations: [Annotation]

  /// Findings about the report in `folder`.
  ///
  /// - Parameter proof: what was compared.
  init(_ spec: String, _ folder: String, proof: String, _ items: [StaleItem]) {
    let places = items.map { item in item.path.map { "\(folder)/\($0)" } }
    let texts = zip(items, places).map { ($1.map { $0 + " " } ?? "") + $0.cause }
    lines =
      ["\(spec): \(folder) \(items.isEmpty ? "follows" : "does not follow") (\(proof))"]
      + texts.map { "  " + $0 }
    faults = nil
    isStale = !items.isEmpty
    annotations = zip(places, texts).map { Annotation($0 ?? spec, $1) }
  }

  /// A spec or a report with faults.
  init(_ spec: String, _ faults: InputError) {
    lines = ["\(spec): nothing was compared, since there are faults"]
    self.faults = faults
    isStale = false
    annotations = faults.diagnostics.map { Annotation($0) }
  }

  /// What GitHub Actions shows beside files, as lines of its log.
  var annotationLines: [String] { annotations.map(\.line) }

  /// The lines, and the faults below them.
  var linesWithFaults: [String] {
    let shown = faults?.rendered().split(separator: "\n", omittingEmptySubsequences: false) ?? []
    return lines + shown.dropLast().map { "  " + $0 }
  }
}
