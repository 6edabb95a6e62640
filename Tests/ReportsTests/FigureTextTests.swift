import ExperimentSupport
import Experiments
import Plotting
import Testing
import Training

@testable import Analysis
@testable import Reports

/// Captions and alternative texts of figures and tables from small made-up results, whole.
///
/// Eight seeds with a target of 20: `a` arrives at epoch 1; `b` arrives at epoch 3, but with two
/// seeds it diverges. Then 2 of 8 are infinite, and so are the upper quartile, at 0.75 · 7 = 5.25, and
/// the upper end of the interval of the median.
@Suite struct FigureTextTests {
  private static let comparison = Task { Comparison(try results()) }

  /// A report without anything special.
  static func plainReport() throws -> Report { Report(try results(), versions: []) }

  private static func results() throws -> ResultSet {
    let fast = (0..<8).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let slow = (0..<6).map { _ in SmallExperiment.record([100, 60, 40, 20, 10], metric: 2) }
    let lost = (0..<2).map { _ in SmallExperiment.record([100, .infinity], status: .diverged) }
    return try SmallExperiment.results(fast, slow + lost, targets: "[20]")
  }

  private func figure(_ content: some FigureContent) async throws -> ReportFigure {
    var maker = try await FigureMaker(Self.comparison.value, look: FigureLook())
    return try #require(maker.figures(content, FigureSpec()).first)
  }

  private func plain(_ text: [Inline]) -> String {
    text.map { part in
      switch part {
      case .text(let text): text
      case .emphasis(let inner), .strong(let inner): plain(inner)
      default: "?"
      }
    }.joined()
  }

