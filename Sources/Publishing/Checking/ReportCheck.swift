import Analysis
import Diagnostics
import Experiments
import Files
import Reports
import Specs

/// Whether the report in a folder is what its spec gives.
package struct ReportCheck {
  private let plan: Plan
  private let folder: String
  private let name: String
  private let manifest: Manifest?

  /// - Parameter folder: where the report lies, or ought to.
  package init(_ plan: Plan, in folder: ReportFolder) throws(InputError) {
    self.plan = plan
    self.folder = folder.path
    name = folder.displayFolder
    manifest = try Manifest(in: folder.path, named: folder.displayFolder)
  }

  /// The time that was declared when the report was made: that another one holds now makes no difference.
  package var time: String? { manifest?.time }

  /// What the manifest shows without any run: another spec, other data or arithmetic, files that were edited or
  /// are missing.
  package func byManifest() throws(InputError) -> [StaleItem] {
    guard let manifest else { return [StaleItem(cause: "there is no report")] }
    var items = try settingItems()
    if let incompleteness = manifest.incompleteness {
      items.append(StaleItem(cause: "is a partial one: \(incompleteness) when it was made"))
    }
    if items.isEmpty, let spec = manifest.spec, spec.sha256 != plan.spec.source.sha256 {
      items.append(StaleItem(cause: "the spec has changed since"))
    }
    for (path, digest) in manifest.digests.sorted(by: { $0.key < $1.key }) {
      guard let found = try self.digest(of: path) else {
        if !Manifest.uncommitted.contains(path) {
          items.append(StaleItem(path: path, cause: "is missing"))
        }
        continue
      }
      if found != digest {
        items.append(StaleItem(path: path, cause: "was edited since it was made"))
      }
    }
    return items
  }

  /// What differs from the report that the spec gives now, byte for byte.
  package func against(_ bundle: ReportBundle) throws(InputError) -> [StaleItem] {
    guard let manifest else { return [StaleItem(cause: "there is no report")] }
    var items = try settingItems()
    var others: [String] = []
    for file in bundle.files {
      guard let found = try digest(of: file.path) else {
        if !Manifest.uncommitted.contains(file.path) {
          items.append(StaleItem(path: file.path, cause: "is missing"))
        }
        continue
      }
      if found != file.sha256 { others.append(file.path) }
    }
    for path in others where path != Manifest.path {
      items.append(StaleItem(path: path, cause: Self.cause(path, manifest, bundle)))
    }
    let made = Set(bundle.files.map(\.path))
    for path in manifest.digests.keys.sorted() where !made.contains(path) {
      items.append(StaleItem(path: path, cause: "is made no more"))
    }
    if items.isEmpty, others.contains(Manifest.path) {
      items.append(StaleItem(path: Manifest.path, cause: "is another one"))
    }
    return items
  }

  /// Why a file differs. A picture is held against the numbers that it drew when it was made, whatever has become
  /// of their file since.
  private static func cause(_ path: String, _ manifest: Manifest, _ bundle: ReportBundle) -> String
  {
    guard path.hasPrefix("data/") || path.hasPrefix("figures/") else { return "differs" }
    let made = Set(bundle.files.map(\.path))
    guard let numbers = PictureNumbers.path(of: path, among: made) else {
      return "holds other numbers"
    }
    let drawn = bundle.files.first { $0.path == numbers }.map(\.sha256)
    return drawn == manifest.digests[numbers]
      ? "is drawn otherwise, from the same numbers: fonts, cairo or the drawing have changed"
      : "draws other numbers"
  }

  /// The settings that were others when the report was made: of the spec, the data and the arithmetic.
  private func settingItems() throws(InputError) -> [StaleItem] {
    let current = ReportFile.settings(of: plan)
    guard let bytes = try bytes(of: current.path), bytes != current.bytes else { return [] }
    let old = try ReportedResults.settings(("\(name)/\(current.path)", bytes))
    let new = try ReportedResults.settings(("settings", current.bytes))
    let changes = ResultsDifference.settings(from: old, to: new)
    let most = 5
    let shown = changes.prefix(most).map { change in
      let place = [change.subject.optimizer, change.subject.problem].filter { !$0.isEmpty }
      return StaleItem(
        cause: "\(place.joined(separator: " on "))\(place.isEmpty ? "" : ": ")\(change.name) "
          + "\(change.old ?? "none") -> \(change.new ?? "none")")
    }
    let more = changes.count - shown.count
    return shown.isEmpty
      ? [StaleItem(cause: "problems or optimizers are others")]
      : shown + (more > 0 ? [StaleItem(cause: "\(more) more settings are others")] : [])
  }

  /// Makes some runs again and compares what became of them with the committed file, bit for bit.
  ///
  /// - Parameter runs: those to make.
  package func reproducing(_ runs: [PlannedRun]) throws(InputError) -> [StaleItem] {
    let path = "data/runs.csv"
    guard let bytes = try bytes(of: path) else { return [] }
    let table = try DataTable(
      bytes, named: "\(name)/\(path)",
      required: ["problem", "optimizer", "seed", "status", "train_loss"])
    var items: [StaleItem] = []
    for run in runs {
      let problem = plan.problems[run.problem].spec.name
      let contender = plan.contender(of: run).name
      let place = "\(contender) on \(problem), seed \(run.seed)"
      let row = table.rows.first {
        $0["problem"] == problem && $0["optimizer"] == contender && $0["seed"] == String(run.seed)
      }
      guard let row else {
        items.append(StaleItem(path: path, cause: "has no run of \(place)"))
        continue
      }
      let outcome = plan.request(for: run).run().outcome
      if let column = try outcome.firstDifference(from: row, of: table) {
        items.append(StaleItem(path: path, cause: "\(place): made again, \(column) is another one"))
      }
    }
    return items
  }

  /// The bytes of a file of the report; nil where it is not there.
  private func bytes(of path: String) throws(InputError) -> [UInt8]? {
    guard let file = file(path) else { return nil }
    return try FileContents.read(file, named: "\(name)/\(path)")
  }

  /// The SHA-256 of a file of the report; nil where it is not there.
  private func digest(of path: String) throws(InputError) -> String? {
    guard let file = file(path) else { return nil }
    return try FileContents.digest(of: file, named: "\(name)/\(path)")
  }

  /// Where a file of the report lies; nil where it does not.
  private func file(_ path: String) -> String? {
    // A manifest could name anything.
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
    let file = "\(folder)/\(path)"
    return FileKind(at: file) == .regular ? file : nil
  }
}
