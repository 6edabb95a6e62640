import Diagnostics
import Testing

@testable import Files

/// An untrusted spec does not make this machine talk to others of its own network.
@Suite struct PublicAddressTests {
  @Test(
    "an address that is set aside is not public",
    arguments: [
      "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.9",
      "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.168.1.1", "198.19.0.1",
      "198.51.100.7", "203.0.113.9", "224.0.0.1", "255.255.255.255", "::", "::1",
      "::ffff:10.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b:1::1", "fc00::1", "fd12:3456::1",
      "fe80::1", "fec0::1", "ff02::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1",
    ])
  func special(text: String) throws {
    #expect(!PublicAddresses.contain(try #require(NetworkAddress(text))))
  }

  @Test(
    "any other is",
    arguments: [
      "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1",
      "172.32.0.0", "192.0.1.1", "192.169.0.0", "198.20.0.0", "223.255.255.255",
      "::ffff:1.1.1.1", "64:ff9b::101:101", "2001:4860:4860::8888", "2606:4700::1111",
    ])
  func ordinary(text: String) throws {
    let address = try #require(NetworkAddress(text))
    #expect(PublicAddresses.contain(address))
    #expect(address.text == text)
  }

  @Test(
    "the machine and the port of an address",
    arguments: [
      ("http://a.example/b", "a.example", 80), ("HTTPS://a.example", "a.example", 443),
      ("http://user:word@a:8080/x@y", "a", 8080),
      ("http://[2606:4700::1]:81?x", "2606:4700::1", 81),
      ("http://a:#b", "a", 80),
    ])
  func place(text: String, host: String, port: Int) throws {
    let address = try #require(WebAddress(text))
    #expect(address.host == host)
    #expect(address.port == port)
  }

  @Test(
    "what programs could read differently is no address",
    arguments: [
      "ftp://a/", "http://", "http:///x", "http://a b/", "http://a%2eb/", "http://[a]/",
      "http://[::1", "http://[fe80::1%25eth0]/", "http://a:0/", "http://a:65536/", "http://a:x/",
      "http://\u{E4}.example/", "http://a\u{0}b/", "http://a/\n",
    ])
  func unclear(text: String) { #expect(WebAddress(text) == nil) }

  @Test(
    "no form of an address of this machine or its network is fetched from",
    arguments: [
      "http://127.0.0.1:1/", "http://localhost:1/", "http://2130706433/", "http://0x7f.1/",
      "http://017700000001/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
      "http://example.org@10.0.0.1/", "http://169.254.169.254/latest",
    ])
  func refused(url: String) throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: InputError.self) {
      try Download(url: url, sha256: String(repeating: "0", count: 64)).path(
        in: CacheFolder(path: folder("cache")), sizeLimit: nil)
    }
    #expect(error.reason == .malformed)
    #expect(error.diagnostics[0].key == "url")
    #expect(error.diagnostics[0].message.hasSuffix("not of the public internet"))
    #expect(error.diagnostics[0].help == "--allow-outside lifts this")
    #expect(folder.names("cache").isEmpty)
  }

  @Test("a redirect leads to no machine that the address itself could not name")
  func redirected() throws {
    let server = try LocalServer(["/to/other": Array("http://127.0.0.2:1/x".utf8)])
    let folder = try TemporaryFolder()
    var download = Download(
      url: server.url("/to/other"), sha256: String(repeating: "0", count: 64))
    download.trusted = ["127.0.0.1"]
    let error = try #require(throws: InputError.self) {
      try download.path(in: CacheFolder(path: folder("cache")), sizeLimit: nil)
    }
    #expect(error.reason == .malformed)
    #expect(
      error.diagnostics[0].message.contains(
        "is redirected to 'http://127.0.0.2:1/x', which leads to 127.0.0.2, an address that"))
  }

  @Test("the connection goes to the address that was checked, whatever the name means by then")
  func pinned() throws {
    let body = Array("1,2\n".utf8)
    let server = try LocalServer(["/x": body])
    let folder = try TemporaryFolder()
    let target = WritingTarget(path: folder("x"), name: "x")
    let descriptor = try target.open(target.temporaryPath)
    let transfer = Transfer(
      url: "http://nowhere.invalid/x", port: Int(server.port), pinned: NetworkAddress("127.0.0.1"),
      timeLimit: 10, patience: 10)
    let outcome = try transfer.fetch(to: descriptor, of: target, sizeLimit: nil)
    guard case .file(let digest)? = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    #expect(digest == SHA256.hex(of: body))
  }
}
