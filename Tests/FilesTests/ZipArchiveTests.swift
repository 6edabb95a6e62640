import Diagnostics
import Files
import Testing

/// Reading members of ZIP archives.
struct ZipArchiveTests {
  @Test("members that are stored, deflated and empty")
  func members() throws {
    let archive = ZipArchive(try archive("zip"), named: "x.zip")
    #expect(
      try archive.member("folder/text") == Array(ByteStreamTests.text.utf8.prefix(1000)))
    #expect(try archive.member("folder/plain") == Array("plain\n".utf8))
    #expect(try archive.member("empty") == [])
  }

  @Test("what cannot be read says why")
  func failures() throws {
    let bytes = try archive("zip")
    func message(_ member: String, _ bytes: [UInt8], limit: Int = 1 << 20) throws -> String {
      let error = try #require(throws: InputError.self) {
        try ZipArchive(bytes, named: "x.zip").member(member, limit: limit)
      }
      return error.diagnostics[0].message
    }
    #expect(try message("text", bytes) == "there is no member 'text'")
    #expect(
      try message("bzip2", bytes) == "the member 'bzip2' is compressed by the unknown method 12")
    #expect(
      try message("folder/text", bytes, limit: 512)
        == "the member 'folder/text' is larger than 512 bytes")
    #expect(try message("a", []) == "this is no ZIP archive")
    #expect(try message("a", Array(bytes.dropLast(60))) == "this is no ZIP archive")
  }

  @Test("a damaged archive gives the member, another one of the same size, or an error")
  func damaged() throws {
    let bytes = try archive("zip")
    for place in bytes.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= change
        do throws(InputError) {
          _ = try ZipArchive(damaged, named: "x.zip").member("folder/text", limit: 1 << 20)
        } catch {
          #expect(error.reason == .malformed)
        }
      }
    }
  }
}
