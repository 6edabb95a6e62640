import Files
import Foundation
import Testing

@testable import Slurm

/// Shares as text, there and back.
@Suite struct ShareListTests {
  @Test("runs of positions are written by their ends")
  func text() {
    #expect(ShareList([[0, 1, 2, 5, 7, 8], [3], []]).text == "10,2,1\n0-2,5,7-8\n3\n\n")
  }

  /// A share of a file with this text.
  private func share(_ index: Int, of text: String, unitCount: Int) throws -> [Int]? {
    let path = FileManager.default.temporaryDirectory.path + "/shares-\(UUID())"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard let file = ReadableParts(path: path) else { return nil }
    return ShareList.share(index, in: file, unitCount: unitCount)
  }

  @Test("a task reads its own share and no other")
  func own() throws {
    // So many that their sizes take more than one read.
    let shares = (0..<9000).map { [$0, 10_000 + 2 * $0] } + [[]]
    let text = ShareList(shares).text
    for index in [0, 1, 4567, 8999, 9000] {
      #expect(try share(index, of: text, unitCount: 30_000) == shares[index])
    }
    #expect(try share(9001, of: text, unitCount: 30_000) == nil)
    #expect(try share(8999, of: text, unitCount: 20_000) == nil)
  }

  @Test(
    "a file that is none has no share",
    arguments: ["", "\n", "3\n1\n", "-2\n1\n", "2", "9223372036854775807,9223372036854775807\n1\n"])
  func damaged(text: String) throws {
    #expect(try share(0, of: text, unitCount: 9) == nil)
    #expect(try share(1, of: text, unitCount: 9) == nil)
  }

  @Test("what was written is read")
  func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let shares = (0..<Int.random(in: 1...9)).map { _ in
        (0..<100).filter { _ in Bool.random(using: &generator) }
      }
      #expect(ShareList(text: ShareList(shares).text, unitCount: 100)?.shares == shares)
    }
  }

  @Test(
    "what is no list of units of the plan is refused",
    arguments: ["0-100\n", "5-3\n", "x\n", "1-2-3\n", "1,,b\n", "99999999999999999999\n", "-1\n"])
  func refused(text: String) {
    #expect(ShareList(text: "9\n" + text, unitCount: 100)?.shares.contains { !$0.isEmpty } != true)
  }
}
