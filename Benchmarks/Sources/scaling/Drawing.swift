import CairoRendering
import Foundation
import Plotting

/// Draws seconds per epoch against the training set's values, both axes logarithmic, from lines of
/// name, values, median, lower and upper quartile.
func draw(to path: String) throws {
  var names: [String] = []
  var points: [String: [[Double]]] = [:]
  while let line = readLine() {
    let cells = line.split(separator: ",")
    guard let name = cells.first.map(String.init) else { continue }
    if points[name] == nil { names.append(name) }
    points[name, default: []].append(cells.dropFirst().compactMap { Double($0) })
  }
  let curves = names.enumerated().map { index, name in
    let rows = points[name, default: []]
    return LossCurves.Curve(
      name, x: rows.map { $0[0] }, median: rows.map { $0[1] }, lower: rows.map { $0[2] },
      upper: rows.map { $0[3] }, style: SeriesStyle(index: index))
  }
  let figure = Figure(
    id: "scaling",
    LossCurves(
      curves, x: Axis("values in the training set", scale: .logarithmic),
      y: Axis("seconds per epoch", scale: .logarithmic)))
  let bytes = try CairoRenderer().render(figure, as: .svg)
  try Data(bytes).write(to: URL(fileURLWithPath: path))
}
