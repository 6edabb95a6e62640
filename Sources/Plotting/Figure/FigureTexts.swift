extension Figure {
  /// Everything that a caller has written, as it stands in the figure's parts.
  var texts: [String] {
    var texts = [title].compactMap { $0 }
    for panel in panels {
      let axes = [panel.x, panel.y, panel.colorBar?.axis].compactMap { $0 }
      texts += axes.flatMap(Self.texts) + panel.rightNames.map(\.text)
      texts += [panel.title, panel.rail?.label].compactMap { $0 }
      texts += panel.rail?.rows.compactMap(\.name) ?? []
      for mark in panel.marks {
        switch mark {
        case .line(let line): texts += [line.name, line.endNote].compactMap { $0 }
        case .points(let points): texts += [points.name].compactMap { $0 }
        case .reference(let reference): texts += [reference.label].compactMap { $0 }
        case .cells(let mark): texts += mark.cells.flatMap(\.texts)
        case .parallel(let mark): texts += mark.axes.flatMap(Self.texts)
        case .band, .segments, .contours: break
        }
      }
    }
    return texts
  }

  private static func texts(of axis: Axis) -> [String] {
    [axis.label].compactMap { $0 } + (axis.names?.map(\.text) ?? [])
  }
}
