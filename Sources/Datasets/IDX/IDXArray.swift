import Diagnostics
import Files

/// The numbers of an IDX file.
struct IDXArray {
  /// The dimensions, the slowest first.
  private(set) var dimensions: [Int]
  /// The numbers, all finite, in the order of the file.
  private(set) var values: [Double]

  /// Reads a file to its end.
  ///
  /// - Parameters:
  ///   - stream: the file, from its start.
  ///   - valueLimit: how many numbers there may be; nil for any.
  ///   - extra: for how many more numbers room is made.
  init(_ stream: ByteStream, valueLimit: Int?, reserving extra: Int = 0) throws(InputError) {
    var buffer: [UInt8] = []
    let header = try Self.header(stream, &buffer)
    dimensions = header.dimensions
    var count = 1
    for dimension in dimensions {
      let (product, overflow) = count.multipliedReportingOverflow(by: dimension)
      guard !overflow, product <= valueLimit ?? 1 << 40 else {
        throw Self.fault(
          stream, "the dimensions at byte 4 ask for more than \(valueLimit ?? 1 << 40) numbers",
          "expected a file of fewer numbers, or lift the limits")
      }
      count = product
    }
    values = []
    // A header may lie: room is made for no more than the file can fill. DEFLATE shrinks data to a
    // 1032nd at best.
    let expansion = stream.isCompressed ? 1032 : 1
    values.reserveCapacity(
      min(count, stream.storedSize * expansion / header.element.size + 1) + extra)
    let size = header.element.size
    var start = header.size
    while true {
      let wanted = min(1 << 16, (count - values.count) * size)
      let got = try Self.fill(stream, &buffer, wanted)
      let before = values.count
      Self.append(buffer, got / size, header.element, to: &values)
      if let bad = values[before...].firstIndex(where: { !$0.isFinite }) {
        throw Self.fault(
          stream, "the number at byte \(start + (bad - before) * size) is not finite",
          "expected finite numbers")
      }
      start += got
      guard got == wanted else {
        throw Self.fault(
          stream, "the file ends at byte \(start), in the middle of its numbers",
          "its dimensions \(dimensions.map(String.init).joined(separator: " × ")) ask for "
            + "\(counted(header.size + count * size, "byte")): the file was cut off")
      }
      if values.count == count { break }
    }
    if try Self.fill(stream, &buffer, 1) > 0 {
      throw Self.fault(
        stream, "more bytes follow at byte \(start), after the last number",
        "its dimensions \(dimensions.map(String.init).joined(separator: " × ")) ask for fewer")
    }
  }

  /// Reads the header of a file.
  private static func header(
    _ stream: ByteStream, _ buffer: inout [UInt8]
  ) throws(InputError) -> IDXHeader {
    let count = try fill(stream, &buffer, 4)
    guard count == 4 else {
      throw fault(
        stream, count == 0 ? "the file is empty" : "the file ends at byte \(count)",
        "expected an IDX file, which starts with 00 00, a type and a number of dimensions")
    }
    guard buffer[0] == 0, buffer[1] == 0, let element = IDXHeader.Element(rawValue: buffer[2]),
      buffer[3] > 0
    else {
      let found = buffer[..<4].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      let isGzip = buffer[0] == 0x1F && buffer[1] == 0x8B
      throw fault(
        stream,
        isGzip
          ? "the file is compressed with gzip"
          : "the file is no IDX file: it starts with \(found.joined(separator: " "))",
        isGzip
          ? "give it a name that ends in '.gz'"
          : "expected 00 00, a type (08, 09, 0b, 0c, 0d or 0e) and a number of dimensions, "
            + "as in 00 00 08 03 for images and 00 00 08 01 for labels")
    }
    let dimensionCount = Int(buffer[3])
    let got = try fill(stream, &buffer, 4 * dimensionCount)
    guard got == 4 * dimensionCount else {
      throw fault(
        stream, "the file ends at byte \(4 + got), in the middle of its dimensions",
        "it announces \(dimensionCount) dimensions of 4 bytes")
    }
    let dimensions = (0..<dimensionCount).map { index in
      buffer[4 * index..<4 * index + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return IDXHeader(element: element, dimensions: dimensions)
  }

  /// Reads `count` bytes to the start of `buffer`; fewer at the end of the file.
  private static func fill(
    _ stream: ByteStream, _ buffer: inout [UInt8], _ count: Int
  ) throws(InputError) -> Int {
    if buffer.count != count { buffer = [UInt8](repeating: 0, count: count) }
    var filled = 0
    while filled < count {
      let got = try stream.read(into: &buffer, from: filled)
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// Decodes `count` numbers from the start of `buffer`.
  private static func append(
    _ buffer: [UInt8], _ count: Int, _ element: IDXHeader.Element, to values: inout [Double]
  ) {
    let bytes = buffer.span
    func word(_ index: Int, _ size: Int) -> UInt64 {
      var word: UInt64 = 0
      for offset in 0..<size { word = word << 8 | UInt64(bytes[index * size + offset]) }
      return word
    }
    for index in 0..<count {
      switch element {
      case .unsignedByte: values.append(Double(bytes[index]))
      case .signedByte: values.append(Double(Int8(bitPattern: bytes[index])))
      case .short: values.append(Double(Int16(truncatingIfNeeded: word(index, 2))))
      case .int: values.append(Double(Int32(truncatingIfNeeded: word(index, 4))))
      case .float:
        values.append(Double(Float(bitPattern: UInt32(truncatingIfNeeded: word(index, 4)))))
      case .double: values.append(Double(bitPattern: word(index, 8)))
      }
    }
  }

  private static func fault(_ stream: ByteStream, _ message: String, _ help: String) -> InputError {
    InputError([Diagnostic(file: stream.name, message: message, help: help)])
  }
}
