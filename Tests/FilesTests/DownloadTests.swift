import Diagnostics
import Glibc
import Testing

@testable import Files

/// Fetching files from a server of our own.
@Suite(.serialized) struct DownloadTests {
  let folder: TemporaryFolder
  let cache: CacheFolder
  static let body = Array("a,y\n1,2\n3,4\n".utf8)
  static let large = [UInt8](repeating: 7, count: 1 << 20)

  init() throws {
    folder = try TemporaryFolder()
    cache = CacheFolder(path: folder("deep/cache"), reachingEveryAddress: true)
  }

  func server() throws -> LocalServer {
    try LocalServer([
      "/table[1].csv": Self.body, "/large": Self.large, "/to/table": Array("/table[1].csv".utf8),
      "/to/file": Array("file:///etc/passwd".utf8), "/to/itself": Array("/to/itself".utf8),
    ])
  }

  func failure(
    _ url: String, sha256: String = SHA256.hex(of: body), sizeLimit: Int? = nil
  ) throws -> (InputError.Reason, String) {
    let error = try #require(throws: InputError.self) {
      try Download(url: url, sha256: sha256).path(in: cache, sizeLimit: sizeLimit)
    }
    // Nothing is left behind.
    #expect(folder.names("deep/cache").isEmpty)
    #expect(error.diagnostics.allSatisfy { $0.file == url && $0.help != nil })
    return (error.reason, error.diagnostics[0].message)
  }

  @Test(
    "a file is fetched once and kept by its checksum", arguments: ["/table[1].csv", "/to/table"])
  func fetch(path: String) throws {
    var server: LocalServer? = try server()
    let download = Download(
      url: try #require(server).url(path), sha256: SHA256.hex(of: Self.body))
    let file = try download.path(in: cache, sizeLimit: Self.body.count)
    #expect(try FileContents.read(file, named: "f") == Self.body)
    server = nil
    #expect(try download.path(in: cache, sizeLimit: nil) == file)
    #expect(folder.names("deep/cache") == ["sha256-\(SHA256.hex(of: Self.body))"])
  }

  @Test("another file than expected, or one that is too large")
  func wrongFile() throws {
    let server = try server()
    let zeros = String(repeating: "0", count: 64)
    var (reason, message) = try failure(server.url("/large"), sha256: zeros)
    #expect(reason == .malformed)
    #expect(message == "the SHA-256 of the fetched file is \(SHA256.hex(of: Self.large))")
    (reason, message) = try failure(
      server.url("/large"), sha256: SHA256.hex(of: Self.large), sizeLimit: 1 << 19)
    #expect(reason == .malformed)
    #expect(message == "the address gives more than 512 KiB")
  }

  @Test("a server that refuses, misleads or is not there")
  func fetchFails() throws {
    let gone = try answersOfARunningServer()
    let (reason, message) = try failure(gone)
    #expect(reason == .inaccessible)
    #expect(message.hasPrefix("cannot be fetched: curl: "))
  }

  /// Checks a server that runs, and gives an address of it, at which nothing answers any more.
  private func answersOfARunningServer() throws -> String {
    let running = try server()
    #expect(try failure(running.url("/none")).1.contains("404"))
    #expect(
      try failure(running.url("/to/file")).1
        == "cannot be fetched: it is redirected to 'file:///etc/passwd', which cannot be fetched")
    #expect(
      try failure(running.url("/to/itself")).1 == "cannot be fetched: more than 10 redirects")
    return running.url("/table[1].csv")
  }

  @Test(
    "a server that sends next to nothing is not waited for, before its answer or after",
    arguments: ["/silent", "/drip"])
  func slow(path: String) throws {
    let server = try server()
    var download = Download(url: server.url(path), sha256: SHA256.hex(of: Self.body))
    download.patience = 1
    let error = try #require(throws: InputError.self) {
      try download.path(in: cache, sizeLimit: nil)
    }
    #expect(error.reason == .inaccessible)
    #expect(error.diagnostics[0].message.contains("Less than 1000 bytes/sec transferred"))
    #expect(folder.names("deep/cache").isEmpty)
  }

  @Test("the hint is a command that runs nothing but itself")
  func quotedHint() throws {
    let error = try #require(throws: InputError.self) {
      try Download(
        url: "http://127.0.0.1:1/a'$(id)'.csv", sha256: SHA256.hex(of: Self.body)
      ).path(in: cache, sizeLimit: nil)
    }
    #expect(
      error.diagnostics[0].help?.hasSuffix(#" 'http://127.0.0.1:1/a'\''$(id)'\''.csv'"#) == true)
  }

  @Test(
    "what is no address or checksum",
    arguments: [
      ("file:///etc/passwd", nil), ("-o/tmp/x", nil), ("http://a\u{0}b", nil),
      ("http://127.0.0.1:1/", "../../etc"), ("http://127.0.0.1:1/", ""),
    ] as [(String, String?)])
  func refused(url: String, sha256: String?) throws {
    #expect(try failure(url, sha256: sha256 ?? SHA256.hex(of: Self.body)).0 == .malformed)
  }
}
