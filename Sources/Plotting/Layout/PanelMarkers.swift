extension PanelContent {
  /// Markers in their places, or beside each other where they may step aside: then all of a panel
  /// are as small as the most crowded need.
  static func markers(_ data: PanelData, canvas: Canvas, style: FigureStyle) -> [Markers] {
    let points = data.markers.map { marker in
      canvas.runs(marker.x, marker.y).flatMap { $0 }
        .filter(canvas.frame.expanded(by: 0.01).contains)
    }
    func swarms(scaledBy scale: Double) -> [Beeswarm?] {
      zip(data.markers, points).map { marker, points in
        marker.mark.swarm.map { swarm in
          Beeswarm(
            swarm, points, data: data, frame: canvas.frame,
            diameter: scale * (2 * style.markerRadius * marker.mark.size + 0.4 * style.lineWidth))
        }
      }
    }
    var found = swarms(scaledBy: 1)
    let scale = found.compactMap { $0?.scale }.min() ?? 1
    if scale < 1 { found = swarms(scaledBy: scale) }
    /// Markers are kept off as those of the usual lines are, and farther where lines are wide.
    func reach(of mark: PointMark, scaledBy scale: Double) -> Double {
      var mark = mark
      mark.size *= scale
      return max(3 * mark.size, style.reach(of: mark))
    }
    return zip(zip(data.markers, points), found).map { entry, swarm in
      let ((marker, points), mark) = (entry, entry.0.mark)
      guard let swarm, let asked = marker.mark.swarm else {
        return Markers(
          mark: mark, points: points, size: mark.size, reach: reach(of: mark, scaledBy: 1),
          opacity: mark.opacity)
      }
      let moved = zip(points, swarm.offsets).map { point, offset in
        Point(
          x: point.x + (asked.isAlongX ? offset : 0), y: point.y + (asked.isAlongX ? 0 : offset))
      }
      return Markers(
        mark: mark, points: moved, size: mark.size * scale, reach: reach(of: mark, scaledBy: scale),
        opacity: swarm.isCrowded ? 0.4 * mark.opacity : mark.opacity)
    }
  }
}

extension Beeswarm {
  /// The markers at `points` of a panel, as far aside as they may go there.
  fileprivate init(
    _ swarm: PointMark.Swarm, _ points: [Point], data: PanelData, frame: Rectangle, diameter: Double
  ) {
    let axis = swarm.isAlongX ? data.x : data.y
    let length = swarm.isAlongX ? frame.width : frame.height
    self.init(
      points.map { swarm.isAlongX ? $0.y : $0.x }, diameter: diameter,
      reach: swarm.reach * abs(axis.position(1) - axis.position(0)) * length)
  }
}
