import ExperimentSupport
import Plotting
import Testing

@testable import Analysis
@testable import Reports

/// Alternative texts of a sentence or two, of whole names and numbers, that say how much they leave out.
@Suite struct PictureWordsTests {
  private static let sentence = PictureWords.Finding(
    opening: "The best first: ", parts: ["a 1", "b 22", "c 333"])

  /// "The best first: a 1; b 22; c 333." has 33 characters.
  @Test(arguments: [
    (33, "The best first: a 1; b 22; c 333."), (32, "The best first: a 1 and 2 more."),
    (31, "The best first: a 1 and 2 more."), (30, nil),
  ])
  func aFindingIsShortenedByWholeParts(_ most: Int, _ text: String?) {
    #expect(Self.sentence.full.count == 33)
    #expect(Self.sentence.shortened(to: most) == text)
  }

  @Test func whatIsNoListLosesItsEndWithoutAWord() {
    var finding = Self.sentence
    finding.countsRest = false
    #expect(finding.shortened(to: 27) == "The best first: a 1; b 22.")
  }

  @Test func problemsAreNamedAsFarAsThereIsRoom() {
    let few = PictureWords(subject: "Loss", problems: ["p", "q", "r"], rest: " over 2 epochs")
    #expect(few.alternative == "Loss on p, q, r over 2 epochs.")
    #expect(few.title == "Loss on p, q, r")
    let many = PictureWords(subject: "Loss", problems: (1...9).map { "d\($0)" })
    #expect(many.alternative == "Loss on d1, d2 and 7 more.")
    #expect(many.description == "Loss on d1, d2, d3, d4, d5, d6, d7, d8, d9.")
    let long = PictureWords(
      subject: "Loss", problems: [String(repeating: "long", count: 60), "short"])
    #expect(long.alternative == "Loss on 2 problems." && long.title == "Loss on 2 problems")
    #expect(long.description.count == 4 + 4 + 240 + 2 + 5 + 1)
  }

  // MARK: Forty contenders

  /// Long names with numbers, none of which begins another.
  private static let names = (1...40).map { number in
    "optimizer<\(number)> with a rate of 0.\(1000 + number) and a name that goes on"
  }

  private static let crowd = Task {
    let runs = names.enumerated().map { index, name in
      (
        name: name,
        records: (0..<6).map { seed -> Optional in
          SmallExperiment.record(
            [100, 40, 15, 10 + Double(index) + 0.1 * Double(seed)], metric: 1 + Double(index))
        }
      )
    }
    return Comparison(try SmallExperiment.results(runs, targets: "[20]", epochs: 3))
  }

  @Test(
    arguments: [
      LossCurvesContent(), TargetProfileContent(), PerformanceProfileContent(),
      BoxStripContent(quantity: .testMetric), ForestContent(quantity: .trainLoss),
    ] as [any FigureContent])
  func fortyContendersAreCountedAndNoneIsCut(_ content: any FigureContent) async throws {
    var maker = try await FigureMaker(Self.crowd.value, look: FigureLook())
    let made = maker.figures(content, FigureSpec())
    #expect(!made.isEmpty)
    for figure in made.map(\.figure) {
      let text = figure.alternativeText
      #expect(text.count <= PictureWords.mostCharacters, "\(text)")
      #expect(text.contains("optimizer<"), "\(text)")
      let shown = Self.names.filter(text.contains)
      let rest = shown.reduce(text) { $0.replacing($1, with: "") }
      #expect(!rest.contains("optimizer<"), "\(text)")
      #expect(text.hasSuffix("."))
      #expect(figure.subject.count <= 120 && !figure.subject.isEmpty)
      #expect(figure.description.count > text.count)
      guard !(content is LossCurvesContent) else { continue }
      // A forest has all but the best, which it names.
      let listed = content is ForestContent ? shown.count - 1 : shown.count
      let all = content is ForestContent ? 39 : 40
      #expect(text.hasSuffix(" and \(all - listed) more."), "\(text)")
      // The best comes first, and whoever is not heard of is in the description.
      #expect(shown.contains(Self.names[0]), "\(text)")
      #expect(Self.names.allSatisfy(figure.description.contains))
    }
  }

  @Test func fortyImportancesAreCounted() async throws {
    var maker = try await FigureMaker(Self.crowd.value, look: FigureLook())
    let content = ImportanceContent(
      names: Self.names, values: Self.names.indices.map { 40 - Double($0) }, intervals: nil)
    let figure = try #require(maker.figures(content, FigureSpec()).first).figure
    #expect(
      figure.alternativeText
        == "Importance of each. The greatest first: \(Self.names[0]) 40, \(Self.names[1]) 39, "
        + "\(Self.names[2]) 38 and 37 more.")
  }

  /// What fills the text by itself is left out, not cut.
  @Test func whatDoesNotFitIsInTheDescription() {
    let name = String(repeating: "n", count: 400)
    let words = PictureWords(
      subject: "Metric", problems: ["p"], findings: [PictureWords.Finding(parts: [name, "b"])])
    #expect(words.alternative == "Metric on p.")
    #expect(words.description == "Metric on p. \(name); b.")
  }
}
