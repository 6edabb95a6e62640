import Diagnostics
import Glibc
import Testing

@testable import Files

/// Reading files in pieces.
struct ByteStreamTests {
  static let text = (0..<2000).map { "line \($0): \($0 * $0)\n" }.joined()

  /// All bytes of a stream, read in pieces of `size`, and the checksum of the file.
  func all(
    _ stream: ByteStream, size: Int = 100
  ) throws(InputError) -> (bytes: [UInt8], digest: String) {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: size)
    while case let count = try stream.read(into: &piece, from: 0), count > 0 {
      bytes += piece[..<count]
    }
    return (bytes, try stream.digest())
  }

  /// The message of reading compressed bytes.
  func failure(_ bytes: [UInt8], limit: Int? = nil) throws -> String {
    let error = try #require(throws: InputError.self) {
      try all(ByteStream(bytes: bytes, named: "x.gz", isCompressed: true, limit: limit))
    }
    #expect(error.reason == .malformed)
    return error.rendered()
  }

  @Test("members, names and padding of gzip files", arguments: ["text", "members", "named"])
  func gzip(name: String) throws {
    let packed = try archive(name)
    for size in [1, 7, 1000, 1 << 20] {
      for padding in [0, 1, 1000] {
        let bytes = packed + [UInt8](repeating: 0, count: padding)
        let (text, digest) = try all(
          ByteStream(bytes: bytes, named: "x.gz", isCompressed: true), size: size)
        #expect(text == Array(Self.text.utf8))
        #expect(digest == SHA256.hex(of: bytes))
      }
    }
  }

  @Test("a gzip file that is cut off anywhere")
  func truncated() throws {
    let packed = try archive("text")
    for length in Array(1..<40) + Array(stride(from: 40, to: packed.count, by: 97))
      + Array(packed.count - 9..<packed.count)
    {
      #expect(try failure(Array(packed[..<length])).contains("ends too early"))
    }
    #expect(try failure([]).contains("the file is empty"))
  }

  @Test("bytes that are no gzip data")
  func damaged() throws {
    var packed = try archive("text")
    #expect(try failure(Array("a,b\n1,2\n".utf8)).contains("not compressed with gzip"))
    #expect(try failure(packed + [1, 2, 3]).contains("damaged between byte"))
    packed[packed.count / 2] ^= 0x10
    #expect(try failure(packed).contains("damaged between byte"))
    packed = try archive("text")
    packed[packed.count - 6] ^= 1
    #expect(try failure(packed).contains("incorrect data check"))
  }

  @Test("data that grow beyond the limit")
  func bomb() throws {
    let packed = try archive("zeros")
    #expect(packed.count < 5000)
    let message = try failure(packed, limit: 1 << 20)
    #expect(
      message == "x.gz: error: decompresses to more than 1 MiB\n      the limit is 1 MiB\n")
    let (bytes, _) = try all(
      ByteStream(bytes: packed, named: "x.gz", isCompressed: true, limit: 1 << 22), size: 1 << 16)
    #expect(bytes.count == 1 << 22)
  }

  @Test("data that grow out of next to nothing end early, unless limits are lifted")
  func expansion() throws {
    func zeros(_ count: Int) throws -> [UInt8] {
      let command = try #require(
        ChildProcess("sh", ["-c", "head -c \(count) /dev/zero | gzip -9"]))
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = command.readOutput(into: &buffer), count > 0 {
        bytes += buffer[..<count]
      }
      #expect(command.finish().status == 0)
      return bytes
    }
    func size(_ bytes: [UInt8], limit: Int?) throws(InputError) -> Int {
      let stream = ByteStream(bytes: bytes, named: "x.gz", isCompressed: true, limit: limit)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      var size = 0
      while case let count = try stream.read(into: &buffer, from: 0), count > 0 { size += count }
      return size
    }
    let bomb = try zeros(70_000_000)
    let error = try #require(throws: InputError.self) { try size(bomb, limit: 1 << 30) }
    #expect(error.diagnostics[0].message == "decompresses to more than 200 times its size")
    #expect(try size(bomb, limit: nil) == 70_000_000)
    let small = try zeros(60_000_000)
    #expect(try size(small, limit: 1 << 30) == 60_000_000)
  }

  @Test("a long file, whose checksum another thread computes")
  func long() throws {
    let folder = try TemporaryFolder()
    try folder.file("f", String(repeating: Self.text, count: 150))
    let expected = SHA256.hex(of: try FileContents.read(folder("f"), named: "f"))
    let (bytes, digest) = try all(
      ByteStream(path: folder("f"), named: "f", limit: nil), size: 1 << 16)
    #expect(bytes.count == 150 * Self.text.utf8.count)
    #expect(bytes.count > 4 << 20)
    #expect(digest == expected)
    // What was not read belongs to the checksum too.
    #expect(try ByteStream(path: folder("f"), named: "f").digest() == expected)
    #expect(throws: InputError.self) {
      _ = try ByteStream(path: folder("f"), named: "f", limit: bytes.count - 1)
    }
  }

  @Test("no file, and no waiting for one")
  func others() throws {
    let folder = try TemporaryFolder()
    mkfifo(folder("pipe"), 0o666)
    for (path, reason) in [
      (folder("none"), InputError.Reason.malformed), (folder.path, .inaccessible),
      (folder("pipe"), .inaccessible), ("/dev/zero", .inaccessible),
    ] {
      let error = try #require(throws: InputError.self) {
        _ = try ByteStream(path: path, named: "x", isCompressed: true)
      }
      #expect(error.reason == reason)
    }
  }
}
