/// The corners of a curve whose every value holds until the next abscissa.
///
/// Where a coordinate is not finite the curve is interrupted, without a corner.
func stepped(_ x: [Double], _ y: [Double]) -> (x: [Double], y: [Double]) {
  var xs: [Double] = []
  var ys: [Double] = []
  xs.reserveCapacity(2 * x.count)
  ys.reserveCapacity(2 * x.count)
  for index in 0..<min(x.count, y.count) {
    if index > 0, x[index].isFinite, !y[index - 1].isNaN {
      xs.append(x[index])
      ys.append(y[index - 1])
    }
    xs.append(x[index])
    ys.append(y[index])
  }
  return (xs, ys)
}
