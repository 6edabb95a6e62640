import Models
import SpecLanguage

extension Listing {
  /// The models.
  public static var models: Listing {
    Listing(
      noun: "model",
      entries: ModelKind.all.map { kind in
        let keys = Keys(describing: "model")
        kind.describeKeys(keys)
        return Entry(
          name: kind.name, summary: kind.summary, facts: kind.facts, keys: keys,
          example: Entry.example(of: kind.name, under: "model", keys))
      })
  }
}
