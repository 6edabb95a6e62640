import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Signals end the program within a moment, whatever it is doing, and leave nothing behind.
struct InterruptionTests {
  /// What there is to do that takes longer than anybody waits.
  enum Work: String, CaseIterable {
    case training, hugeStep, making, drawing, figure, check, download

    /// The spec.
    func spec(port: UInt16) -> String {
      switch self {
      case .training, .check: smallSpec(epochs: 10_000_000)
      case .hugeStep:
        Self.spec(
          #""dataset": "digits", "model": { "kind": "mlp", "hidden": [6000, 6000] }, "epochs": 9"#)
      case .making:
        Self.spec(
          """
          "dataset": { "kind": "sparse_classification", "samples": 10000000, "features": 1000000,
            "density": 1e-6 }, "model": "logistic", "epochs": 1
          """)
      case .drawing, .figure:
        Self.spec(
          #""model": "beale", "epochs": 100"#,
          """
          { "dpi": 1200, "width": 12, "height": 12, "formats": ["png"], "cells": [
            { "figure": "loss_curves", "id": "a" }, { "figure": "loss_curves", "id": "b" },
            { "figure": "loss_curves", "id": "c" }, { "figure": "loss_curves", "id": "d" },
            { "figure": "loss_curves", "id": "e" }, { "figure": "loss_curves", "id": "f" }] }
          """)
      case .download:
        Self.spec(
          """
          "dataset": { "kind": "csv", "url": "http://127.0.0.1:\(port)/silent", "target": "y",
            "task": "regression", "sha256": "\(String(repeating: "0", count: 64))" },
          "model": "linear", "epochs": 1
          """)
      }
    }

    private static func spec(_ problem: String, _ report: String = "{}") -> String {
      """
      { "name": "small", "seeds": 2, "problems": [{ \(problem) }],
        "optimizers": [{ "name": "Adam", "kind": "adam" }], "report": \(report) }
      """
    }

    /// How the program is started.
    var arguments: [String] {
      switch self {
      case .figure: ["figure", "small.json", "a", "--format", "png", "-o", "a.png"]
      case .check: ["check", "--reproduce", "small.json"]
      case .download: ["validate", "--allow-outside", "small.json"]
      default: ["--no-limits", "--jobs", "1", "small.json"]
      }
    }
  }

  @Test(arguments: Work.allCases)
  func aSignalEndsWhateverIsDone(work: Work) throws {
    let workplace = try Workplace()
    let server = try SilentServer()
    try workplace.write(work.spec(port: server.port), to: "small.json")
    let (process, output, errors) = try workplace.start(
      ["-c", "XDG_CACHE_HOME=$PWD/cache exec \"$0\" \"$@\"", Workplace.program.path]
        + work.arguments, of: URL(filePath: "/bin/sh"))
    Thread.sleep(forTimeInterval: 0.7)
    let signalled = ContinuousClock.now
    process.terminate()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(ContinuousClock.now - signalled < .seconds(2))
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(text.isEmpty && said.contains("interrupted"), "\(said)")
    // Nothing but the spec and the folder of downloads, without a half one.
    #expect(try workplace.files().keys.sorted() == ["small.json"])
    #expect(try !Self.commands(naming: ":\(server.port)/"))
  }

  @Test("Runs that had ended are kept, and nothing of the store is torn")
  func finishedRuns() throws {
    let workplace = try Workplace()
    let slow = #"}, { "name": "slow", "dataset": "digits", "model": "softmax", "epochs": 10000000"#
    try workplace.write(
      smallSpec().replacing("\"epochs\": 150", with: "\"epochs\": 150 \(slow)"), to: "small.json")
    let (process, _, errors) = try workplace.start(["--quiet", "--jobs", "2", "small.json"])
    let start = ContinuousClock.now
    func keptCount() throws -> Int {
      let said = try workplace.run("why", "small.json").output
      return try #require(said.firstMatch(of: /24 runs, ([0-9]+) kept/).flatMap { Int($0.1) })
    }
    // A sanitizer on a busy machine takes its time.
    while try keptCount() == 0, ContinuousClock.now - start < .seconds(120) {}
    process.interrupt()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(said == "interrupted; nothing was written for small; finished runs are kept\n")
    let why = try workplace.run("why", "small.json")
    #expect(why.errors.isEmpty)
    #expect(try (1...12).contains(keptCount()), "\(why.output)")
  }

  /// As a shell starts the background jobs of a script.
  @Test func aSignalThatIsIgnoredFromTheStartStaysIgnored() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(epochs: 10_000_000), to: "small.json")
    let (process, _, errors) = try workplace.start(
      ["-c", "trap '' INT; exec \"$0\" small.json", Workplace.program.path],
      of: URL(filePath: "/bin/sh"))
    Thread.sleep(forTimeInterval: 0.5)
    process.interrupt()
    Thread.sleep(forTimeInterval: 0.5)
    #expect(process.isRunning)
    process.terminate()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect(said.contains("interrupted"))
  }

  /// Whether any process was started with these words.
  private static func commands(naming words: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").contains { name in
      Int(name) != nil
        && (try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8))?
          .contains(words) == true
    }
  }
}

/// A port that takes connections and never says a word.
private struct SilentServer: ~Copyable {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.descriptor = descriptor
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let fault = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) != 0 || listen(descriptor, 8) != 0
          || getsockname(descriptor, pointer, &size) != 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    if fault { throw POSIXError(.EADDRNOTAVAIL) }
  }

  deinit { close(descriptor) }
}
