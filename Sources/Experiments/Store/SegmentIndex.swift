import Files

/// Where the runs of a segment lie.
///
/// A segment is a file of one process: a header, runs one after another and, where it was closed, an
/// index of them; without one the headers of its runs are walked.
///
///     8 bytes   "RSEGMENT"
///     4 bytes   version, 1
///     4 bytes   m
///     m bytes   what wrote it: program and processor, text
///     ...       runs (`StoredRun`)
///     8 bytes   "RSINDEX1"
///     n times   key (32), offset (8), size (8), digest (32)
///     32 bytes  the SHA-256 of that from "RSINDEX1" on
///     8 bytes   the offset of "RSINDEX1"
///     8 bytes   "RSCLOSED"
struct SegmentIndex {
  /// Where a run lies, and the digest at its end.
  struct Entry: Hashable {
    var key: Digest
    var offset: Int
    var size: Int
    var digest: Digest
  }

  static let magic = Array("RSEGMENT".utf8)
  static let version: UInt32 = 1
  private static let indexMagic = Array("RSINDEX1".utf8)
  private static let endMagic = Array("RSCLOSED".utf8)
  private static let entrySize = 80

  /// The runs, in the order in which they were written.
  private(set) var entries: [Entry] = []
  /// What wrote the segment: program and processor.
  private(set) var writer = ""
  /// What is wrong with the segment, to follow its name; nil for nothing.
  private(set) var damage: String?
  /// Where what is written next would begin; nil where the segment was closed.
  private(set) var end: Int?

  /// The header of a segment.
  static func header(writer: String) -> [UInt8] {
    var bytes = magic
    StoredRun.append(version, to: &bytes)
    StoredRun.append(UInt32(writer.utf8.count), to: &bytes)
    return bytes + Array(writer.utf8)
  }

  /// What closes a segment that ends at `offset`.
  static func closing(_ entries: [Entry], at offset: Int) -> [UInt8] {
    var bytes = indexMagic
    for entry in entries {
      bytes += entry.key.bytes
      StoredRun.append(UInt64(entry.offset), to: &bytes)
      StoredRun.append(UInt64(entry.size), to: &bytes)
      bytes += entry.digest.bytes
    }
    bytes += SHA256.digest(of: bytes[...])
    StoredRun.append(UInt64(offset), to: &bytes)
    return bytes + endMagic
  }

  /// Finds the runs of a segment.
  ///
  /// - Parameter start: where a look before came to; nil for all of them.
  init(_ file: borrowing ReadableParts, from start: Int? = nil) {
    guard let head = file.bytes(at: 0, count: 16), head.starts(with: Self.magic) else {
      damage = "is no segment of kept runs"
      return
    }
    guard StoredRun.number(head[8..<12]) == UInt64(Self.version) else {
      damage = "is of another version"
      return
    }
    guard let text = file.bytes(at: 16, count: Int(StoredRun.number(head[12..<16]))) else {
      damage = "ends within its header"
      return
    }
    writer = String(decoding: text, as: UTF8.self)
    let firstRun = 16 + text.count
    if let entries = Self.closed(file, from: firstRun) {
      self.entries = start.map { start in entries.filter { $0.offset >= start } } ?? entries
    } else {
      walk(file, from: start ?? firstRun)
    }
  }

  /// The index at the end of a closed segment; nil without a whole one, and for one whose runs are not
  /// those from `start` to the index, one after another.
  private static func closed(_ file: borrowing ReadableParts, from start: Int) -> [Entry]? {
    guard let end = file.bytes(at: file.size - 16, count: 16),
      end.suffix(8).elementsEqual(endMagic),
      let offset = Int(exactly: number(end.prefix(8))),
      let index = file.bytes(at: offset, count: file.size - 16 - offset), index.count >= 40,
      index.starts(with: indexMagic), (index.count - 40).isMultiple(of: entrySize),
      SHA256.digest(of: index.dropLast(32)) == Array(index.suffix(32))
    else { return nil }
    let entries = stride(from: 8, to: index.count - 32, by: entrySize).map { place in
      Entry(
        key: Digest(index[place..<place + 32]),
        offset: Int(number(index[place + 32..<place + 40])),
        size: Int(number(index[place + 40..<place + 48])),
        digest: Digest(index[place + 48..<place + 80]))
    }
    var next = start
    for entry in entries {
      guard entry.offset == next, entry.size <= min(offset - next, StoredRun.greatestSize) else {
        return nil
      }
      next += entry.size
    }
    return next == offset ? entries : nil
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    min(StoredRun.number(bytes), UInt64(Int.max))
  }

  /// Goes from header to header.
  private mutating func walk(_ file: borrowing ReadableParts, from start: Int) {
    var offset = start
    defer { end = offset }
    while offset < file.size {
      guard let header = file.bytes(at: offset, count: StoredRun.headerSize),
        let size = StoredRun.size(ofHeader: header[...]), size <= file.size - offset,
        let digest = file.bytes(
          at: offset + size - StoredRun.digestSize, count: StoredRun.digestSize)
      else {
        damage = "ends within a run, as where its process was killed"
        return
      }
      entries.append(
        Entry(
          key: Digest(header[StoredRun.keyRange]), offset: offset, size: size,
          digest: Digest(digest[...])))
      offset += size
    }
  }
}

extension SegmentIndex.Entry {
  /// The entry of a run with these bytes, `offset` from the start of the segment.
  init(of bytes: [UInt8], at offset: Int) {
    key = Digest(bytes[StoredRun.keyRange])
    self.offset = offset
    size = bytes.count
    digest = Digest(bytes.suffix(StoredRun.digestSize))
  }

  /// The run that lies there; nil where it is torn, corrupt or another one.
  func run(in file: borrowing ReadableParts) -> StoredRun? {
    guard let bytes = file.bytes(at: offset, count: size), let run = StoredRun(bytes: bytes),
      self == Self(of: bytes, at: offset)
    else { return nil }
    return run
  }
}
