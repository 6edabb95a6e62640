/// The weights of a set's kernels, the prior's last; they add up to 1.
///
/// Before that, every trial has 1 while the set has at most 25; else the newest 25 have 1, and the others rise evenly from
/// 1/n to 1. The prior has 1.
func kernelWeights(count: Int) -> [Double] {
  var weights = [Double](repeating: 1, count: count + 1)
  let ramp = max(0, count - 25)
  let start = 1 / Double(max(1, count))
  for index in 0..<ramp {
    let step = ramp > 1 ? (1 - start) / Double(ramp - 1) : 0
    weights[index] = index > 0 && index == ramp - 1 ? 1 : Double(index) * step + start
  }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
