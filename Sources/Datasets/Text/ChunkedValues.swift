/// Numbers that come one by one, in an amount that is not known before.
///
/// An array that grows copies itself, and for the while takes twice its room. Chunks stay where they
/// are; joining them frees each one as soon as it is copied.
struct ChunkedValues {
  /// 32 MiB, above which the system takes back at once what is freed.
  private static let chunkSize = 1 << 22

  private var full: [[Double]] = []
  private var last: [Double] = []

  /// How many numbers there are.
  var count: Int { full.count * Self.chunkSize + last.count }

  /// Appends a number.
  mutating func append(_ value: Double) {
    if last.count == Self.chunkSize {
      full.append(last)
      last = []
      last.reserveCapacity(Self.chunkSize)
    }
    last.append(value)
  }

  /// Removes the last `count` numbers.
  mutating func removeLast(_ count: Int) {
    var rest = count
    while rest > last.count {
      rest -= last.count
      last = full.popLast() ?? []
    }
    last.removeLast(rest)
  }

  /// All numbers in a row.
  consuming func joined() -> [Double] {
    if full.isEmpty { return last }
    var result: [Double] = []
    result.reserveCapacity(count)
    var chunks = full
    full = []
    for index in chunks.indices {
      result += chunks[index]
      chunks[index] = []
    }
    result += last
    return result
  }
}
