import Foundation
import Testing

/// What the operating system does not give is named, not waited for.
@Suite struct StarvationTests {
  @Test(
    "a process that may have too little says of what",
    arguments: [
      ("-n 8", "fewer than 16 more files can be opened; raise 'ulimit -n'"),
      ("-d 50000", "fewer than 288 MiB of memory can be had; raise 'ulimit -v' and 'ulimit -d'"),
    ])
  func limits(limit: String, message: String) throws {
    let workplace = try Workplace()
    try workplace.write(smallSpec(), to: "small.json")
    let outcome = try workplace.run(
      ["-c", "ulimit \(limit) && exec \"$0\" small.json", Workplace.program.path],
      of: URL(fileURLWithPath: "/bin/sh"))
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors == "report: error: \(message)\n")
    #expect(try workplace.files().keys.sorted() == ["small.json"])
  }
}
