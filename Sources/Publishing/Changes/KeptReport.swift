import Analysis
import Diagnostics
import Files
import Reports
import Specs

/// A report that was written before, read back from its files.
package struct KeptReport {
  /// What the user calls it.
  let name: String
  let manifest: Manifest
  let results: ReportedResults

  /// Reads what can be compared of a report.
  ///
  /// - Throws: where there is no report, or one of its files is not as it was written.
  package init(_ location: ReportLocation) throws(InputError) {
    name = location.name
    guard let file = try location.file(Manifest.path),
      let manifest = Manifest(file.bytes, named: file.name)
    else {
      throw InputError([
        Diagnostic(
          file: location.name,
          message: "there is no report: \(Manifest.path) is missing or says nothing of one",
          help:
            "name the folder of a report, such as 'reports/diabetes'; run its spec again where it is of an "
            + "earlier version")
      ])
    }
    self.manifest = manifest
    guard let runs = try location.file("data/runs.csv") else {
      throw InputError([
        Diagnostic(
          file: location.name, message: "the report has no data/runs.csv",
          help: "run its spec again, or restore the file")
      ])
    }
    results = try ReportedResults(
      runs: runs, settings: location.file("data/settings.csv"),
      comparisons: location.file("data/comparisons.csv"), claims: location.file("data/claims.csv"))
  }

  /// What changed from this report to `new`, as Markdown of at most 60,000 characters.
  package func changes(to new: KeptReport) -> String {
    let margins = new.results.margins ?? results.margins ?? .usual
    return ChangesText(
      names: (old: name, new: new.name), title: new.manifest.title,
      answers: (old: manifest.answer, new: new.manifest.answer),
      ResultsDifference(from: results, to: new.results, margins: margins),
      files: FileChanges(from: manifest.digests, to: new.manifest.digests),
      hasSettings: results.settings != nil && new.results.settings != nil
    ).markdown
  }
}
