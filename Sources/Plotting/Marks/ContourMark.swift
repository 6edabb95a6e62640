/// Lines of equal value of a function on a grid, with the areas between them in colours.
public struct ContourMark: Sendable, Hashable {
  /// The abscissas of the grid, rising, at least two.
  public var x: [Double]
  /// The ordinates of the grid, rising, at least two.
  public var y: [Double]
  /// The function's values, row by row: `values[row * x.count + column]`; where one is NaN there
  /// is nothing around it.
  public var values: [Double]
  /// The values of the lines, rising.
  public var levels: [Double]
  /// The colours of the areas, from below the first line to above the last; the style's ground
  /// without one.
  public var map: ColorMap?

  /// Makes contours.
  public init(
    x: [Double], y: [Double], values: [Double], levels: [Double], map: ColorMap? = nil
  ) {
    self.x = x
    self.y = y
    self.values = values
    self.levels = levels
    self.map = map
  }
}
