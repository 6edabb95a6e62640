import Datasets
import Diagnostics
import Models
import Optimizers

/// What a spec can name, as text for a terminal.
public struct Listing: Sendable {
  /// One entry.
  private struct Entry: Sendable {
    var name: String
    var summary: String
    var details: String
  }

  private let noun: String
  private let entries: [Entry]

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
  /// The data sets that come with the tool.
  public static var datasets: Listing {
    Listing(
      noun: "data set",
      entries: BundledDataset.allCases.map { dataset in
        let shape = "\(dataset.exampleCount) × \(dataset.featureCount)"
        return Entry(
          name: dataset.rawValue,
          summary: "\(shape), \(dataset.task.rawValue): \(dataset.title)",
          details: """
            \(dataset.rawValue): \(dataset.title)

            shape     \(shape)
            task      \(dataset.task.rawValue)
            source    \(dataset.source)
            licence   \(dataset.licence)
            citation  \(dataset.citation)
            """ + dataset.remarks.map { "\nremark    \($0)" }.joined())
      })
  }

  /// The models.
  public static var models: Listing {
    let functions = TestFunctionKind.allCases.map { kind in
      let dimension = kind.hasAnyDimension ? "any dimension" : "two dimensions"
      let start = kind.start(dimension: 2).map { NumberText.significant($0, 3) }
        .joined(separator: ", ")
      return Entry(
        name: kind.rawValue, summary: "test function, \(dimension): \(kind.formula)",
        details: """
          \(kind.rawValue): \(kind.formula)

          dimension  \(dimension)
          start      (\(start)) in two dimensions
          data       none; an epoch is one update and the loss is the function's value
          """)
    }
    let linear = Entry(
      name: "linear", summary: "linear regression with bias, mean squared error",
      details: """
        linear: linear regression with bias

        loss      Σ (Xw + b − y)² / n, plus l2/2 ‖w‖²
        gradient  2/n Xᵀ(Xw + b − y) + l2 w; 2/n Σ (Xw + b − y) for the bias
        l2        weight of the penalty, at least 0; default 0
        initial   normal (default) or zeros, for weights and bias
        metric    root mean square error in the target's unit
        """)
    return Listing(noun: "model", entries: [linear] + functions)
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
}

extension TestFunctionKind {
  /// Its formula in plain text.
  fileprivate var formula: String {
    switch self {
    case .rosenbrock: "Σ 100 (x_{i+1} − x_i²)² + (1 − x_i)²"
    case .beale: "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²"
    case .himmelblau: "(x² + y − 11)² + (x + y² − 7)²"
    case .rastrigin: "10 d + Σ x_i² − 10 cos 2πx_i"
    case .quadratic: "½ Σ λ_i x_i², λ log-spaced from 1 to `condition`"
    }
  }
}
