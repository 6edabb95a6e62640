import Datasets
import Diagnostics
import Files
import Plotting
import SpecLanguage

extension ExperimentSpec {
  /// The largest spec in bytes.
  public static let largestFile = 16 << 20

  /// Reads a spec and fills in its defaults.
  ///
  /// - Parameters:
  ///   - path: the file, as the user named it.
  ///   - cells: what the cells of its report can be.
  ///   - allowOutside: whether data files may lie outside the project.
  ///   - noLimits: whether the limits on seeds, runs and recorded points are lifted.
  /// - Throws: every fault of the file in the order of their places, as `.malformed`; or that it
  ///   could not be read.
  public static func read(
    path: String, cells: CellKinds = .none, allowOutside: Bool = false, noLimits: Bool = false
  ) throws(InputError) -> ExperimentSpec {
    let bytes = try FileContents.read(path, named: path, limit: largestFile)
    guard let confinement = Confinement(ofSpecAt: path, allowingOutside: allowOutside) else {
      throw InputError([Diagnostic(file: path, message: "no such file")])
    }
    return try decode(
      SourceText(name: path, bytes: bytes), cells: cells, confinement: confinement,
      noLimits: noLimits)
  }

  /// Turns the text of a spec into its meaning.
  package static func decode(
    _ text: SourceText, cells: CellKinds, confinement: Confinement, noLimits: Bool
  ) throws(InputError) -> ExperimentSpec {
    let written = try JSONReader.read(text)
    let decoding = Decoding(source: text, liftsLimits: noLimits)
    decoding[DataConfinement.self] = confinement
    decoding[StyleFileReading.self] = { StyleFiles.read($0, $1) }
    let sweep = SweepExpansion(written, decoding)
    let document = sweep.document
    decoding[SweptOptimizers.self] = sweep.optimizers
    for group in sweep.groups { decoding.group(group.members, as: group.name, of: group.noun) }
    let fields = SpecFields.shape(cells: cells).decode(document, as: Label(key: nil), decoding)
    decoding.settleExpectations()
    if let error = decoding.error { throw error }
    guard var fields else {
      throw InputError([Diagnostic(file: text.name, message: "cannot be used")])
    }
    fields.report.styleFiles = decoding[StyleFiles.self]
    let spec = ExperimentSpec(
      name: fields.name, title: fields.title ?? fields.name, description: fields.description,
      authors: fields.authors, seeds: fields.seeds.values, generator: fields.generator,
      problems: fields.problems, optimizers: fields.optimizers, tuning: fields.tuning,
      report: fields.report,
      source: SpecSource(
        displayPath: text.name, sha256: SHA256.hex(of: text.bytes), text: text,
        confinement: confinement, document: document))
    if !noLimits { try spec.checkLimits() }
    return spec
  }

  /// The JSON Schema (draft 2020-12) of a spec, from the declarations that the decoder follows.
  ///
  /// - Parameter cells: what the cells of a report can be.
  public static func jsonSchema(cells: CellKinds) -> String {
    let definitions = SchemaDefinitions()
    guard case .object(let members) = SpecFields.shape(cells: cells).schema(definitions) else {
      return ""
    }
    let head: [JSONLiteral.Member] = [
      .init(key: "$schema", value: "https://json-schema.org/draft/2020-12/schema"),
      .init(key: "title", value: "Experiment spec"),
    ]
    let tail: [JSONLiteral.Member] = [
      .init(key: "$defs", value: .object(definitions.members))
    ]
    return JSONLiteral.object(head + members + tail).written()
  }
}
