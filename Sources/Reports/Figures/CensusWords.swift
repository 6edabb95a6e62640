import Diagnostics
import Kernels
import Plotting

/// What captions say of data that are not in their own place; infinite ends of bands and boxes are those of
/// failures, which the captions of their kinds explain.
struct CensusWords {
  private let census: Census
  /// Whether the spec gives an end of an axis.
  private let hasGivenLimits: Bool
  /// Whether the spec gives the numbers of the first and the last colour.
  private let hasGivenColors: Bool

  /// Of all panels of a figure together.
  init(_ figure: Figure, _ spec: FigureSpec, hasGivenColors: Bool = false) {
    census = figure.census.reduce(into: Census()) { $0.add($1) }
    hasGivenLimits = [spec.x.lower, spec.x.upper, spec.y.lower, spec.y.upper].contains { $0 != nil }
    self.hasGivenColors = hasGivenColors
  }

  /// Sentences, each with a space before it; empty where every datum is in its place.
  var sentences: String {
    [floorOfY, floorOfX, beyond, withoutPlace, crosses, colors].compactMap { $0 }
      .map { " \($0)" }.joined()
  }

  /// What the author should know: that data lie outside the limits that were given; nil where none do.
  func warning(figure id: String) -> String? {
    let hidden = hasGivenLimits ? census.unseen : 0
    let colored = hasGivenColors ? census.beyondColors : 0
    let parts = [
      hidden == 0 ? nil : "\(share(hidden)) \(hidden == 1 ? "lies" : "lie") outside them",
      colored == 0
        ? nil
        : "\(share(colored)) \(colored == 1 ? "has" : "have") the colour of an end but \(colored == 1 ? "lies" : "lie") beyond it",
      hasGivenLimits && census.crossesBeyond > 0
        ? "\(census.crossesBeyond) of the crosses on its rail" : nil,
      hasGivenLimits && census.cutEdges > 0 ? cut : nil,
    ].compactMap { $0 }
    guard !parts.isEmpty else { return nil }
    return "The figure '\(id)' is cut off at the limits that the spec gives: "
      + parts.joined(separator: ", and ") + "."
  }

  /// "12 of 40 values".
  private func share(_ count: Int) -> String { "\(count) of \(counted(census.values, "value"))" }

  private var cut: String { counted(census.cutEdges, "end") + " of bands, boxes or strokes" }

  private var cutVerb: String { census.cutEdges == 1 ? "is" : "are" }

  private var floorOfY: String? {
    guard census.onFloorOfY > 0 else {
      return census.edgesOnFloor > 0
        ? "On the logarithmic axis bands or boxes that reach 0 end on the floor below its break."
        : nil
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
    let place =
      hasGivenLimits
      ? ("outside", "the limits that were given") : ("beyond", "the ends of the axes")
    guard count > 0 else {
      return census.cutEdges == 0 ? nil : "\(cut) \(cutVerb) cut off at \(place.1)."
    }
    let verbs = count == 1 ? ("lies", "is") : ("lie", "are")
    return "\(share(count)) \(verbs.0) \(place.0) \(place.1) and \(verbs.1) not seen."
      + (census.cutEdges == 0 ? "" : " \(cut) \(cutVerb) cut off there.")
  }

  private var withoutPlace: String? {
    let count = census.withoutPlace
    return count == 0
      ? nil : "\(share(count)) \(count == 1 ? "has" : "have") no place on the axes."
  }

  private var crosses: String? {
    let count = census.crossesBeyond
    return count == 0
      ? nil
      : "\(census.crosses == 1 ? "The one cross" : "\(count) of \(census.crosses) crosses") on the rail "
        + "\(count == 1 ? "lies" : "lie") beyond the ends of the axis and "
        + "\(count == 1 ? "is" : "are") not seen."
  }

  private var colors: String? {
    let count = census.beyondColors
    return count == 0
      ? nil
      : "\(share(count)) \(count == 1 ? "lies" : "lie") beyond the ends of the colours and "
        + "\(count == 1 ? "has" : "have") that of the end."
  }
}
