/// Appends numbers to bytes, little-endian.
struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func append(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ value: Int) { append(Int64(value)) }

  mutating func append(_ value: Double) { append(value.bitPattern) }
}

/// Takes numbers from bytes, little-endian; never more than there are.
struct ByteReader {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func skip(_ count: Int) { index = min(bytes.count, index + count) }

  mutating func byte() throws(RecordFault) -> UInt8 { UInt8(try word(1)) }

  mutating func word16() throws(RecordFault) -> UInt16 { UInt16(try word(2)) }

  mutating func double() throws(RecordFault) -> Double { Double(bitPattern: try word(8)) }

  /// A whole number that is at least 0.
  mutating func count() throws(RecordFault) -> Int {
    guard let count = Int(exactly: Int64(bitPattern: try word(8))), count >= 0 else {
      throw .malformed
    }
    return count
  }

  /// How many elements of `size` bytes follow: not more than there is room for, so that nothing is
  /// allocated for elements that are not there.
  mutating func count(of size: Int) throws(RecordFault) -> Int {
    let count = try count()
    guard count <= (bytes.count - index) / size else { throw .truncated }
    return count
  }

  private mutating func word(_ size: Int) throws(RecordFault) -> UInt64 {
    guard bytes.count - index >= size else { throw .truncated }
    var word: UInt64 = 0
    for offset in 0..<size { word |= UInt64(bytes[index + offset]) << UInt64(8 * offset) }
    index += size
    return word
  }
}
