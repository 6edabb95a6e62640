/// A figure as data: what it shows and in which style, but no positions yet.
///
/// Statistics come in as numbers; a figure computes none.
public struct Figure: Sendable, Hashable {
  /// Names the figure in files and in the ids of an SVG.
  public var id: String
  /// A heading over all panels. Reports leave it out: their caption says it.
  public var title: String?
  /// The panels, row by row.
  public var panels: [Panel]
  /// How many panels stand side by side, at least 1; fewer where they would be too narrow.
  public var columns: Int
  /// Whether that many stand side by side however narrow they are: an author asked for it.
  public var keepsColumns = false
  /// Whether all panels show the same x range, with tick labels only in the lowest of a column.
  /// Without effect where the panels' x axes differ in scale or limits.
  public var sharesX: Bool
  /// Whether all panels show the same y range, with tick labels only in the first of a row.
  /// Without effect where the panels' y axes differ in scale or limits. `Panel.yGroup` shares the
  /// range among some of them.
  public var sharesY: Bool
  /// Where the names of the series go.
  public var legend: LegendPolicy
  /// Sizes, colours and fonts.
  public var style: FigureStyle
  /// The canvas's width in inches; without one, the style's.
  public var width: Double?
  /// The canvas's height in inches; without one, the panels' shapes say it.
  public var height: Double?
  /// What it shows, in a few words: the title of its files, which a browser shows over the picture; without
  /// them the title is the alternative text.
  public var subject = ""
  /// What a reader hears instead of seeing the picture: a sentence or two.
  public var alternativeText: String
  /// The longer description that goes with it, whatever its length.
  public var description: String

  /// Makes a figure; `columns` defaults to all panels in one row, but at most three.
  public init(
    id: String, title: String? = nil, panels: [Panel], columns: Int? = nil, sharesX: Bool = false,
    sharesY: Bool = false, legend: LegendPolicy = .automatic, style: FigureStyle = .screen,
    width: Double? = nil, height: Double? = nil,
    alternativeText: String = "", description: String = ""
  ) {
    self.id = id
    self.title = title
    self.panels = panels
    self.columns = max(1, columns ?? min(3, panels.count))
    self.sharesX = sharesX
    self.sharesY = sharesY
    self.legend = legend
    self.style = style
    self.width = width
    self.height = height
    self.alternativeText = alternativeText
    self.description = description
  }
}

extension Figure {
  /// The same figure for a dark page, under another name so that both can stand in one page.
  public var darkened: Figure {
    var figure = self
    figure.id += "-dark"
    figure.style = style.darkened
    return figure
  }

  /// The canvas's width in points.
  var canvasWidth: Double { max(36, (width ?? style.width) * 72) }

  /// Whether the x ranges can be shared and are asked to be.
  var hasSharedX: Bool { sharesX && Self.agree(panels.map(\.x)) }

  /// The group of panels of one y range that the `index`-th belongs to, if it shares its range.
  func yGroup(_ index: Int) -> Int? {
    guard let group = sharesY ? 0 : panels[index].yGroup else { return nil }
    let members = sharesY ? panels : panels.filter { $0.yGroup == group }
    return Self.agree(members.map(\.y)) ? group : nil
  }

  /// Whether two panels show the same y range because they were asked to.
  func shareYRange(_ one: Int, _ other: Int) -> Bool {
    yGroup(one).map { $0 == yGroup(other) } ?? false
  }

  private static func agree(_ axes: [Axis]) -> Bool {
    guard let first = axes.first else { return true }
    return axes.allSatisfy {
      $0.scale == first.scale && $0.lower == first.lower && $0.upper == first.upper
        && $0.isWhole == first.isWhole && $0.names == first.names
        && $0.isReversed == first.isReversed
    }
  }
}

/// Where the names of the series go, by the names that specs write.
public enum LegendPolicy: String, Sendable, Hashable, CaseIterable {
  /// At the line ends if at most five curves end apart, else inside, else below.
  case automatic = "auto"
  /// In a corner of a panel that is free of data, or between two corners; else below the panels.
  case inside
  /// In the upper left corner of the first panel, whatever is drawn there.
  case topLeft = "top_left"
  /// In the upper right corner of the last panel of the first row, whatever is drawn there.
  case topRight = "top_right"
  /// In the lower left corner of the first panel of the last row, whatever is drawn there.
  case bottomLeft = "bottom_left"
  /// In the lower right corner of the last panel, whatever is drawn there.
  case bottomRight = "bottom_right"
  /// In a column right of the panels; below them where that would leave too little room.
  case right
  /// Below the panels.
  case below
  /// Nowhere.
  case none
}
