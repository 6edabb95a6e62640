import CFiles

/// Decompresses DEFLATE data that comes in pieces (RFC 1951, by zlib).
struct Inflater: ~Copyable {
  /// What surrounds the compressed data.
  enum Format: Int32 {
    /// A gzip header and trailer with a checksum (RFC 1952).
    case gzip = 31
    /// Nothing.
    case raw = -15
  }

  /// How far a step came.
  enum Outcome {
    /// More input or more room is needed.
    case unfinished
    /// The compressed data has ended, and its checksum is right.
    case finished
    /// The data is no such data, for zlib's reason.
    case damaged(String)
  }

  /// The stream lies at one place for good: zlib keeps its address.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool

  /// A decompressor at the start of its data.
  init(_ format: Format) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    isReady = cfiles_inflate_init(stream, format.rawValue) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Makes ready for the data of another member.
  mutating func reset() {
    if isReady { inflateReset(stream) }
  }

  /// Decompresses what fits.
  ///
  /// - Parameters:
  ///   - input: compressed bytes; those from `start` on are used.
  ///   - start: moves past what was used.
  ///   - output: room for the result.
  /// - Returns: how many bytes were written to `output`, and how far the data is.
  mutating func inflate(
    _ input: ArraySlice<UInt8>, from start: inout Int, into output: UnsafeMutableRawBufferPointer
  ) -> (count: Int, outcome: Outcome) {
    guard isReady else { return (0, .damaged("out of memory")) }
    var code = Z_OK
    let room = UInt32(clamping: output.count)
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = room
    let rest = input[start...]
    let available = UInt32(clamping: rest.count)
    rest.withUnsafeBufferPointer { buffer in
      // zlib reads its input only; the C interface lacks the const.
      stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
      stream.pointee.avail_in = available
      code = CFiles.inflate(stream, Z_NO_FLUSH)
    }
    start += Int(available - stream.pointee.avail_in)
    let count = Int(room - stream.pointee.avail_out)
    switch code {
    case Z_OK, Z_BUF_ERROR: return (count, .unfinished)
    case Z_STREAM_END: return (count, .finished)
    case Z_NEED_DICT: return (count, .damaged("it needs a preset dictionary"))
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "out of memory"
      return (count, .damaged(reason))
    }
  }
}
