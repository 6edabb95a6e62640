/// Examples in blocks of eight, feature by feature within a block.
///
/// Example i sits in lane i mod 8 of block i div 8, which is where a sum over examples with eight
/// partial sums wants it. Lanes past the last example hold zeros.
struct ExampleBlocks: Sendable {
  /// How many examples there are.
  private(set) var count: Int
  /// How many features each has.
  let featureCount: Int
  /// Block by block, within a block feature by feature.
  private(set) var features: [SIMD8<Double>]
  /// The targets, one vector a block.
  private(set) var targets: [SIMD8<Double>]

  /// How many blocks hold `count` examples.
  var blockCount: Int { (count + 7) / 8 }

  /// No examples yet.
  init(featureCount: Int) {
    count = 0
    self.featureCount = featureCount
    features = []
    targets = []
  }

  /// All of `examples`, in their order.
  init(_ examples: Examples) {
    self.init(featureCount: examples.featureCount)
    fill(from: examples, rows: Array(0..<examples.count)[...])
  }

  /// Replaces the contents by some rows of `examples`, in the order given.
  mutating func fill(from examples: Examples, rows: ArraySlice<Int>) {
    count = rows.count
    let blocks = blockCount
    features.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    features.reserveCapacity(blocks * featureCount)
    targets.reserveCapacity(blocks)
    for block in 0..<blocks {
      let first = rows.startIndex + 8 * block
      let lanes = min(8, rows.endIndex - first)
      for feature in 0..<featureCount {
        var vector = SIMD8<Double>()
        for lane in 0..<lanes {
          vector[lane] = examples.features[rows[first + lane] * featureCount + feature]
        }
        features.append(vector)
      }
      var vector = SIMD8<Double>()
      for lane in 0..<lanes { vector[lane] = examples.targets[rows[first + lane]] }
      targets.append(vector)
    }
  }
}
