extension Figure {
  /// Everything that a caller has written, as it stands in the figure's parts.
  var texts: [String] {
    var texts = [title].compactMap { $0 }
    for panel in panels {
      let axes = [panel.x, panel.y, panel.colorBar?.axis].compactMap { $0 }
      texts += axes.flatMap(Self.texts) + panel.rightNames.map(\.text)
      texts += [panel.title, panel.rail?.label, panel.lengthBar?.name, panel.secondX?.label]
        .compactMap { $0 }
      texts += panel.annotations.flatMap(\.texts)
      texts += panel.rail?.rows.compactMap(\.name) ?? []
      for mark in panel.marks {
        switch mark {
        case .line(let line): texts += [line.name, line.endNote].compactMap { $0 }
        case .points(let points): texts += [points.name].compactMap { $0 }
        case .reference(let reference): texts += [reference.label].compactMap { $0 }
        case .cells(let mark):
          texts += mark.cells.flatMap(\.texts) + [mark.missingName].compactMap { $0 }
        case .parallel(let mark): texts += mark.axes.flatMap(Self.texts)
        case .band, .segments, .contours: break
        }
      }
    }
    return texts
  }

  /// The same figure with other texts in the place of those that a caller has written.
  ///
  /// - Parameter text: what takes the place of a text.
  public func mappingTexts(_ text: (String) -> String) -> Figure {
    func mapped(_ axis: inout Axis) {
      axis.label = axis.label.map(text)
      axis.names = axis.names?.map { Axis.Name(text($0.text), at: $0.value) }
    }
    var figure = self
    figure.title = title.map(text)
    for index in panels.indices {
      var panel = panels[index]
      panel.title = panel.title.map(text)
      mapped(&panel.x)
      mapped(&panel.y)
      panel.rightNames = panel.rightNames.map { Axis.Name(text($0.text), at: $0.value) }
      if var bar = panel.colorBar {
        mapped(&bar.axis)
        panel.colorBar = bar
      }
      if let second = panel.secondX { panel.secondX?.label = text(second.label) }
      panel.annotations = panel.annotations.map { $0.mappingTexts(text) }
      if let bar = panel.lengthBar { panel.lengthBar?.name = text(bar.name) }
      if var rail = panel.rail {
        rail.label = text(rail.label)
        for row in rail.rows.indices { rail.rows[row].name = rail.rows[row].name.map(text) }
        panel.rail = rail
      }
      panel.marks = panel.marks.map { mark in
        switch mark {
        case .line(var line):
          line.name = line.name.map(text)
          return .line(line)
        case .points(var points):
          points.name = points.name.map(text)
          return .points(points)
        case .reference(var reference):
          reference.label = reference.label.map(text)
          return .reference(reference)
        case .cells(var cells):
          for index in cells.cells.indices {
            cells.cells[index].texts = cells.cells[index].texts.map(text)
          }
          cells.missingName = cells.missingName.map(text)
          return .cells(cells)
        case .parallel(var parallel):
          for index in parallel.axes.indices { mapped(&parallel.axes[index]) }
          return .parallel(parallel)
        case .band, .segments, .contours: return mark
        }
      }
      figure.panels[index] = panel
    }
    return figure
  }

  private static func texts(of axis: Axis) -> [String] {
    [axis.label].compactMap { $0 } + (axis.names?.map(\.text) ?? [])
  }
}
