/// A number for every pair of two hyperparameters, as a colour.
public struct HeatMap: FigureKind {
  /// The heading over the panel.
  public var title: String?
  /// The names of the columns, from left to right.
  public var columns: [String]
  /// The names of the rows, from bottom to top.
  public var rows: [String]
  /// The numbers row by row, from the lowest row; what is missing or not finite is hatched.
  public var values: [Double]
  /// What the columns are.
  public var columnLabel: String?
  /// What the rows are.
  public var rowLabel: String?
  /// What the colours mean, with scale and limits, which default to those of the numbers; numbers
  /// beyond a limit, on a logarithmic scale also those at or below 0, have its colour, and the strip a
  /// tip there.
  public var axis: Axis
  /// The colours from the lowest number to the highest.
  public var map: ColorMap
  /// The texts of the cells, as many as numbers, or none: what may be written in each, the most
  /// exact first, so that narrow cells have fewer digits.
  public var texts: [[String]]
  /// What the legend calls the hatched cells.
  public var missingName: String

  /// Makes a heat map of `rows.count` x `columns.count` numbers.
  public init(
    columns: [String], rows: [String], values: [Double], title: String? = nil,
    columnLabel: String? = nil, rowLabel: String? = nil, axis: Axis = Axis("final loss"),
    map: ColorMap = .dusk, texts: [[String]] = [], missingName: String = "failed"
  ) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.values = values
    self.columnLabel = columnLabel
    self.rowLabel = rowLabel
    self.axis = axis
    self.map = map
    self.texts = texts
    self.missingName = missingName
  }

  /// What is drawn.
  public var panel: Panel {
    var domain = Domain()
    domain.include(values, on: axis.scale)
    let scale = domain.scale(for: axis, padding: 0)
    let cells = rows.indices.flatMap { row in
      columns.indices.map { column -> CellMark.Cell in
        let index = row * columns.count + column
        let value = index < values.count ? values[index] : .nan
        let share = value.isFinite ? scale.edge(value) : .nan
        return CellMark.Cell(
          x: (Double(column) - 0.5, Double(column) + 0.5),
          y: (Double(row) - 0.5, Double(row) + 0.5),
          filling: share.isNaN ? .missing : .color(map.color(at: share)),
          texts: !share.isNaN && index < texts.count ? texts[index] : [], datum: .color(value))
      }
    }
    var mark = CellMark(cells)
    mark.missingName = missingName
    let ratio = Double(max(1, rows.count)) / Double(max(1, columns.count))
    return Panel(
      title: title, x: .categories(columns, label: columnLabel),
      y: .categories(rows, label: rowLabel), marks: [.cells(mark)],
      colorBar: domain.isEmpty ? nil : colorBar(domain, scale),
      shape: .ratio(min(1, max(0.45, ratio * 0.8))), hasGrid: false)
  }

  private func colorBar(_ domain: Domain, _ scale: Scale) -> ColorBar {
    var axis = axis
    if axis.names == nil { axis.including += [domain.least, domain.greatest] }
    // An end off by a rounding error is not beyond the limit.
    let shares = values.filter(\.isFinite).map(scale.edge)
    return ColorBar(
      colors: .map(map), axis: axis, isOpenBelow: shares.contains { $0 < -1e-9 },
      isOpenAbove: shares.contains { $0 > 1 + 1e-9 })
  }
}
