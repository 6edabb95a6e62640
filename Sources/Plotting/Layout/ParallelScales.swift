extension ParallelMark {
  /// The scale of each axis, which ends at the least and the greatest of its column of values.
  var scales: [Scale] {
    axes.enumerated().map { index, axis in
      var domain = Domain()
      domain.include(
        rows.compactMap { $0.values.indices.contains(index) ? $0.values[index] : nil },
        on: axis.scale)
      return domain.scale(for: axis, padding: 0)
    }
  }

  /// The rows as curves of the panel, whose horizontal scale is `x`.
  func curves(_ scales: [Scale], x: Scale) -> [PanelData.Curve] {
    rows.map { row in
      let count = min(row.values.count, scales.count)
      return PanelData.Curve(
        mark: LineMark(nil, x: [], y: [], style: row.style, isFaint: row.isFaint),
        x: (0..<count).map { x.position(Double($0)) },
        y: (0..<count).map { scales[$0].position(row.values[$0]) })
    }
  }
}
