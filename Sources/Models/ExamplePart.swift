/// One part of the data in blocks: all of it at once where it is small; else its examples are copied
/// into blocks piece by piece at every pass, so that large data are in memory once, in their table.
struct ExamplePart: Sendable {
  /// The most numbers that are held in blocks, 32 MB of them; beyond it memory counts for more than the
  /// time of copying, which reading from memory hides in part.
  static let mostHeld = 1 << 22
  /// About how many numbers a piece has: it fits into a core's own cache.
  private static let pieceNumbers = 1 << 15

  /// The examples.
  let examples: Examples
  /// Whether `blocks` has all examples, for good.
  let isHeld: Bool
  /// All examples, or the piece at hand.
  private(set) var blocks: ExampleBlocks
  /// The targets of all examples where not all are in `blocks`; classes count as their indices.
  let targets: [Double]

  /// How many examples there are.
  var count: Int { examples.count }

  /// A part of the data, whose features are dense.
  init(_ examples: Examples, mostHeld: Int = Self.mostHeld) {
    self.examples = examples
    isHeld = examples.count * examples.featureCount <= mostHeld
    blocks = ExampleBlocks(featureCount: examples.featureCount)
    targets = isHeld ? [] : examples.targetNumbers
    if isHeld { blocks.fill(from: examples, rows: examples.rows[...]) }
  }

  /// Passes all examples to `body` in their order, piece by piece, each with its positions; every
  /// piece but the last has a multiple of eight.
  mutating func forEachPiece(_ body: (ExampleBlocks, Range<Int>) -> Void) {
    if isHeld { return body(blocks, 0..<count) }
    let size = max(8, Self.pieceNumbers / max(1, examples.featureCount) & ~7)
    for first in stride(from: 0, to: count, by: size) {
      let range = first..<min(first + size, count)
      blocks.fill(from: examples, rows: examples.rows[range])
      body(blocks, range)
    }
  }
}

extension Examples {
  /// The targets; classes count as their indices.
  fileprivate var targetNumbers: [Double] {
    switch target {
    case .numbers(let numbers): rows.map { numbers[$0] }
    case .classes(let classes, _): rows.map { Double(classes[$0]) }
    }
  }
}
