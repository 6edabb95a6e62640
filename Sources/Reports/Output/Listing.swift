import Datasets
import Diagnostics
import Optimizers
import SpecLanguage
import Tuning

/// What a spec can name, as text for a terminal.
public struct Listing: Sendable {
  /// One entry.
  struct Entry: Sendable {
    var name: String
    var summary: String
    var details: String
  }

  let noun: String
  let entries: [Entry]

  /// Every entry with a line of what it is.
  public var overview: String {
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map { entry in
      entry.name + String(repeating: " ", count: width - entry.name.count + 2) + entry.summary
    }.joined(separator: "\n")
  }

  /// All that is known of the entry called `name`.
  public func entry(named name: String) -> String? {
    entries.first { $0.name == name }?.details
  }

  /// What to say when no entry is called `name`.
  public func unknown(_ name: String) -> String {
    let names = entries.map(\.name)
    let nearest = NearestName.of(name, among: names).map { " Did you mean \($0.quoted)?" } ?? ""
    return
      "There is no \(noun) \(name.quoted).\(nearest) There are: \(names.joined(separator: ", "))."
  }
}

extension Listing {
  /// The data sets that are known by name, and what else data can come from.
  public static var datasets: Listing {
    Listing(
      noun: "data set",
      entries: DatasetKind.all.map { kind in
        let origin = ["licence", "source"].compactMap { name in
          kind.facts.first { $0.name == name }?.text
        }
        return Entry(
          kind: kind.name, under: "dataset",
          summary: kind.summary
            + (origin.isEmpty ? "" : "\n    " + origin.joined(separator: "; ")),
          facts: kind.facts, describe: kind.describeKeys)
      })
  }

  /// The update rules.
  public static var optimizers: Listing {
    Listing(
      noun: "optimizer",
      entries: OptimizerKind.allCases.map { kind in
        Entry(
          name: kind.rawValue,
          summary: kind.description(variant: nil).title
            + (kind.variants.isEmpty
              ? "" : " (variants \(kind.variants.joined(separator: ", ")))"),
          details: OptimizerText.details(kind))
      })
  }

  /// What chooses the settings that searches try.
  public static var samplers: Listing {
    Listing(
      noun: "sampler",
      entries: SamplerKind.all.map { kind in
        Entry(
          kind: kind.name, under: "sampler", summary: kind.summary,
          facts: [("source", kind.source)], describe: kind.describeKeys)
      })
  }
}
