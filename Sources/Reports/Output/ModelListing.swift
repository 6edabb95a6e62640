import Models
import SpecLanguage

extension Listing {
  /// The models.
  public static var models: Listing {
    Listing(
      noun: "model",
      entries: ModelKind.all.map { kind in
        Entry(
          kind: kind.name, under: "model", summary: kind.summary, facts: kind.facts,
          describe: kind.describeKeys)
      })
  }
}
