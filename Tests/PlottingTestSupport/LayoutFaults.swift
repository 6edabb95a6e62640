import Plotting

/// What is wrong with the places of texts and paths: texts that overlap or leave the canvas, paths
/// that leave it, or their clip by more than a little.
package func layoutFaults(of drawing: Drawing, measuredBy measuring: any TextMeasuring) -> [String]
{
  let canvas = Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height)
    .expanded(by: 1e-6)
  var faults: [String] = []
  func isInside(_ box: Rectangle) -> Bool {
    canvas.contains(Point(x: box.minX, y: box.minY))
      && canvas.contains(Point(x: box.maxX, y: box.maxY))
  }
  let texts = drawing.textRuns.map { run in
    (text: run.text, box: run.box(measuring.extents(of: run.text, in: run.font)))
  }
  for (index, first) in texts.enumerated() {
    if !isInside(first.box) { faults.append("'\(first.text)' leaves the canvas") }
    for second in texts.dropFirst(index + 1)
    where first.box.expanded(by: -1e-6).overlaps(second.box) {
      faults.append("'\(first.text)' and '\(second.text)' overlap")
    }
  }
  var clip = canvas
  for command in drawing.commands {
    switch command {
    case .pushClip(let box):
      if !isInside(box) { faults.append("a clip leaves the canvas") }
      clip = box.expanded(by: 20)
    case .popClip: clip = canvas
    case .stroke(let path, _), .fill(let path, _):
      if !path.points.allSatisfy(clip.contains) { faults.append("a path leaves its clip") }
    case .text: break
    }
  }
  return faults
}
