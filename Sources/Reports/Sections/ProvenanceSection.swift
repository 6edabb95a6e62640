import Diagnostics
import Experiments
import Kernels
import Specs

extension ReportSection {
  /// How the report was made.
  static let provenance = ReportSection("provenance") {
    ProvenanceSection(plan: $0.comparison.plan, versions: $0.versions).blocks
  }
}

/// How the report was made, and the command that makes it again.
struct ProvenanceSection {
  let plan: Plan
  let versions: [ToolVersion]

  var blocks: [Block] {
    let spec = plan.spec
    var items: [[Inline]] = [
      ["Spec: ", .code(spec.source.projectPath), ", SHA-256 ", .code(spec.source.sha256), "."],
      [
        .text("Seeds: \(SeedText.text(spec.seeds)); generator "), .code(spec.generator.rawValue),
        ".",
      ],
    ]
    for problem in plan.problems {
      // A synthetic table has no bytes that could have a checksum.
      guard let provenance = problem.dataset?.provenance, !provenance.sha256.isEmpty else {
        continue
      }
      items.append([
        "Data of ", .emphasis([.text(problem.spec.name)]), ": SHA-256 ",
        .code(provenance.sha256), ".",
      ])
    }
    let tools = versions.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    items.append([.text("Made with \(tools).")])
    items.append([
      "Every number: ", .link([.code("data/runs.csv")], to: "data/runs.csv"), ", ",
      .link([.code("data/summary.csv")], to: "data/summary.csv"),
      "; the curves are written beside them as ", .code("data/curves.csv"),
      " and not committed.",
    ])
    return [
      .heading(level: 2, ["How it was made"]),
      .list(items),
      .paragraph(["The same command gives the same numbers on every machine:"]),
      .code(spec.source.command, language: "sh"),
    ]
  }
}

/// A program or library that a report was made with.
public struct ToolVersion: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its version.
  public var version: String

  /// A program or library in a version.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}
