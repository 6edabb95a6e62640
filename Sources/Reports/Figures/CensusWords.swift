import Diagnostics
import Kernels
import Plotting

/// What captions say of data that are not in their own place.
struct CensusWords {
  private let census: Census
  /// Whether the spec gives an end of an axis.
  private let hasGivenLimits: Bool

  /// Of all panels of a figure together.
  init(_ figure: Figure, _ spec: FigureSpec) {
    census = figure.census.reduce(into: Census()) { $0.add($1) }
    hasGivenLimits = [spec.x.lower, spec.x.upper, spec.y.lower, spec.y.upper].contains { $0 != nil }
  }

  /// Sentences, each with a space before it; empty where every datum is in its place.
  var sentences: String {
    [floorOfY, floorOfX, beyond, withoutPlace].compactMap { $0 }.map { " \($0)" }.joined()
  }

  /// What the author should know: that data lie outside the limits that were given; nil where none do.
  func warning(figure id: String) -> String? {
    let hidden = census.unseen
    guard hasGivenLimits, hidden + census.cutEdges > 0 else { return nil }
    let edges =
      census.cutEdges == 0 ? "" : "\(hidden == 0 ? "" : ", and ")\(cut)"
    let values = hidden == 0 ? "" : "\(share(hidden)) \(hidden == 1 ? "lies" : "lie") outside them"
    return "The figure '\(id)' is cut off at the limits that the spec gives: \(values)\(edges)."
  }

  /// "12 of 40 values".
  private func share(_ count: Int) -> String { "\(count) of \(counted(census.values, "value"))" }

  private var cut: String { counted(census.cutEdges, "end") + " of bands or strokes" }

  private var floorOfY: String? {
    guard census.onFloorOfY > 0 else {
      return census.edgesOnFloor > 0
        ? "On the logarithmic axis bands that reach 0 end on the floor below its break." : nil
    }
    let count = census.onFloorOfY
    return "On the logarithmic axis \(share(count)) \(zero(count)) and "
      + "\(count == 1 ? "lies" : "lie") on the floor below its break."
  }

  private var floorOfX: String? {
    guard census.onFloorOfX > 0 else { return nil }
    let count = census.onFloorOfX
    return "On the logarithmic horizontal axis \(share(count)) \(count == 1 ? "is" : "are") at "
      + "\(census.negative == 0 ? "0" : "0 or less") and \(count == 1 ? "stands" : "stand") "
      + "left of its break."
  }

  private func zero(_ count: Int) -> String {
    (count == 1 ? "is 0" : "are 0") + (census.negative == 0 ? "" : " or less")
  }

  private var beyond: String? {
    let count = census.beyondX + census.beyondY
    let lie = count == 1 ? "lies" : "lie"
    let seen = count == 1 ? "is not seen" : "are not seen"
    if hasGivenLimits {
      let edges = census.cutEdges == 0 ? "" : " \(cut) are cut off there."
      return count == 0
        ? (census.cutEdges == 0
          ? nil : "\(cut) are cut off at the limits that were given.")
        : "\(share(count)) \(lie) outside the limits that were given and \(seen).\(edges)"
    }
    return count == 0
      ? nil : "\(share(count)) \(lie) beyond the ends of the axes and \(seen)."
  }

  private var withoutPlace: String? {
    let count = census.withoutPlace
    return count == 0
      ? nil : "\(share(count)) \(count == 1 ? "has" : "have") no place on the axes."
  }
}
