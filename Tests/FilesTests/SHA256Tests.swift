import Files
import Testing

/// Digests against the examples of FIPS 180-4 and of `sha256sum`.
struct SHA256Tests {
  @Test(
    "known digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func known(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("a million letters in uneven pieces")
  func pieces() {
    var digest = SHA256()
    var left = 1_000_000
    for size in 1... where left > 0 {
      digest.update([UInt8](repeating: UInt8(ascii: "a"), count: min(size, left)))
      digest.update([])
      left -= min(size, left)
      if left == 0 { break }
    }
    #expect(
      digest.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// A digest is a value: what is appended to a copy does not touch the other.
  @Test("a digest as a value")
  func value() {
    var start = SHA256()
    start.update(Array("ab".utf8))
    var whole = start
    whole.update(Array("c".utf8))
    #expect(whole.value.description == Self.abc && whole.value.description == whole.finish())
    #expect(start.value.description.hasPrefix("fb8e20fc"))
    let bytes = whole.digest()
    #expect(bytes.count == 32 && bytes[0] == 0xBA && bytes[31] == 0xAD)
    #expect(Digest(bytes[...]) == whole.value && Digest((bytes + [1])[...]) == whole.value)
    #expect(Digest(([9] + bytes).dropFirst()) == whole.value)
    #expect(Digest([]).description == String(repeating: "0", count: 64))
    // As numbers, the first byte counts most.
    #expect(Digest([0, 255]) < Digest([1]) && Digest([1]) != Digest([1, 0, 1]))
  }

  private static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
}
