/// Rows of marks above a panel, for runs that have an abscissa but no ordinate: diverged ones.
public struct Rail: Sendable, Hashable {
  /// How many runs stand at one place, of how many.
  public struct Share: Sendable, Hashable {
    /// How many stand there; at 0 nothing is drawn.
    public var count: Int
    /// Of how many.
    public var total: Int

    /// Makes a share.
    public init(_ count: Int, of total: Int) {
      self.count = count
      self.total = total
    }
  }

  /// The runs of one series.
  public struct Row: Sendable, Hashable {
    /// What the legend calls the series.
    public var name: String?
    /// The abscissas.
    public var x: [Double]
    /// How many runs stand at each abscissa, written beside or below its cross; beyond the end of
    /// the list, and where nil, a cross stands alone.
    public var shares: [Share?]
    /// Whose colour the marks have.
    public var style: SeriesStyle

    /// Makes a row.
    public init(_ name: String? = nil, x: [Double], shares: [Share?] = [], style: SeriesStyle) {
      self.name = name
      self.x = x
      self.shares = shares
      self.style = style
    }

    /// What stands at the `index`-th abscissa; nil where nothing is written.
    func share(_ index: Int) -> Share? { shares.indices.contains(index) ? shares[index] : nil }
  }

  /// What the rail is called, left of it.
  public var label: String
  /// The rows, from top to bottom.
  public var rows: [Row]
  /// Whether all rows stand on one line, as suits series that share no abscissa.
  public var isOneLine: Bool

  /// Makes a rail.
  public init(_ label: String = "diverged", rows: [Row], isOneLine: Bool = false) {
    self.label = label
    self.rows = rows
    self.isOneLine = isOneLine
  }

  /// How many lines the rows take.
  var lineCount: Int { isOneLine ? min(1, rows.count) : rows.count }
}
