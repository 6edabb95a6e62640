import ExperimentSupport
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Tables of small made-up results, whole: `a` arrives at epoch 1, `b` at epoch 3 but where it diverges.
@Suite struct TableTextTests {
  private func table(_ content: some TableContent, seeds: Int, lost: Int) throws -> String {
    let fast = (0..<seeds).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let slow = (0..<seeds).map { seed in
      seed < lost
        ? SmallExperiment.record([100, .infinity], status: .diverged)
        : SmallExperiment.record([100, 60, 40, 20, 10], metric: 2)
    }
    let comparison = Comparison(try SmallExperiment.results(fast, slow, targets: "[20]"))
    let made = content.table(comparison.problems[0], of: comparison, number: 3)
    return MarkdownWriter().markdown(Document([.table(made)]))
  }

  @Test func finalFigures() throws {
    #expect(
      try table(FinalTable(), seeds: 8, lost: 2) == #"""
        <a name="table-3"></a>**Table 3.** Final figures on *p*: median over 8 seeds with its 95 % interval. A failure is a run that diverged; it counts as the worst value.

        | optimizer |        training loss |      validation loss |            test RMSE | failures |
        | :-------- | -------------------: | -------------------: | -------------------: | -------: |
        | a         | 10.00 [10.00, 10.00] | 20.00 [20.00, 20.00] | 1.000 [1.000, 1.000] |   0 of 8 |
        | b\|\*x\*  |       10.0 [10.0, ∞] |       20.0 [20.0, ∞] |       2.00 [2.00, ∞] |   2 of 8 |

        """#)
  }

  @Test func noFigureHasMoreThanSevenDigitsHoweverNarrowItsInterval() throws {
    let close = (0..<8).map { seed in
      SmallExperiment.record([2000, 1234.5678901 + 1e-7 * Double(seed)])
    }
    let comparison = Comparison(try SmallExperiment.results(close, close))
    let made = FinalTable().table(comparison.problems[0], of: comparison, number: 1)
    let text = MarkdownWriter().markdown(Document([.table(made)]))
    #expect(
      text.contains("| a         | 1234.568 [1234.568, 1234.568] | 1244.568 [1244.568, 1244.568] |")
    )
  }

  @Test func finalFiguresOfTooFewSeeds() throws {
    #expect(
      try table(FinalTable(), seeds: 4, lost: 0).hasPrefix(
        "<a name=\"table-3\"></a>**Table 3.** Final figures on *p*: median over 4 seeds, too few for an "
          + "interval. A failure is a run that diverged; it counts as the worst value.\n"))
  }

  @Test func epochsToTheTarget() throws {
    #expect(
      try table(TargetTable(), seeds: 8, lost: 2) == #"""
        <a name="table-3"></a>**Table 3.** Epochs to a training loss of 20 on *p*: median over 8 seeds with its 95 % interval, quartiles, how many are still there at the end, and what an arrival costs if runs that miss the target are followed by others (all epochs spent, over the arrivals). The share that arrived has its 95 % interval (Wilson). A run that never got there, or diverged, counts as ∞.

        | optimizer |              arrived |   epochs | quartiles | there at the end | epochs an arrival |
        | :-------- | -------------------: | -------: | --------: | ---------------: | ----------------: |
        | a         | 8 of 8 (68 to 100 %) | 1 [1, 1] |    1 to 1 |           8 of 8 |              1.00 |
        | b\|\*x\*  |  6 of 8 (41 to 93 %) | 3 [3, ∞] |    3 to ∞ |           6 of 8 |              3.33 |

        """#)
  }

  @Test func epochsToSeveralTargets() throws {
    let fast = (0..<8).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let slow = (0..<8).map { _ in SmallExperiment.record([100, 60, 40, 20, 10]) }
    let comparison = Comparison(try SmallExperiment.results(fast, slow))
    let made = TargetTable().table(comparison.problems[0], of: comparison, number: 3)
    let text = MarkdownWriter().markdown(Document([.table(made)]))
    #expect(
      text.contains(
        " Targets are parts of the way from the training loss at the start to where a ends. The share"
      ))
    #expect(text.contains("|   90 % | a         | 8 of 8 (68 to 100 %) | 2 [2, 2] |"), "\(text)")
    #expect(text.contains("| 99.9 % | b\\|\\*x\\*  | 8 of 8 (68 to 100 %) | 4 [4, 4] |"))
  }

  /// Between whole epochs an end of an interval says no more than the next one outwards.
  @Test func epochsAreWholeButForMediansAndQuartiles() throws {
    func runs(_ arrivals: [Int]) -> [RunRecord] {
      arrivals.map { arrival in
        SmallExperiment.record([100, 10], epochs: [0, arrival])
      }
    }
    let some = runs([10, 11, 12, 13, 14, 15, 16, 19])
    let many = runs([1000, 1011, 1022, 1033, 1044, 1055, 1066, 1099])
    let comparison = Comparison(
      try SmallExperiment.results(some, many, targets: "[20]", epochs: 2000))
    let made = TargetTable().table(comparison.problems[0], of: comparison, number: 1)
    let rows = made.rows.map { row in row.map(\.text.plainText) }
    // By hand: λ = .9356 of the way from the outermost to the next, 10.94 and 16.19.
    #expect(rows[0][2] == "13.5 [10, 17]", "\(rows)")
    #expect(rows[0][3] == "11.8 to 15.3")
    #expect(rows[1][2] == "1038.5 [1010, 1069]" && rows[1][3] == "1019 to 1058")
  }

  @Test func epochsOfOneSeed() throws {
    let lines = try table(TargetTable(), seeds: 1, lost: 0).split(separator: "\n")
    // No quartiles of one value.
    #expect(lines[1] == "| optimizer | arrived | epochs |")
    #expect(lines[3] == "| a         |  1 of 1 |      1 |")
  }
}
