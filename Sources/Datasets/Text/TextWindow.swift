import Diagnostics
import Files

/// The part of a text file that is being looked at, which moves on over the file.
struct TextWindow {
  /// How many bytes a line or record may have unless limits are lifted.
  static let recordLimit = 1 << 26

  /// The bytes of the file at hand are those before `end`; what follows is room for more.
  private(set) var bytes: [UInt8]
  /// Where the bytes at hand end.
  private(set) var end = 0
  /// Whether the file ends where the bytes at hand do.
  private(set) var isComplete = false
  private var stream: ByteStream
  private let hasLimits: Bool

  /// The start of a file.
  init(_ stream: ByteStream, hasLimits: Bool) throws(InputError) {
    let size = stream.storedSize
    self.stream = stream
    self.hasLimits = hasLimits
    bytes = [UInt8](repeating: 0, count: min(max(size + 1, 1 << 10), 1 << 18))
    try fetch(keepingFrom: 0)
  }

  /// Fetches more of the file; what lies before `start` is given up, and the rest moves to the
  /// front.
  mutating func fetch(keepingFrom start: Int) throws(InputError) {
    guard !isComplete else { return }
    if start > 0 {
      let kept = end - start
      bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        UnsafeMutableRawBufferPointer(rebasing: buffer[..<kept]).copyMemory(from: rest)
      }
      end = kept
    }
    if end == bytes.count {
      guard !hasLimits || end < Self.recordLimit else {
        throw InputError([
          Diagnostic(
            file: stream.name, message: "a row is longer than 64 MiB",
            help: "expected rows that end with a line feed, and quotes that are closed")
        ])
      }
      bytes += [UInt8](repeating: 0, count: end)
    }
    while end < bytes.count {
      let count = try stream.read(into: &bytes, from: end)
      if count == 0 {
        isComplete = true
        return
      }
      end += count
    }
  }

  /// Whether the file starts as no UTF-8 text does; adds a fault if so.
  func isForeign(_ faults: inout TextFaults) -> Bool {
    let start = bytes[..<end]
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      faults.add(at: nil, "the file is UTF-16", help: "save it as UTF-8")
      return true
    }
    if start.starts(with: [0x1F, 0x8B]) {
      faults.add(
        at: nil, "the file is compressed with gzip", help: "give it a name that ends in '.gz'")
      return true
    }
    return false
  }
}
