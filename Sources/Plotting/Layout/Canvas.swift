/// Turns shares of a panel's axes into points of the canvas.
struct Canvas {
  let frame: Rectangle

  /// Farther out than this, arithmetic on coordinates loses what is inside the frame.
  private static let limit = 1e7

  func x(_ share: Double) -> Double {
    max(-Self.limit, min(Self.limit, frame.minX + share * frame.width))
  }

  func y(_ share: Double) -> Double {
    max(-Self.limit, min(Self.limit, frame.maxY - share * frame.height))
  }

  /// The points in runs, parted where one has no place.
  func runs(_ xs: [Double], _ ys: [Double]) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    run.reserveCapacity(xs.count)
    for index in xs.indices {
      if xs[index].isFinite && ys[index].isFinite {
        run.append(Point(x: x(xs[index]), y: y(ys[index])))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }

  /// The edges of a band in runs, parted where a value is NaN or the abscissa has no place.
  func edges(_ band: PanelData.Band) -> [BandEdges] {
    var runs: [BandEdges] = []
    var run = BandEdges()
    for index in band.x.indices {
      if band.x[index].isFinite, !band.lower[index].isNaN, !band.upper[index].isNaN {
        let place = x(band.x[index])
        run.lower.append(Point(x: place, y: y(band.lower[index])))
        run.upper.append(Point(x: place, y: y(band.upper[index])))
      } else if !run.lower.isEmpty {
        runs.append(run)
        run = BandEdges()
      }
    }
    if !run.lower.isEmpty { runs.append(run) }
    return runs
  }
}
