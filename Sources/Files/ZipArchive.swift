import Diagnostics

/// A ZIP archive in memory, of which single members are read (PKWARE's APPNOTE 6.3).
///
/// Members may be stored or deflated. What an archive says of itself is checked against its size
/// before it is used; encrypted archives, those in parts and those of the 64-bit form are refused.
public struct ZipArchive: Sendable {
  private let bytes: [UInt8]
  private let name: String

  private struct Entry {
    var method: Int
    var flags: Int
    var compressedSize: Int
    var size: Int
    var headerStart: Int
  }

  /// An archive.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file as the user knows it, for messages.
  public init(_ bytes: [UInt8], named name: String) {
    self.bytes = bytes
    self.name = name
  }

  /// The content of a member.
  ///
  /// - Parameters:
  ///   - path: its name in the archive.
  ///   - limit: how many bytes it may have.
  /// - Throws: `.malformed` when the archive is damaged, there is no such member, or it is too
  ///   large.
  public func member(_ path: String, limit: Int = ByteStream.sizeLimit) throws(InputError)
    -> [UInt8]
  {
    let entry = try entry(path)
    guard entry.flags & 1 == 0 else { throw fault("the member '\(path)' is encrypted") }
    guard entry.size <= limit else {
      throw fault("the member '\(path)' is larger than \(FileContents.byteSize(limit))")
    }
    // The local header repeats the name and has extra fields of its own.
    let start = entry.headerStart
    guard try number(start, 4) == 0x0403_4B50 else { throw damaged }
    let data = start + 30 + (try number(start + 26, 2)) + (try number(start + 28, 2))
    guard data <= bytes.count, entry.compressedSize <= bytes.count - data else { throw damaged }
    let packed = bytes[data..<data + entry.compressedSize]
    switch entry.method {
    case 0:
      guard entry.size == entry.compressedSize else { throw damaged }
      return Array(packed)
    case 8: return try inflated(packed, size: entry.size)
    default: throw fault("the member '\(path)' is compressed by the unknown method \(entry.method)")
    }
  }

  private func inflated(_ packed: ArraySlice<UInt8>, size: Int) throws(InputError) -> [UInt8] {
    // DEFLATE shrinks data to a 1032nd at best; a size beyond that is a lie.
    guard size <= packed.count * 1032 else { throw damaged }
    var inflater = Inflater(.raw)
    // One byte more than the size shows the end of the data.
    var result = [UInt8](repeating: 0, count: size + 1)
    var place = packed.startIndex
    var filled = 0
    while true {
      var count = 0
      var outcome = Inflater.Outcome.unfinished
      result.withUnsafeMutableBytes { buffer in
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        (count, outcome) = inflater.inflate(packed, from: &place, into: room)
      }
      filled += count
      if case .finished = outcome { break }
      guard case .unfinished = outcome, count > 0, filled <= size else { throw damaged }
    }
    guard filled == size else { throw damaged }
    result.removeLast()
    return result
  }

  /// Finds a member in the directory at the archive's end.
  private func entry(_ path: String) throws(InputError) -> Entry {
    let end = try directoryEnd()
    let count = try number(end + 10, 2)
    var place = try number(end + 16, 4)
    for _ in 0..<count {
      guard try number(place, 4) == 0x0201_4B50 else { throw damaged }
      let nameLength = try number(place + 28, 2)
      let next = place + 46 + nameLength + (try number(place + 30, 2)) + (try number(place + 32, 2))
      guard next <= bytes.count else { throw damaged }
      if bytes[place + 46..<place + 46 + nameLength].elementsEqual(path.utf8) {
        return Entry(
          method: try number(place + 10, 2), flags: try number(place + 8, 2),
          compressedSize: try number(place + 20, 4), size: try number(place + 24, 4),
          headerStart: try number(place + 42, 4))
      }
      place = next
    }
    throw fault("there is no member '\(path)'")
  }

  /// Where the record at the end of the directory starts: the last place that looks like it, as its
  /// comment may be up to 65,535 bytes long.
  private func directoryEnd() throws(InputError) -> Int {
    var place = bytes.count - 22
    let last = max(0, place - 65_535)
    while place >= last {
      if bytes[place] == 0x50, try number(place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    throw fault("this is no ZIP archive")
  }

  /// A number of `size` bytes, the least significant first.
  private func number(_ place: Int, _ size: Int) throws(InputError) -> Int {
    guard place >= 0, place <= bytes.count - size else { throw damaged }
    return bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private var damaged: InputError { fault("the archive is damaged") }

  private func fault(_ message: String) -> InputError {
    InputError([
      Diagnostic(file: name, message: message, help: "remove the file and fetch it again")
    ])
  }
}
