import Datasets
import Diagnostics
import Kernels
import Models
import Optimizers
import SpecLanguage
import Training

/// The keys of a spec with their values.
package struct SpecFields: Sendable {
  package var name: String
  package var title: String?
  package var description: String?
  package var authors: String?
  package var seeds: SeedRange
  package var generator: RandomGenerator
  package var problems: [ProblemSpec]
  package var optimizers: [OptimizerSpec]
  package var tuning: TuningSpec?
  package var report: ReportSpec

  /// What a spec may be.
  package static func shape(cells: CellKinds) -> Shape<SpecFields> {
    .object("the experiment") { asked(of: $0, cells) }
  }

  private static func asked(of keys: Keys, _ cells: CellKinds) -> SpecFields? {
    _ = keys.optional("$schema", .text, "JSON Schema that an editor checks the file against")
    let name = keys.required("name", .text(.reportName), "name of the report's folder")
    let title = keys.optional(
      "title", .text.withoutPlaceholders, "title of the report; by default the name")
    let description = keys.optional("description", .text, "introduction to the report, Markdown")
    let authors = keys.optional("authors", .text.withoutPlaceholders, "authors of the report")
    let seeds = keys.optional(
      "seeds", SeedRange.shape, default: 20, "repetitions; a count n means 0 to n - 1")
    let generator: RandomGenerator? = keys.optional(
      "rng", .choice(), default: "philox", "source of randomness")
    keys.subject?.decoding[GivenGenerator.self] = generator ?? .philox
    let problems = keys.required(
      "problems", .list(of: ProblemSpec.shape, "problems"), "list of what the optimizers solve")
    let optimizers = keys.required(
      "optimizers", .list(of: OptimizerSpec.shape, "optimizers"), "list of what is compared")
    _ = keys.optional(
      "sweep", SweepShape.shape, "values that keys of optimizers or problems take in turn")
    let tuning = keys.optional("tuning", TuningFields.shape, "search for hyperparameters")
    let all = optimizers.flatMap { keys.tuned($0, tuning) }
    keys.checkReferences()
    // After both lists, so that cells can name what is in them.
    let report = keys.optional(
      "report", ReportSpec.shape(cells: cells), default: [:], "look and contents of the report")
    let introduction = cells.introduction?.asked(of: keys)
    guard let name, let seeds, let generator, let problems, let all, var report,
      tuning != nil || keys.subject?.members["tuning"] == nil
    else { return nil }
    if let tuning, !keys.checkSeeds(of: tuning.spec, seeds, generator) { return nil }
    report.introduction = introduction
    return SpecFields(
      name: name, title: title, description: description, authors: authors, seeds: seeds,
      generator: generator, problems: problems, optimizers: all, tuning: tuning?.spec,
      report: report)
  }
}
