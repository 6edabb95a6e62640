import ArgumentParser
import Reports
import Specs

/// Prints the JSON Schema of specs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of specs, for editors.",
    discussion: """
      Save it and name it in a spec: "$schema": "report.schema.json". Editors then complete keys \
      and mark faults while you type.
      """)

  func run() throws {
    try Terminal().show(ExperimentSpec.jsonSchema(cells: .standard))
  }
}
