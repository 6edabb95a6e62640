/// Distances of the layout, in points.
enum Spacing {
  /// Around everything.
  static let canvas = 4.0
  /// The length of a labelled tick.
  static let majorTick = 3.0
  /// The length of a tick without label.
  static let minorTick = 1.75
  /// From a tick to its label.
  static let tickLabel = 2.75
  /// From tick labels to the axis label.
  static let axisLabel = 3.0
  /// From a heading to what it stands over.
  static let heading = 4.0
  /// Between the columns of panels.
  static let columns = 12.0
  /// Between the rows of panels.
  static let rows = 10.0
  /// Between panels and a legend below them.
  static let legend = 6.0
  /// From panels to a legend right of them.
  static let rightLegend = 10.0
  /// The length of a legend's line sample.
  static let sample = 20.0
  /// From a sample to its name.
  static let sampleName = 4.0
  /// From one legend entry to the next in a row.
  static let entries = 10.0
  /// From a line's end to its name.
  static let lineEnd = 4.0
  /// The least distance of data from a legend or label inside a panel.
  static let clear = 4.0
  /// From a panel to its colour bar.
  static let colorBar = 8.0
  /// The width of a colour bar.
  static let colorBarWidth = 9.0
  /// From a panel to the names right of it.
  static let rightNames = 6.0
  /// From a panel to the rail above it.
  static let rail = 3.0
  /// The share of the way to the axis on its left that the numbers of an axis inside a panel take
  /// where they can be had so short.
  static let innerShare = 0.6
  /// From a panel's letter to what stands right of it.
  static let letter = 4.0
}
