import Testing

@testable import Slurm

/// Shares as text, there and back.
@Suite struct ShareListTests {
  @Test("runs of positions are written by their ends")
  func text() {
    #expect(ShareList([[0, 1, 2, 5, 7, 8], [3], []]).text == "0-2,5,7-8\n3\n\n")
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
    #expect(ShareList(text: text, unitCount: 100)?.shares.contains { !$0.isEmpty } != true)
  }
}
