import Foundation
import Testing

/// What a power cut may leave, told by the order of the system calls.
@Suite struct PowerCutTests {
  static let tracer = URL(fileURLWithPath: "/usr/bin/strace")

  /// Whether there is a tracer that may trace.
  static var canTrace: Bool {
    guard FileManager.default.isExecutableFile(atPath: tracer.path),
      let workplace = try? Workplace()
    else { return false }
    return (try? workplace.run(["-o", "trace", "true"], of: tracer).exitCode) == 0
  }

  @Test(
    "what is renamed into place is on the disk before, and its name after", .enabled(if: canTrace))
  func order() throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    // Into a new folder by a rename, over an earlier one by an exchange.
    for _ in 0..<2 {
      let outcome = try workplace.run(
        [
          "-f", "-y", "-o", "trace", "-e", "trace=fsync,rename,renameat2", Workplace.program.path,
          "small.json", "--quiet",
        ], of: Self.tracer)
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      let calls = try workplace.read("trace").split(separator: "\n").map(String.init)
      let files = try workplace.files().keys.filter { $0.hasPrefix("reports/small/") }
        .map { String($0.dropFirst("reports/small/".count)) }
      #expect(files.count > 20)
      try check(calls, target: "reports/small", parts: files + ["figures", "data", "tables"])
      try check(calls, target: "reports/README.md", parts: [])
    }
  }

  private func check(_ calls: [String], target: String, parts: [String]) throws {
    let move = try #require(
      calls.firstIndex { $0.contains(" rename") && $0.contains("\(target)\"") }, "\(target)")
    // The temporary path stands first, between quotes.
    let temporary = try #require(
      calls[move].split(separator: "\"").first { $0.hasSuffix(".tmp") })
    let waited = calls[..<move].filter { $0.contains("fsync(") }
    for part in [""] + parts.map({ "/" + $0 }) {
      #expect(waited.contains { $0.contains("\(temporary)\(part)>") }, "\(target)\(part)")
    }
    #expect(calls[(move + 1)...].first?.contains("reports>") == true)
  }
}
