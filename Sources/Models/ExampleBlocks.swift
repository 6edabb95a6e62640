/// Examples in blocks of eight, feature by feature within a block.
///
/// Example i sits in lane i mod 8 of block i div 8, which is where a sum over examples with eight
/// partial sums wants it. Lanes past the last example repeat it, and every sum leaves them out.
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
    features.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    features.reserveCapacity(blockCount * featureCount)
    targets.reserveCapacity(blockCount)
    let sourceFeatures = examples.features.span
    let sourceTargets = examples.targets.span
    for first in stride(from: rows.startIndex, to: rows.endIndex, by: 8) {
      var block = SIMD8<Int>()
      for lane in 0..<8 { block[lane] = rows[min(first + lane, rows.endIndex - 1)] }
      var places = block &* featureCount
      for _ in 0..<featureCount {
        features.append(Self.gather(sourceFeatures, places))
        places &+= 1
      }
      targets.append(Self.gather(sourceTargets, block))
    }
  }

  /// The values at eight places. Lane by lane with constant lanes, since a lane that is computed
  /// goes through memory.
  @inline(__always)
  private static func gather(_ values: Span<Double>, _ places: SIMD8<Int>) -> SIMD8<Double> {
    SIMD8(
      values[places[0]], values[places[1]], values[places[2]], values[places[3]],
      values[places[4]], values[places[5]], values[places[6]], values[places[7]])
  }
}