  /// Infinity is no end of a curve, and none lies lowest.
  @Test func alternativeTextSaysWhoDivergedInsteadOfInfinity() throws {
    func text(_ lost: [Bool]) throws -> String {
      let runs = zip("abc", lost).map { name, isLost in
        let run =
          isLost
          ? SmallExperiment.record([100, .infinity], status: .diverged)
          : SmallExperiment.record([100, 60, 40, 20, 10])
        return (name: String(name), records: Array(repeating: Optional(run), count: 8))
      }
      let comparison = Comparison(try SmallExperiment.results(runs, targets: "[20]"))
      var maker = FigureMaker(comparison, look: FigureLook())
      let figures = maker.figures(LossCurvesContent(loss: .training), FigureSpec())
      return try #require(figures.first).figure.alternativeText
    }
    #expect(
      try text([true, true, true]).hasSuffix(
        " The median training loss starts at 100; all of them diverged."))
    #expect(
      try text([true, false, false]).contains(
        " starts at 100; b ends lowest at 10.0, c highest at 10.0; that of a diverged; the band of b "
      ))
    #expect(
      try text([true, false, true]).contains(
        " starts at 100; b ends at 10.0; those of 2 others diverged; the band of b "))
  }

  private static let profileNote =
    "Target: a training loss of 20. A curve that stays below 1 belongs to an optimizer that missed it "
    + "with some of its 8 seeds. At the end of each curve: how many arrived. 2 of 16 runs diverged."
  private static let boxNote =
    "Box: quartiles and median over 8 seeds; whiskers: the farthest seeds within 1.5 times the length "
    + "of the box; points: every seed. The rail on top shows where runs failed, and how many of them; "
    + "they count as the worst value in the quartiles. 2 of 16 runs diverged."
  private static let forestNote =
    " hold together at 95 %. An arrow instead of an end: there the interval has none, because runs "
  private static let forestEstimates =
    "Hodges and Lehmann’s estimates over 8 seeds, paired by seed, with intervals at the level at which all "
    + "comparisons of the "

  @Test(
    arguments: [
      (
        LossCurvesContent(),
        "Training and validation loss on p by epoch: median over 8 seeds (line) and quartiles (band). "
          + "2 of 16 runs diverged and count as +∞ from that epoch on: crosses above a panel stand at these "
          + "epochs, with the number of runs, and on a curve where its median ends.",
        "Loss curves on p over 4 epochs, median over 8 seeds (line) and quartiles (band). The median "
          + "training loss starts at 100; a ends lowest at 10.0, b|*x* highest at 10.0; the band of a "
          + "ends between 10.0 and 10.0. The median validation loss starts at 110; a ends lowest at "
          + "20.0, b|*x* highest at 20.0; the band of a ends between 20.0 and 20.0."
      ),
      (
        TargetProfileContent(), "Share of seeds at the target by epoch on p. \(profileNote)",
        "Share of seeds at the target by epoch on p. The seeds that reach the target are 8 of 8 "
          + "with a (half by epoch 1); 6 of 8 with b|*x* (half by epoch 3). \(profileNote)"
      ),
      (
        PerformanceProfileContent(),
        "Performance profile on p: the share of problems and seeds, every problem counting the same, on "
          + "which an optimizer reaches the target within a factor of the epochs of the fastest optimizer "
          + "of that problem and seed (Dolan and Moré 2002). At factor 1: how often it is the fastest; a "
          + "curve that stays below 1 missed the target elsewhere. Area from factor 1 to 4 (AlgoPerf’s "
          + "score): 1.00 (a), 0.25 (b|*x*). One problem is no sample of problems: elsewhere the order may "
          + "be another. Each of the 8 pairs of problem and seed was solved by someone. 2 of 16 runs "
          + "diverged.",
        "Performance profile over one problem. As shares, a is fastest on 1.00 and "
          + "arrives on 1.00; b|*x* is fastest on 0.00 and arrives on 0.75."
      ),
      (
        BoxStripContent(quantity: .testMetric), "Test metric on p. \(boxNote)",
        "Test metric on p. The median of test RMSE is 1.00 with a; 2.00 with b|*x* (2 failed). "
          + boxNote
      ),
      (
        ForestContent(quantity: .epochsToTarget),
        "Epochs to target as a multiple of the best optimizer’s on p. \(forestEstimates)answer"
          + "\(forestNote)did not reach the target. 2 of 16 runs diverged.",
        "Epochs to target as a multiple of the best optimizer’s on p. Relative to a, it is "
          + "3.00 [3.00, ∞] with b|*x*. \(forestEstimates)answer\(forestNote)did not reach the target. 2 of 16 runs diverged."
      ),
      (
        ForestContent(quantity: .trainLoss),
        "Training loss as a multiple of the best optimizer’s on p. \(forestEstimates)figure"
          + "\(forestNote)failed. 2 of 16 runs diverged.",
        "Training loss as a multiple of the best optimizer’s on p. Relative to a, it is 1.00 "
          + "[1.00, ∞] with b|*x*. \(forestEstimates)figure\(forestNote)failed. 2 of 16 runs diverged."
      ),
      (
        // Momentum 0.9 under a constant gradient: 1 + 0.9 + 0.81 + … goes to 10.
        EffectiveStepContent(),
        "Effective step: the update divided by the rate when the gradient is always 1, from the rules "
          + "themselves without schedule, clipping and decay. A rule whose first steps are longer "
          + "starts faster at the same rate and is not better for it: in rates, the first step is "
          + "1.00 with a; 1.00 with b|*x*.",
        "Update divided by the rate under a constant gradient over 1000 updates. In rates: a from 1.00 to 1.00; "
          + "b|*x* from 1.00 to 10.0."
      ),
    ] as [(any FigureContent, String, String)])
  func figures(_ content: any FigureContent, _ caption: String, _ alternative: String) async throws
  {
    let figure = try await figure(content)
    #expect(plain(figure.caption) == caption)
    #expect(figure.figure.description == alternative)
  }

  private static let given = "The numbers were given in the spec; no run was needed for them."

  @Test(
    arguments: [
      (
        HeatMapContent(x: ["0.1", "1"], y: ["16", "32"], values: [[0.3, 0.2], [0.4, nil]]),
        "Value for each column and row: least 0.200 (column 1, row 16), greatest 0.400 (column 0.1, "
          + "row 32). Hatched: 1 that failed.",
        ["x,y,value", "0.1,16,0.3", "1,16,0.2", "0.1,32,0.4", "1,32,"]
      ),
      (
        HeatMapContent(
          x: ["a", "b"], y: ["c"], values: [[1, 2]], label: "loss", limits: [1.25, 1.75]),
        "Loss for each column and row: least 1.00 (column a, row c), greatest 2.00 (column b, row c). "
          + "Colours reach from 1.25 to 1.75.",
        ["x,y,value", "a,c,1", "b,c,2"]
      ),
      (
        ParallelContent(
          axes: [
            .init(name: "momentum", scale: .linear), .init(name: "batch", scale: .logarithmic),
          ],
          rows: [[0, 16], [0.9, 32]], objective: [0.3, 0.2], better: .lower),
        "Each of 2 trials is a curve through its settings that ends at its objective, whose value "
          + "gives the colour; better ones lie over worse. The best, 0.200, has momentum 0.9, batch 32.",
        ["momentum,batch,objective", "0,16,0.3", "0.9,32,0.2"]
      ),
      (
        ImportanceContent(
          names: ["rate", "momentum"], values: [0.8, 0.2], intervals: [0.7...1, 0...1]),
        "Importance of each: rate 0.8, momentum 0.2. Lines: intervals.",
        ["name,value,low,high", "rate,0.8,0.7,1", "momentum,0.2,0,1"]
      ),
      (
        // √((0.1² + 0.1² + 0.2²) / 3) = 0.1414; 1 − 0.06 / 2 = 0.97
        ParityContent(observed: [1, 2, 3], predicted: [1.1, 1.9, 3.2]),
        "What was predicted against what was observed, 3 points; on the line both are the same. Root "
          + "mean square error (RMSE) 0.141, coefficient of determination R² 0.97.",
        ["observed,predicted", "1,1.1", "2,1.9", "3,3.2"]
      ),
      (
        SearchContent(values: [0.5, nil, 0.3], better: .lower),
        "Objective of each of 3 trials (points, 0.300 to 0.500) and the best so far (line), 0.300 "
          + "since trial 3. The rail on top shows 1 that failed.",
        ["trial,objective,best", "1,0.5,0.5", "2,,0.5", "3,0.3,0.3"]
      ),
      (
        SearchContent(values: [0.5, 0.3], better: .higher),
        "Objective of each of 2 trials (points, 0.300 to 0.500) and the best so far (line), 0.500 "
          + "since trial 1.",
        ["trial,objective,best", "1,0.5,0.5", "2,0.3,0.5"]
      ),
    ] as [(any GivenFigure, String, [String])])
  func givenNumbers(_ content: any GivenFigure, _ text: String, _ rows: [String]) async throws {
    let figure = try await figure(content)
    let beyond =
      content.hasGivenColors
      ? " 2 of 2 values lie beyond the ends of the colours and have that of the end." : ""
    #expect(plain(figure.caption) == "\(text) \(Self.given)\(beyond)")
    #expect(figure.figure.description == text + beyond)
    #expect(
      String(decoding: figure.data, as: UTF8.self).split(separator: "\n").map(String.init) == rows)
  }
}
