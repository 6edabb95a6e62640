import Foundation
import Testing

/// What `Tests/break-the-program` breaks.
@Suite struct BreakageTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func lines(of file: String) throws -> [Substring] {
    try String(contentsOf: project.appending(path: file), encoding: .utf8).split(separator: "\n")
  }

  @Test func everyBreakageStillHasItsPlace() throws {
    let breakages = try Self.lines(of: "Tests/breakages.txt")
    #expect(breakages.count > 100)
    for (index, breakage) in breakages.enumerated() {
      let fields = breakage.split(separator: "\t", omittingEmptySubsequences: false)
      try #require(fields.count == 3, "line \(index + 1)")
      let source = try Self.lines(of: "Sources/\(fields[0])").joined(separator: "\n")
      let count = source.ranges(of: fields[1]).count
      #expect(
        count == 1, "line \(index + 1) of breakages.txt: \(fields[0]) has this \(count) times")
      #expect(fields[1] != fields[2], "line \(index + 1) breaks nothing")
    }
  }
}
