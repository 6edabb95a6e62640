import Diagnostics
import Experiments
import Files
import Reports
import SpecLanguage

/// The manifest of a report as it is written: an RO-Crate 1.1 that says by the profile Process Run Crate 0.5 what
/// made the report from what.
///
/// It holds no clock, no host, no user and no path of a machine, so that equal reports have equal manifests: the
/// run is called after a digest, and there is a time only where one was declared.
struct Crate {
  let plan: Plan
  /// The first statement of the report's answer, Markdown; nil where it has none.
  let answer: String?
  /// The program, then the libraries that it draws with.
  let tools: [ToolVersion]
  /// What the figures' text is set in.
  let fonts: [DrawnFont]
  /// The time that was declared for the report, ISO 8601; nil where none was.
  let time: String?
  /// How many runs were missing when the report was made.
  var missingCount = 0

  /// What stands in the place of an answer: a crate must have a description.
  static let unanswered = "A comparison of optimizers that gives no answer of its own."

  /// The manifest of a report with these files.
  func file(of files: [ReportFile]) -> ReportFile {
    let contents = CrateFiles(files)
    let inputs = CrateInputs(plan: plan, fonts: fonts)
    let software = CrateSoftware(tools[0], requiring: Array(tools.dropFirst()))
    let run = run(of: software, from: inputs, making: contents.parts + contents.absent)
    let root = root(contents, basedOn: inputs.spec, mentioning: run)
    let entities =
      [Self.descriptor, root, Self.profile, Self.licence, run, software.program]
      + software.requirements + inputs.entities + inputs.details + contents.parts
      + contents.nested + contents.absent
    let document: JSONLiteral = [
      "@context": [
        "https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context",
      ],
      "@graph": .list(entities.map(\.literal)),
    ]
    return ReportFile(path: Manifest.path, bytes: Array((document.written() + "\n").utf8))
  }

  /// What is said of a report that runs are missing from.
  static func incomplete(_ count: Int) -> String {
    "\(counted(count, "run")) \(count == 1 ? "was" : "were") missing"
  }

  private static let descriptor = CrateEntity(
    Manifest.path, "CreativeWork",
    [
      "about": ["@id": .text(CrateIdentifier.root)],
      "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"],
    ])

  private func root(
    _ contents: CrateFiles, basedOn spec: CrateEntity, mentioning run: CrateEntity
  ) -> CrateEntity {
    CrateEntity(
      CrateIdentifier.root, "Dataset",
      [
        "name": .text(plan.spec.title), "description": .text(answer ?? Self.unanswered),
        "author": plan.spec.authors.map(JSONLiteral.text),
        "datePublished": time.map(JSONLiteral.text), "license": Self.licence.reference,
        "conformsTo": Self.profile.reference, "isBasedOn": spec.reference,
        "mentions": run.reference, "hasPart": contents.parts.references,
      ])
  }

  private static let profile = CrateEntity(
    "https://w3id.org/ro/wfrun/process/0.5", "CreativeWork",
    ["name": "Process Run Crate", "version": "0.5"])

  /// A crate must have a licence, and nobody but its author can give one.
  private static let licence = CrateEntity(
    "#licence", "CreativeWork",
    [
      "name": "No licence stated",
      "description":
        "Whoever publishes the report says how it may be used. The data have the licences named with them.",
    ])

  /// The run as a whole, called after all that it depends on.
  private func run(
    of software: CrateSoftware, from inputs: CrateInputs, making results: [CrateEntity]
  ) -> CrateEntity {
    let source = plan.spec.source
    let identity = [plan.digest, source.sha256] + tools.map { "\($0.name) \($0.version)" }
    let digest = SHA256.hex(of: Array(identity.joined(separator: "\n").utf8))
    return CrateEntity(
      "#run-\(digest)", "CreateAction",
      [
        "name": .text("\(counted(plan.runs.count, "run")) and a report of them"),
        "description": .text(source.command), "endTime": time.map(JSONLiteral.text),
        "instrument": software.program.reference, "object": inputs.entities.references,
        "result": results.references,
        "actionStatus": missingCount > 0 ? ["@id": "http://schema.org/FailedActionStatus"] : nil,
        "error": missingCount > 0 ? .text(Self.incomplete(missingCount)) : nil,
      ])
  }
}
