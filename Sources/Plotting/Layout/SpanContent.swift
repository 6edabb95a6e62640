/// A shaded stretch on the canvas.
struct SpanContent {
  let note: SpanNote
  /// As far as it is seen.
  let box: Rectangle

  /// The stretches of a panel that lie on its axes.
  static func all(_ data: PanelData, _ canvas: Canvas) -> [SpanContent] {
    data.annotations.compactMap { annotation in
      guard case .span(let note) = annotation.content else { return nil }
      let frame = canvas.frame
      let scale = note.orientation == .vertical ? data.x : data.y
      let ends = [note.lower, note.upper].map(scale.position)
      guard !ends.contains(where: \.isNaN) else { return nil }
      let (low, high) = (max(0, min(ends[0], ends[1])), min(1, max(ends[0], ends[1])))
      guard low < high else { return nil }
      let box =
        note.orientation == .vertical
        ? Rectangle(
          x: canvas.x(low), y: frame.minY, width: canvas.x(high) - canvas.x(low),
          height: frame.height)
        : Rectangle(
          x: frame.minX, y: canvas.y(high), width: frame.width,
          height: canvas.y(low) - canvas.y(high))
      return SpanContent(note: note, box: box)
    }
  }
}
