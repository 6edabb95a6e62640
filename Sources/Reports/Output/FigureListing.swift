import Experiments
import SpecLanguage
import Specs

extension Listing {
  /// The kinds of figure.
  public static var figures: Listing {
    Listing(
      noun: "figure",
      entries: FigureSpec.kindNames.map { name in
        let keys = FigureSpec.keys(ofKind: name)
        let width = keys.map(\.name.count).max() ?? 0
        let indent = String(repeating: " ", count: width + 4)
        let lines = keys.flatMap { key -> [String] in
          let name = key.name.padding(to: width)
          let parts = key.parts.map { "\(indent)  \($0.name): \($0.meaning)" }
          return ["  \(name)  \(key.meaning)", indent + value(of: key)] + parts
        }
        let summary = summary(name)
        return Entry(
          name: name, summary: summary,
          details: (["\(name): \(summary)", "", "keys"] + lines).joined(separator: "\n"))
      })
  }

  /// What a key's value may be, and what it is without one.
  private static func value(of key: KeyHelp) -> String {
    let standard = key.standard.map { "; default \($0)" } ?? ""
    return key.expectation + (key.isRequired ? "; required" : standard)
  }

  /// What a figure shows, in a line.
  private static func summary(_ name: String) -> String {
    switch name {
    case "loss_curves": "losses over the seeds, median and band"
    case "time_to_target": "share of seeds at the target, by epoch"
    case "box_strip": "a final quantity by optimizer: quartiles, whiskers, every seed"
    case "sensitivity": "a final quantity against the learning rate, failures on a rail"
    case "forest": "paired effects against the best optimizer, with intervals"
    case "contour": "paths of the parameters over a test function in two dimensions"
    case "effective_step": "update divided by the rate under a constant gradient"
    case "performance_profile": "share of problems and seeds solved within a factor of the fastest"
    case "critical_difference": "mean ranks over problems with Nemenyi's critical difference"
    case "heat_map": "given numbers as colours, such as a loss by two hyperparameters"
    case "parallel_coordinates": "given trials, one axis a hyperparameter"
    case "importance": "given importances as bars, with intervals"
    case "parity": "given observations against predictions"
    case "search_history": "given trials of a search, with the best so far"
    default: name
    }
  }
}

extension String {
  /// The text with spaces after it, `width` characters wide.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
