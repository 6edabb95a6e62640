import Datasets
import Diagnostics
import Files
import Testing

@Suite struct IDXReaderTests {
  static let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 3, 7, 2, 7]

  private func read(
    _ images: [UInt8], _ labels: [UInt8] = labels, sha256: String? = nil, valueLimit: Int? = 1 << 20
  ) throws(InputError) -> Dataset {
    let source = IDXSource(
      images: FileLocation(path: "/nowhere", displayName: "data/images", sha256: sha256),
      labels: FileLocation(path: "/nowhere", displayName: "data/labels"))
    return try IDXReader.read(
      images: ByteStream(bytes: images, named: "data/images"),
      labels: ByteStream(bytes: labels, named: "data/labels"), source: source,
      valueLimit: valueLimit)
  }

  private func failure(
    _ images: [UInt8], _ labels: [UInt8] = labels, valueLimit: Int? = 1 << 20
  ) throws -> Diagnostic {
    let error = try #require(throws: InputError.self) {
      try read(images, labels, valueLimit: valueLimit)
    }
    #expect(error.reason == .malformed)
    #expect(error.diagnostics[0].help != nil)
    return error.diagnostics[0]
  }

  /// The bytes that a line of `images.txt` spells.
  private static func bytes(_ text: String) -> [UInt8] {
    let digits = Array(text)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0...$0 + 1]), radix: 16)
    }
  }

  @Test(arguments: ["u1", "i1", "i2", "i4", "f4", "f8"])
  func numbersOfEveryTypeAreRead(type: String) throws {
    let line = try #require(try reference("images.txt").first { $0[0] == type })
    let table = try read(Self.bytes(line[1]))
    #expect(table.features == .dense(line[2...].compactMap(Double.init)))
    #expect(table.exampleCount == 3)
    #expect(table.featureCount == 4)
    #expect(table.target == .classes([1, 0, 1], names: ["2", "7"]))
    #expect(table.name == "images")
    // A file that is cut off anywhere is no such file.
    let bytes = Self.bytes(line[1])
    for length in 0..<bytes.count {
      let message = try failure(Array(bytes[..<length])).message
      #expect(
        message.hasPrefix(length == 0 ? "the file is empty" : "the file ends at byte \(length)"))
    }
    #expect(try failure(bytes + [0]).message.hasPrefix("more bytes follow at byte \(bytes.count)"))
  }

  @Test(
    arguments: [
      ([0, 0, 7, 3], "the file is no IDX file: it starts with 00 00 07 03"),
      ([0, 1, 8, 3], "the file is no IDX file: it starts with 00 01 08 03"),
      ([0, 0, 8, 0], "the file is no IDX file: it starts with 00 00 08 00"),
      ([0x1F, 0x8B, 8, 0], "the file is compressed with gzip"),
      (
        [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255],
        "the dimensions at byte 4 ask for more"
      ),
      ([0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 0], "an array of 3 × 0 numbers is empty"),
      ([0, 0, 8, 1, 0, 0, 0, 1, 5], "an array of 1 numbers holds no images"),
      (
        [0, 0, 14, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0x7F, 0xF8, 0, 0, 0, 0, 0, 0],
        "the number at byte 12 is not finite"
      ),
      ([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 1, 2], "3 labels for 2 images"),
      (
        [0, 0, 8, 4, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
        "3 labels for 0 images"
      ),
    ] as [([UInt8], String)])
  func wrongImagesAreRefused(bytes: [UInt8], message: String) throws {
    #expect(try failure(bytes).message.hasPrefix(message))
    // Without limits nothing is believed either.
    #expect(!(try failure(bytes, valueLimit: nil)).message.isEmpty)
  }

  @Test(
    arguments: [
      ([0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 1, 1, 2, 3], "an array of 3 × 1 numbers holds no labels"),
      ([0, 0, 8, 1, 0, 0, 0, 3, 1, 1, 1], "all labels are 1"),
      (
        [0, 0, 13, 1, 0, 0, 0, 3, 0x3F, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        "the label 0, 0.5, is no whole number"
      ),
    ] as [([UInt8], String)])
  func wrongLabelsAreRefused(bytes: [UInt8], message: String) throws {
    let images: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 3, 0, 0, 0, 1, 1, 2, 3]
    let found = try failure(images, bytes)
    #expect(found.message == message)
    #expect(found.file == "data/labels")
  }

  @Test func aChecksumThatDiffersComesBeforeOtherFaults() throws {
    let error = try #require(throws: InputError.self) {
      try read([1, 2, 3], sha256: String(repeating: "0", count: 64))
    }
    #expect(
      error.diagnostics[0].message == "the SHA-256 of the file is \(SHA256.hex(of: [1, 2, 3]))")
  }
}
