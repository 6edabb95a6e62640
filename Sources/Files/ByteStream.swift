import Diagnostics
import Glibc

/// The bytes of a file from its start to its end, a piece at a time, decompressed if need be.
///
/// Only one piece is held, however long the file. Several gzip members in a row are one text
/// (RFC 1952), and zeros after the last one are padding.
public final class ByteStream {
  /// How many bytes a file may hold, and may decompress to, unless limits are lifted.
  public static let sizeLimit = 2 << 30
  /// How many bytes may come of each byte of a compressed file, once there are more than
  /// `freeExpansion` of them: tables come to a few dozen, and what is made to exhaust its reader to a
  /// thousand, the most that DEFLATE can.
  static let expansionLimit = 200
  static let freeExpansion = 64 << 20

  /// The file as the user named it.
  public let name: String
  /// How many bytes the file has as it lies there, compressed or not.
  public let storedSize: Int
  private var source: Source
  private var checksum = SHA256()
  private let limit: Int?
  private var deliveredCount = 0
  private var storedCount = 0
  /// Whether the bytes are decompressed on their way.
  public var isCompressed: Bool { gzip != nil }
  private let gzip: GzipReader?

  private enum Source {
    case file(Int32)
    case memory([UInt8], used: Int)
  }

  /// The bytes of a regular file.
  ///
  /// A folder, a device or a named pipe is an error and never blocks.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - name: the file as the user named it, for messages.
  ///   - isCompressed: whether it is compressed with gzip.
  ///   - limit: how many bytes the file may hold, and may decompress to; nil for any.
  /// - Throws: `.malformed` when there is no such file or it is larger than `limit`;
  ///   `.inaccessible` when it exists but cannot be read.
  public convenience init(
    path: String, named name: String, isCompressed: Bool = false, limit: Int? = sizeLimit
  ) throws(InputError) {
    let (descriptor, size) = try FileContents.open(path, named: name, limit: limit)
    self.init(
      name: name, source: .file(descriptor), storedSize: size, isCompressed: isCompressed,
      limit: limit)
  }

  /// Bytes that are in memory already.
  public convenience init(
    bytes: [UInt8], named name: String, isCompressed: Bool = false, limit: Int? = sizeLimit
  ) {
    self.init(
      name: name, source: .memory(bytes, used: 0), storedSize: bytes.count,
      isCompressed: isCompressed, limit: limit)
  }

  private init(
    name: String, source: Source, storedSize: Int, isCompressed: Bool, limit: Int?
  ) {
    self.name = name
    self.source = source
    self.storedSize = storedSize
    self.limit = limit
    gzip = isCompressed ? GzipReader() : nil
  }

  deinit {
    if case .file(let descriptor) = source { close(descriptor) }
  }

  /// Reads the next bytes into `buffer` from the place `start` on.
  ///
  /// - Returns: how many were read, at most as many as there is room for; 0 at the end.
  /// - Throws: `.malformed` when compressed data is damaged, ends too early or grows beyond the
  ///   limit; `.inaccessible` when the file cannot be read.
  public func read(
    into buffer: inout [UInt8], from start: Int
  ) throws(InputError) -> Int {
    guard start < buffer.count else { return 0 }
    let count: Int
    if gzip == nil {
      count = try readStored(into: &buffer, from: start)
    } else {
      count = try readDecompressed(into: &buffer, from: start)
    }
    deliveredCount += count
    if let limit { try checkSize(limit) }
    return count
  }

  /// Whether no more was delivered than may be.
  private func checkSize(_ limit: Int) throws(InputError) {
    if deliveredCount > limit {
      guard isCompressed else { throw .tooLarge(name, limit: limit) }
      let size = FileContents.byteSize(limit)
      throw InputError([
        Diagnostic(
          file: name, message: "decompresses to more than \(size)", help: "the limit is \(size)")
      ])
    }
    if isCompressed, deliveredCount > Self.freeExpansion,
      deliveredCount / Self.expansionLimit > storedCount
    {
      throw InputError([
        Diagnostic(
          file: name, message: "decompresses to more than \(Self.expansionLimit) times its size",
          help:
            "no table of values is like that; if this one is, decompress it, or pass --no-limits")
      ])
    }
  }

  /// The SHA-256 of the whole file as it lies there, in lower-case hexadecimal; reads what is left.
  public func digest() throws(InputError) -> String {
    var rest = [UInt8](repeating: 0, count: 1 << 16)
    while try readStored(into: &rest, from: 0) > 0 {}
    return checksum.finish()
  }

  /// Reads bytes as they lie there.
  private func readStored(
    into buffer: inout [UInt8], from start: Int
  ) throws(InputError) -> Int {
    var count = 0
    switch source {
    case .memory(let bytes, let used):
      count = min(buffer.count - start, bytes.count - used)
      buffer.replaceSubrange(start..<start + count, with: bytes[used..<used + count])
      source = .memory(bytes, used: used + count)
    case .file(let descriptor):
      var failure: Int32 = 0
      repeat {
        count = buffer.withUnsafeMutableBytes { bytes in
          Glibc.read(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        }
        failure = count < 0 ? errno : 0
      } while failure == EINTR
      if failure != 0 { throw .unreadable(name, failure) }
    }
    storedCount += count
    checksum.update(buffer[start..<start + count])
    return count
  }

  private func readDecompressed(
    into buffer: inout [UInt8], from start: Int
  ) throws(InputError) -> Int {
    guard let reader = gzip else { return 0 }
    while true {
      if reader.needsInput {
        let count = try readStored(into: &reader.input, from: 0)
        reader.accept(count)
      }
      let count = try reader.read(into: &buffer, from: start, name: name)
      if count > 0 || reader.isFinished { return count }
    }
  }
}
