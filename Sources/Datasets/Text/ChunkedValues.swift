/// Numbers that come one by one, in an amount that is not known before.
///
/// An array that grows copies itself, and for the while takes twice its room. Chunks stay where
/// they are; joining them frees each one as soon as it is copied.
struct ChunkedValues {
  /// 32 MiB: the C library gives back to the system at once what is freed in blocks above that, and
  /// may keep smaller ones.
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

  /// All numbers in a row, which leave this.
  mutating func takeAll() -> [Double] {
    var result = last
    last = []
    guard !full.isEmpty else { return result }
    let rest = result
    result = []
    result.reserveCapacity(full.count * Self.chunkSize + rest.count)
    for index in full.indices {
      result += full[index]
      full[index] = []
    }
    full = []
    result += rest
    return result
  }
}
