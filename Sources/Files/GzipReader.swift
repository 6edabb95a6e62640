import Diagnostics

/// Decompresses gzip members that come in pieces.
final class GzipReader {
  /// Room for compressed bytes, which the owner fills from its start.
  var input = [UInt8](repeating: 0, count: 1 << 16)
  /// Whether all members have been read.
  private(set) var isFinished = false
  private var inflater = Inflater(.gzip)
  private var used = 0
  private var available = 0
  /// Where in the file `input` starts.
  private var inputStart = 0
  private var memberCount = 0
  private var isInsideMember = false
  private var isAtEnd = false

  /// Whether all input has been used up.
  var needsInput: Bool { used == available && !isAtEnd }

  /// Takes note of the compressed bytes that were put into `input`; none at the end of the file.
  func accept(_ count: Int) {
    inputStart += available
    used = 0
    available = count
    isAtEnd = count == 0
  }

  /// Decompresses into `buffer` from `start` on; 0 bytes where more input is needed or all is read.
  func read(
    into buffer: inout [UInt8], from start: Int, name: String
  ) throws(InputError) -> Int {
    if !isInsideMember, memberCount > 0 {
      while used < available, input[used] == 0 { used += 1 }
    }
    if used == available {
      guard isAtEnd else { return 0 }
      // zlib may still hold bytes for which there was no room.
      guard isInsideMember || memberCount == 0 else {
        isFinished = true
        return 0
      }
      if !isInsideMember { throw fault("the file is empty", "expected gzip data", name) }
    }
    isInsideMember = true
    var count = 0
    var outcome = Inflater.Outcome.unfinished
    let usedBefore = used
    let piece = input[..<available]
    var next = used
    buffer.withUnsafeMutableBytes { bytes in
      let room = UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
      (count, outcome) = inflater.inflate(piece, from: &next, into: room)
    }
    used = next
    switch outcome {
    case .unfinished:
      if isAtEnd, count == 0 {
        throw fault(
          "the gzip data ends too early, after \(counted(inputStart, "byte"))",
          "the file was cut off: fetch or copy it again", name)
      }
    case .finished:
      isInsideMember = false
      memberCount += 1
      inflater.reset()
    case .damaged(let reason):
      let place = inputStart + usedBefore
      if memberCount == 0, place == 0, reason == "incorrect header check" {
        throw fault(
          "not compressed with gzip", "rename a file that is not compressed to drop '.gz'", name)
      }
      throw fault(
        "the gzip data is damaged between byte \(place) and \(inputStart + available): \(reason)",
        "fetch or copy the file again", name)
    }
    return count
  }

  private func fault(_ message: String, _ help: String, _ name: String) -> InputError {
    InputError([Diagnostic(file: name, message: message, help: help)])
  }
}
