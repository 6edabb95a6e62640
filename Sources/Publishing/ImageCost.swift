import Experiments
import Plotting
import Reports
import SpecLanguage
import Specs

/// What the images of a report take in memory while they are drawn, one after another.
enum ImageCost {
  /// Cairo's four bytes, and what is compressed of them.
  private static let bytesOfAPixel = 4.6
  /// The pixels per inch, and the width and height in inches over it, of an image of which nothing is said.
  private static let usual = (resolution: 192.0, width: 7.0, heightToWidth: 0.75)

  /// The image that takes most; nil where none is drawn.
  static func largest(of spec: ExperimentSpec) -> PlanCost.Share? {
    guard spec.report.formats.contains(.png) else { return nil }
    let cells = (spec.report.cells ?? []).enumerated().compactMap { index, cell in
      (cell as? FigureCell).map {
        share(of: $0.look.over(spec.report.look), at: ["report", "cells", .index(index)], in: spec)
      }
    }
    return (cells + [share(of: spec.report.look, at: ["report"], in: spec)])
      .max { $0.amount < $1.amount }
  }

  private static func share(
    of look: FigureLook, at path: [JSONStep], in spec: ExperimentSpec
  ) -> PlanCost.Share {
    let width = look.chosenWidth ?? look.style?.width ?? usual.width
    let height = look.height ?? usual.heightToWidth * width
    let resolution = look.resolution ?? usual.resolution
    let (columns, rows) = (Int(width * resolution), Int(height * resolution))
    // What the cell does not say, the report says.
    let place = [path + ["dpi"], ["report", "dpi"]].first { spec.source.hasValue(at: $0) } ?? path
    return PlanCost.Share(
      bytesOfAPixel * Double(columns) * Double(rows),
      "an image of \(grouped(columns)) × \(grouped(rows)) pixels", at: place)
  }
}
