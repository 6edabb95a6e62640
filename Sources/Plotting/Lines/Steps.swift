/// The corners of a curve whose every value holds until the next abscissa.
///
/// As many corners whatever the numbers are, so that the edges of a band keep pace.
func stepped(_ x: [Double], _ y: [Double]) -> (x: [Double], y: [Double]) {
  var xs: [Double] = []
  var ys: [Double] = []
  xs.reserveCapacity(2 * x.count)
  ys.reserveCapacity(2 * x.count)
  for index in 0..<min(x.count, y.count) {
    if index > 0 {
      xs.append(x[index])
      ys.append(y[index - 1])
    }
    xs.append(x[index])
    ys.append(y[index])
  }
  return (xs, ys)
}
