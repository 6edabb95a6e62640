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

  /// How many examples there are.
  var count: Int { sizes.count }

  /// No examples yet.
  init(featureCount: Int) {
    sizes = BlockedExamples(count: 0, featureCount: featureCount)
    features = []
    targets = []
  }

  /// All of `examples`, whose features are dense, in their order.
  init(_ examples: Examples) {
    self.init(featureCount: examples.featureCount)
    fill(from: examples, positions: Array(0..<examples.count)[...])
  }

  /// Replaces the contents by some of `examples`, whose features are dense, in the order given.
  mutating func fill(from examples: Examples, positions: ArraySlice<Int>) {
    guard case .dense(let values) = examples.features else {
      preconditionFailure("blocks are of dense features")
    }
    sizes = BlockedExamples(count: positions.count, featureCount: sizes.featureCount)
    clear()
    Self.copy(values, examples.rows, positions, sizes.featureCount, &features)
    switch examples.target {
    case .numbers(let numbers):
      for lane in 0..<positions.count {
        targets[lane] = numbers[examples.rows[positions[positions.startIndex + lane]]]
      }
    case .classes(let classes, _):
      for lane in 0..<positions.count {
        targets[lane] = Double(classes[examples.rows[positions[positions.startIndex + lane]]])
      }
    }
  }

  /// Copies the features of the rows at `positions` into their lanes.
  private static func copy(
    _ values: [Double], _ rows: [Int], _ positions: ArraySlice<Int>, _ featureCount: Int,
    _ features: inout [Double]
  ) {
    let source = values.span
    let rows = rows.span
    let positions = positions.span
    var target = features.mutableSpan
    precondition(target.count >= ((positions.count + 7) & ~7) * featureCount)
    for lane in 0..<positions.count {
      let first = rows[positions[unchecked: lane]] * featureCount
      precondition(first >= 0 && first + featureCount <= source.count)
      let block = (lane & ~7) * featureCount + (lane & 7)
      for feature in 0..<featureCount {
        target[unchecked: block + feature * 8] = source[unchecked: first + feature]
      }
    }
  }

  /// Makes as much room as the sizes ask for, with zeros in the lanes past the last example.
  private mutating func clear() {
    let (count, lanes, featureCount) = (sizes.count, sizes.laneCount, sizes.featureCount)
    if targets.count != lanes {
      // A smaller batch ends an epoch and a full one follows: the room is kept.
      features.removeAll(keepingCapacity: true)
      targets.removeAll(keepingCapacity: true)
      features.append(contentsOf: repeatElement(0, count: lanes * featureCount))
      targets.append(contentsOf: repeatElement(0, count: lanes))
      return
    }
    for lane in count..<lanes {
      targets[lane] = 0
      for feature in 0..<featureCount {
        features[(lane & ~7) * featureCount + feature * 8 + (lane & 7)] = 0
      }
    }
  }
}
