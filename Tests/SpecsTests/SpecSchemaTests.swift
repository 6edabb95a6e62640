import Diagnostics
import Files
import Reports
import TestSupport
import Testing

@testable import SpecLanguage
@testable import Specs

/// The decoder and the JSON Schema say the same.
struct SpecSchemaTests {
  /// What only the decoder can know: it looks at the file system, at several places at once, or at
  /// limits that can be lifted.
  static let beyondSchema = [
    "no axis can be drawn from", "two optimizers are named", "no file '", "is an absolute path",
    "is no path", "nesterov needs momentum", "exclude each other",
    "both horizontal axes would show",
    "targets of problems are training losses", "is for quantiles, but 'statistic' is",
    "'level' says nothing where",
    "' cannot learn ", "classes cannot be standardized", "no target to standardize",
    "the last seed would be", " seeds",
    "but the file has no header", "the target is also among", "'start' has",
    "is also what stands between fields", "is also the decimal sign", "no classes to stratify by",
    "nothing can be cited without", "no problem is called", "no optimizer is called",
    "is no such pair", "two figures have the id", "which would show '{{' as it is",
    "'reference' says nothing beside",
    "a logarithmic axis cannot begin at", "a logarithmic scale cannot show",
    "has its lower end above", "' beside it", "but there ", "cannot learn",
    "there is nothing to tune", "is for tuning and for the results", "range cannot begin at",
    "is no whole number", "not above 'low'", "'epochs' of 'A' cannot be", "'epochs' is a whole",
    "stands for another font", "a label cannot draw", "begins mathematics", "a formula cannot hold",
    "is too light to be seen on white paper", "two optimizers look the same",
    "two optimizers have the label",
    "60,000,086 runs", "660,000,946 recorded points",
  ]

  static func decode(_ text: String, noLimits: Bool = false) throws(InputError) -> ExperimentSpec {
    try decode(Array(text.utf8), noLimits: noLimits)
  }

  static func decode(
    _ bytes: [UInt8], noLimits: Bool = false
  ) throws(InputError) -> ExperimentSpec {
    guard
      let confinement = Confinement(
        ofSpecAt: References().folder + "a.json", allowingOutside: false)
    else { throw InputError([]) }
    return try ExperimentSpec.decode(
      SourceText(name: "a.json", bytes: bytes), cells: .standard, confinement: confinement,
      noLimits: noLimits)
  }

  @Test("the schema is the committed one, whose verdicts are on record")
  func snapshot() throws {
    #expect(
      try References().text("spec.schema.json") == ExperimentSpec.jsonSchema(cells: .standard)
        + "\n",
      "write it anew with `report schema`, then make the verdicts again with spec_verdicts.py")
  }

  @Test("what the schema rejects is rejected, and what it accepts only for what it cannot know")
  func verdicts() throws {
    let rows = try References().rows("spec_verdicts.txt")
    let values = try #require(rows.first)
    var counts = [0, 0, 0]
    for row in rows.dropFirst() {
      for (verdict, value) in zip(row[1], row[1].count == 1 ? [""] : values) {
        let text = row[0].replacing("@@", with: value)
        let isAllowed = verdict == "a"
        let faults = Self.faults(of: text)
        counts[!isAllowed ? 0 : faults.isEmpty ? 1 : 2] += 1
        if !isAllowed {
          #expect(!faults.isEmpty, "accepted against the schema: \(text)")
        }
        // Values of a sweep are those of other keys, which a schema cannot look up.
        for fault in faults where isAllowed && !text.contains(#""sweep":"#) {
          #expect(
            Self.beyondSchema.contains { fault.message.contains($0) },
            "rejected against the schema: \(text): \(fault.message)")
        }
      }
    }
    // All three must occur, or the corpus tests nothing.
    #expect(counts[0] > 5_000 && counts[1] > 500 && counts[2] > 10, "\(counts)")
  }

  private static func faults(of text: String) -> [Diagnostic] {
    do throws(InputError) {
      _ = try decode(text)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
