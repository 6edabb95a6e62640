import Models
import Optimizers
import Testing
import Training

@Suite("Recorded epochs")
struct RecordedEpochsTests {
  /// An interval, and the epochs that it means by hand: after 100 every ⌈(E − 100)/1000⌉-th of E.
  struct Example: Sendable, CustomTestStringConvertible {
    let record: RecordInterval
    let epochs: Int
    let recorded: [Int]

    init(_ record: RecordInterval, _ epochs: Int, _ recorded: [Int]) {
      self.record = record
      self.epochs = epochs
      self.recorded = recorded
    }

    var testDescription: String { "\(record) of \(epochs)" }
  }

  static let examples: [Example] = [
    Example(.automatic, 1, [0, 1]),
    Example(.automatic, 100, Array(0...100)),
    Example(.automatic, 101, Array(0...101)),
    Example(.automatic, 1100, Array(0...1100)),
    Example(.automatic, 1101, Array(0...100) + stride(from: 102, through: 1100, by: 2) + [1101]),
    Example(.automatic, 2000, Array(0...100) + stride(from: 102, through: 2000, by: 2)),
    Example(.automatic, 3333, Array(0...100) + stride(from: 104, through: 3332, by: 4) + [3333]),
    Example(.automatic, 10_000, Array(0...100) + stride(from: 110, through: 10_000, by: 10)),
    Example(.automatic, 250_000, Array(0...100) + stride(from: 250, through: 250_000, by: 250)),
    Example(.every(1), 3, [0, 1, 2, 3]),
    Example(.every(7), 20, [0, 7, 14, 20]),
    Example(.every(7), 21, [0, 7, 14, 21]),
    Example(.every(30), 20, [0, 20]),
    Example(.every(20), 20, [0, 20]),
  ]

  @Test("All up to 100, then every so many, and the last", arguments: examples)
  func recorded(example: Example) {
    let (record, epochs) = (example.record, example.epochs)
    #expect((0...epochs).filter { record.contains(epoch: $0, of: epochs) } == example.recorded)
    #expect(record.count(of: epochs) == example.recorded.count)
  }

  @Test("The longest run has about a thousand points")
  func longest() {
    // ⌈9,999,900 / 1000⌉ is 10,000.
    #expect(RecordInterval.automatic.count(of: 10_000_000) == 101 + 1000)
    #expect(RecordInterval.every(1).count(of: 10_000_000) == 10_000_001)
  }

  @Test("A run has the points that its interval names", arguments: [1, 99, 101, 1234])
  func runs(epochs: Int) throws {
    for record in [RecordInterval.automatic, .every(1), .every(50)] {
      let request = RunRequest.on(
        .quadratic, budget: Budget(epochs: epochs, record: record),
        optimizer: try optimizer(.sgd))
      let run = request.run()
      #expect(
        run.curve.map(\.epoch) == (0...epochs).filter { record.contains(epoch: $0, of: epochs) })
      #expect(run.curve.count == record.count(of: epochs))
    }
  }
}
