import Kernels

/// Examples in blocks of eight, feature by feature within a block.
///
/// Example i sits in lane i mod 8 of block i div 8, which is where a sum over examples with eight
/// partial sums wants it. Lanes past the last example hold zeros.
struct ExampleBlocks: Sendable {
  /// How many examples and features there are.
  private(set) var sizes: BlockedExamples
  /// Block by block, within a block feature by feature, the eight lanes together.
  private(set) var features: [Double]
  /// The targets, eight a block; classes count as their indices.
  private(set) var targets: [Double]
  /// The rows of a batch.
  private var rows: [Int]

  /// How many examples there are.
  var count: Int { sizes.count }

  /// No examples yet.
  init(featureCount: Int) {
    sizes = BlockedExamples(count: 0, featureCount: featureCount)
    features = []
    targets = []
    rows = []
  }

  /// Replaces the contents by some of `examples`, whose features are dense: those at `positions`.
  mutating func fill(from examples: Examples, positions: ArraySlice<Int>) {
    rows.removeAll(keepingCapacity: true)
    for position in positions { rows.append(examples.rows[position]) }
    // A local copy is not written to, so nothing is copied.
    let rows = rows
    fill(from: examples, rows: rows[...])
  }

  /// Replaces the contents by rows of the table of `examples`, whose features are dense.
  mutating func fill(from examples: Examples, rows: ArraySlice<Int>) {
    guard case .dense(let values) = examples.features else {
      preconditionFailure("blocks are of dense features")
    }
    let sizes = BlockedExamples(count: rows.count, featureCount: sizes.featureCount)
    self.sizes = sizes
    clear()
    var target = features.mutableSpan
    sizes.gather(values.span, rows: rows.span, into: &target)
    switch examples.target {
    case .numbers(let numbers):
      for (lane, row) in rows.enumerated() { targets[lane] = numbers[row] }
    case .classes(let classes, _):
      for (lane, row) in rows.enumerated() { targets[lane] = Double(classes[row]) }
    }
  }

  /// Makes as much room as the sizes ask for, with zeros in the targets past the last example.
  private mutating func clear() {
    let lanes = sizes.laneCount
    if targets.count != lanes {
      // A smaller batch ends an epoch and a full one follows: the room is kept.
      features.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
      features.append(contentsOf: repeatElement(0, count: lanes * sizes.featureCount))
      targets.append(contentsOf: repeatElement(0, count: lanes))
    }
    for lane in sizes.count..<lanes { targets[lane] = 0 }
  }
}
