import Experiments
import Specs

/// A figure that a spec asks for and that has nothing to show.
public struct FigureGap: Hashable, Sendable {
  /// The name of its files that the spec gives.
  public let id: String?
  /// Its kind, as the spec names it.
  public let kind: String
  /// What a figure of this kind needs, to follow "it needs".
  public let need: String

  /// The whole message.
  public var message: String {
    let name = id.map { " '\($0)'" } ?? ""
    return "The figure\(name) of kind \(kind) has nothing to show: it needs \(need)."
  }
}

extension FigureContent {
  /// What there must be for a figure of this kind.
  var need: String {
    switch self {
    case .lossCurves: "a problem with this loss, for validation one with validation rows"
    case .timeToTarget: "a problem with a target"
    case .performanceProfile: "a problem whose target a run reached"
    case .boxStrip(let quantity): "a problem whose runs have the quantity \(quantity.rawValue)"
    case .sensitivity(let quantity):
      "optimizers that differ in nothing but the learning rate, and a problem whose runs have the "
        + "quantity \(quantity.rawValue)"
    case .forest(let quantity):
      "two optimizers, and a problem whose runs have the quantity \(quantity.rawValue)"
    case .contour: "a test function of two dimensions among its problems"
    case .effectiveStep:
      "between 2 and \(LossCurves.mostAskedCurves) rules whose steps differ; choose some with "
        + "'optimizers'"
    case .criticalDifference(let quantity):
      "two optimizers and two problems whose runs have the quantity \(quantity.rawValue)"
    case .heatMap, .parallelCoordinates, .importance, .parity, .searchHistory: "'values'"
    }
  }
}
