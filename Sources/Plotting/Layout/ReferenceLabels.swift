extension FigureArrangement {
  /// Writes each reference line's label along it where that hides nothing, and returns those for
  /// which there is no room; the labels in `except` are left out.
  mutating func placeReferenceLabels(
    _ figure: Figure, ruler: TextRuler, except: Set<String> = []
  ) -> [LegendEntry] {
    referenceLabels = []
    var boxes: [Rectangle] = []
    var homeless: [LegendEntry] = []
    let font = figure.style.tickFont
    for content in contents {
      for line in Self.labelled(content) {
        let text = line.text
        guard !text.isEmpty, !except.contains(text) else { continue }
        let extents = ruler.extents(text, font)
        let boxed = line.candidates(extents, frame: content.frame).first { box in
          box.minX >= content.frame.minX && box.maxX <= content.frame.maxX
            && box.minY >= content.frame.minY && box.maxY <= content.frame.maxY
            && content.isFree(box.expanded(by: 0.5)) && !boxes.contains(where: box.overlaps)
        }
        if let box = boxed {
          let origin = Point(x: box.minX, y: box.minY + extents.ascent)
          referenceLabels.append(ReferenceLabel(text: text, origin: origin))
          boxes.append(box)
        } else if !homeless.contains(where: { $0.name == text }) {
          homeless.append(LegendEntry(name: text, sample: line.sample))
        }
      }
    }
    // What is in the legend need not be said again.
    referenceLabels.removeAll { label in homeless.contains { $0.name == label.text } }
    return homeless
  }

  /// The boxes of the labels placed along reference lines.
  func referenceBoxes(_ ruler: TextRuler, font: Font) -> [Rectangle] {
    referenceLabels.map { label in
      TextRun(text: label.text, font: font, color: Color(0), origin: label.origin)
        .box(ruler.extents(label.text, font))
    }
  }

  /// A line or a shaded stretch with its label.
  private enum Labelled {
    case line(PanelContent.Reference)
    case span(SpanContent)

    var text: String {
      switch self {
      case .line(let line): line.mark.label ?? ""
      case .span(let span): span.note.label ?? ""
      }
    }

    var sample: LegendEntry.Sample {
      switch self {
      case .line: .reference
      case .span: .span
      }
    }

    func candidates(_ extents: TextExtents, frame: Rectangle) -> [Rectangle] {
      switch self {
      case .line(let line): FigureArrangement.candidates(line, frame: frame, extents: extents)
      case .span(let span): FigureArrangement.candidates(span, extents: extents)
      }
    }
  }

  private static func labelled(_ content: PanelContent) -> [Labelled] {
    content.references.map(Labelled.line) + content.spans.map(Labelled.span)
  }

  /// The boxes in a shaded stretch where its label may stand, best first.
  private static func candidates(_ span: SpanContent, extents: TextExtents) -> [Rectangle] {
    func box(_ x: Double, _ y: Double) -> Rectangle {
      Rectangle(x: x, y: y, width: extents.width, height: extents.height)
    }
    let (area, gap) = (span.box, 2.0)
    guard extents.width <= area.width - 2, extents.height <= area.height else { return [] }
    let (top, bottom) = (area.minY + gap, area.maxY - gap - extents.height)
    let (left, right) = (area.minX + gap + 1, area.maxX - gap - 1 - extents.width)
    let (middleX, middleY) = (area.midX - extents.width / 2, area.midY - extents.height / 2)
    switch span.note.orientation {
    case .vertical: return [box(middleX, top), box(middleX, bottom), box(middleX, middleY)]
    case .horizontal:
      return [box(right, middleY), box(left, middleY), box(middleX, middleY), box(right, top)]
    }
  }

  /// The boxes next to a reference line where its label may stand, best first.
  private static func candidates(
    _ line: PanelContent.Reference, frame: Rectangle, extents: TextExtents
  ) -> [Rectangle] {
    let gap = 1.5
    func box(_ x: Double, _ y: Double) -> Rectangle {
      Rectangle(x: x, y: y, width: extents.width, height: extents.height)
    }
    switch line.mark.orientation {
    case .horizontal:
      let above = line.start.y - gap - extents.height
      let below = line.start.y + gap
      let right = frame.maxX - 3 - extents.width
      let left = frame.minX + 3
      return [box(right, above), box(right, below), box(left, above), box(left, below)]
    case .vertical:
      let before = line.start.x - gap - 1 - extents.width
      let after = line.start.x + gap + 1
      let top = frame.minY + 2
      let bottom = frame.maxY - 2 - extents.height
      return [box(after, top), box(before, top), box(after, bottom), box(before, bottom)]
    }
  }
}
