import Diagnostics
import ExperimentSupport
import Plotting
import Testing

@testable import Analysis
@testable import Experiments
@testable import Reports
import Specs

/// What an author sets by hand in a figure's cell, from the spec to what is drawn and said.
@Suite struct AuthoredFigureTests {
  /// Five runs of `a` that end at 1 to 5, and five of `b`, of which two diverge.
  static func report(_ cell: String, targets: String = "[10.5]") throws -> Report {
    let even = (1...5).map { SmallExperiment.record([100, 20, 10, 8, Double($0)]) }
    let lossy =
      (1...3).map { SmallExperiment.record([100, 50, 20, 10, Double(10 * $0)]) }
      + (0..<2).map { _ in SmallExperiment.record([100, 90, .infinity], status: .diverged) }
    let results = try SmallExperiment.results(
      [("a", even), ("b", lossy)], targets: targets,
      report: #"{ "cells": [{ "figure": \#(cell) }] }"#, cells: .standard)
    return Report(results, versions: [])
  }

  static func figure(_ cell: String, targets: String = "[10.5]") throws -> Figure {
    try #require(try report(cell, targets: targets).figures.first?.figure)
  }

  /// The caption of the only figure.
  private func caption(_ report: Report) throws -> String {
    let found = report.document.blocks.lazy.compactMap { block -> [Inline]? in
      if case .figure(let figure) = block { figure.caption } else { nil }
    }.first
    return try #require(found).map(\.words).joined()
  }

  private func medians(_ figure: Figure, panel: Int = 0) -> [(String, [Double])] {
    figure.panels[panel].marks.compactMap { mark in
      guard case .line(let line) = mark, let name = line.name else { return nil }
      return (name, line.y)
    }
  }

  private func bands(_ figure: Figure) -> [BandMark] {
    figure.panels[0].marks.compactMap { if case .band(let band) = $0 { band } else { nil } }
  }

  // MARK: Axes and panels

  @Test func aSecondAxisCountsInOtherUnits() throws {
    let figure = try Self.figure(#""loss_curves", "second_x": "gradient_evaluations""#)
    // An epoch is 284 examples.
    #expect(
      figure.panels.map(\.secondX) == [
        SecondAxis("gradient evaluations", factor: 284),
        SecondAxis("gradient evaluations", factor: 284),
      ])
    let reversed = try Self.figure(
      #""loss_curves", "x": "gradient_evaluations", "second_x": "epoch""#)
    #expect(reversed.panels[0].secondX == SecondAxis("epoch", factor: 1.0 / 284))
  }

  @Test func columnsAndSharesAreTheAuthors() throws {
    let figure = try Self.figure(
      #""loss_curves", "columns": 1, "share_y": false, "style": "ieee", "width_share": 0.8"#)
    #expect(figure.columns == 1 && figure.keepsColumns)
    #expect(figure.panels.allSatisfy { $0.yGroup == nil })
    #expect(abs(figure.style.width - 0.8 * FigureStyle.ieee.width) < 1e-12)
    let shared = try Self.figure(#""loss_curves", "share_x": true, "share_y": true"#)
    #expect(shared.sharesX && shared.sharesY)
  }

  // MARK: Targets

  @Test func theProblemsOwnTargetIsDrawnWhereTrainingLossesAre() throws {
    let report = try Self.report(#""loss_curves", "target": true"#)
    let panels = try #require(report.figures.first?.figure.panels)
    #expect(
      panels[0].annotations == [
        Annotation(
          .line(ReferenceMark(.horizontal, at: 10.5, label: "target")), for: .key("target"))
      ])
    #expect(panels[0].y.including.contains(10.5) && panels[1].annotations.isEmpty)
    #expect(panels[0].y == panels[1].y)
    #expect(try caption(report).contains(" Dashed: the target, a training loss of 10.5."))
  }

  @Test func aTargetThatDependsOnTheSeedIsTheMedianOne() throws {
    let report = try Self.report(
      #""loss_curves", "target": true, "quantity": "train_loss""#, targets: #""auto""#)
    // From 100 99 % of the way to 1, 2, 3, 4 and 5.
    let line = try #require(report.figures[0].figure.panels[0].annotations.first)
    guard case .line(let mark) = line.content else {
      Issue.record("no line")
      return
    }
    #expect(abs(mark.value - (3 + 0.01 * 97)) < 1e-12)
    #expect(try caption(report).contains(", median over the seeds."))
  }

  @Test(arguments: ["loss_curves", "box_strip"])
  func aNumberIsATargetOfEachPanel(_ kind: String) throws {
    let quantity = kind == "box_strip" ? #", "quantity": "train_loss""# : ""
    let report = try Self.report(#""\#(kind)", "target": 0.25\#(quantity)"#)
    let panels = try #require(report.figures.first?.figure.panels)
    for panel in panels {
      #expect(
        panel.annotations.map(\.content) == [
          .line(ReferenceMark(.horizontal, at: 0.25, label: "target"))
        ])
      #expect(panel.y.including.contains(0.25))
    }
    #expect(try caption(report).contains("Dashed: the target, "))
  }

  @Test func aTargetOffTheGivenLimitsIsRefusedAtItsPlace() throws {
    let report = try Self.report(
      #""loss_curves", "quantity": "train_loss", "target": 500, "y_limits": [1, 100]"#)
    let picture = report.figures[0]
    let faults = picture.figure.faults(measuredBy: FlatMeasuring()).map(picture.diagnostic)
    #expect(faults.map(\.message) == ["the target stands at y = 500, off the axis"])
    #expect(faults.map { $0.place?.length } == [3])
  }

  // MARK: Statistics

  @Test func theLevelIsThatOfTheBand() throws {
    let report = try Self.report(#""loss_curves", "quantity": "train_loss", "level": 0.8"#)
    let band = try #require(bands(report.figures[0].figure).first)
    // The 10 % and 90 % quantiles of 1, 2, 3, 4 and 5.
    #expect(abs(band.lower[4] - 1.4) < 1e-12 && abs(band.upper[4] - 4.6) < 1e-12)
    #expect(try caption(report).contains("10 to 90 % quantiles (band)"))
  }

  @Test func meansAreNamedAndEndWhereRunsDiverge() throws {
    let report = try Self.report(
      #""loss_curves", "quantity": "train_loss", "statistic": "mean_sd""#)
    let figure = report.figures[0].figure
    let means = medians(figure)
    #expect(means.map(\.0) == ["a", "b"])
    #expect(means[0].1 == [100, 20, 10, 8, 3])
    // (3 · 50 + 2 · 90) / 5, and no mean from the epoch on in which two diverge.
    #expect(means[1].1.prefix(2) == [100, 66] && means[1].1.dropFirst(2).allSatisfy(\.isNaN))
    let band = try #require(bands(figure).first)
    #expect(abs(band.upper[4] - 3 - 2.5.squareRoot()) < 1e-12)
    #expect(abs(band.lower[4] - 3 + 2.5.squareRoot()) < 1e-12)
    let caption = try caption(report)
    #expect(caption.contains("mean over 5 seeds (line) and one standard deviation to both sides"))
    #expect(caption.contains("Where a run has diverged there is no mean: the curve ends (b)."))
    #expect(!caption.contains("∞") && !caption.contains("median"))
    #expect(figure.alternativeText.contains("The mean training loss starts at 100; "))
    #expect(!figure.alternativeText.contains("median"))
    let data = report.tables.first { $0.path.hasPrefix("figures/") }
    let header = String(decoding: data?.bytes ?? [], as: UTF8.self).prefix { $0 != "\n" }
    #expect(header == "problem,panel,optimizer,epoch,low,mean,high")
  }

  @Test func boxesBecomeMeansOnlyOnRequestAndOnlyOfWholeGroups() throws {
    let cell = #""box_strip", "quantity": "train_loss""#
    let usual = try Self.figure(cell)
    #expect(usual.panels[0].marks.contains { if case .cells = $0 { true } else { false } })
    let report = try Self.report(cell + #", "statistic": "mean_sd""#)
    let marks = report.figures[0].figure.panels[0].marks
    #expect(!marks.contains { if case .cells = $0 { true } else { false } })
    let strokes = marks.compactMap {
      if case .segments(let mark) = $0 { mark.segments } else { nil }
    }
    // Of a alone: b has runs that diverged.
    #expect(strokes.count == 1 && strokes[0].count == 1)
    let ends = strokes[0][0].y
    #expect(abs(ends.0 - 3 + 2.5.squareRoot()) < 1e-12)
    #expect(abs(ends.1 - 3 - 2.5.squareRoot()) < 1e-12)
    let caption = try caption(report)
    #expect(caption.contains("Square with bar: mean over 5 seeds and one standard deviation"))
    #expect(caption.contains("there is no mean of these.") && !caption.contains("worst value"))
    let text = report.figures[0].figure.alternativeText
    #expect(text.contains("the mean of training loss is 3.00 with a; none with b (2 failed)"))
  }

  @Test func intervalsOfSharesHaveTheAskedLevel() throws {
    let report = try Self.report(#""time_to_target", "level": 0.5"#)
    #expect(try caption(report).contains("Bands: Wilson intervals at 50 %, each"))
    let half = try #require(bands(report.figures[0].figure).first)
    let usual = try #require(
      bands(try Self.figure(#""time_to_target", "intervals": true"#)).first)
    #expect(half.upper[0] < usual.upper[0])
  }

  // MARK: By hand

  @Test func annotationsStandInThePanelsThatTheyName() throws {
    let figure = try Self.figure(
      #"""
      "loss_curves", "annotations": [
        { "line": { "x": 3 }, "label": "end" }, { "span": { "y": [2, 5] }, "panel": 2 },
        { "text": "<b>", "at": [1, 50], "arrow_to": [2, 20], "panel": 1 }
      ], "inset": { "x": [2, 4], "at": "upper_left", "size": 0.5, "panel": 2 }
      """#)
    let line = Annotation(
      .line(ReferenceMark(.vertical, at: 3, label: "end")), for: .annotation(0))
    #expect(
      figure.panels.map(\.annotations) == [
        [
          line,
          Annotation(
            .text(TextNote("<b>", x: 1, y: 50, target: TextNote.Target(x: 2, y: 20))),
            for: .annotation(2)),
        ],
        [line, Annotation(.span(SpanNote(.horizontal, from: 2, to: 5)), for: .annotation(1))],
      ])
    #expect(
      figure.panels.map(\.inset) == [nil, Inset(x: (2, 4), place: .upperLeft, size: 0.5)])
  }

  @Test func aPanelThatThereIsNotIsRefusedAtItsPlace() throws {
    let report = try Self.report(
      #""loss_curves", "annotations": [{ "line": { "x": 3 } }, { "line": { "x": 3 }, "panel": 3 }]"#
    )
    let picture = report.figures[0]
    let faults = picture.faults.map(picture.diagnostic)
    #expect(faults.map(\.message) == ["the figure has no panel 3"])
    #expect(faults.map(\.help) == ["it has 2 panels"])
    #expect(faults[0].place != nil)
  }
}

/// Every character is as wide as 0.6 of its size.
private struct FlatMeasuring: TextMeasuring {
  func extents(of text: String, in font: Font) -> TextExtents {
    TextExtents(
      width: 0.6 * font.size * Double(text.count), ascent: 0.93 * font.size,
      descent: 0.24 * font.size)
  }
}

extension Inline {
  /// Its words without emphasis.
  fileprivate var words: String {
    switch self {
    case .text(let text): text
    case .emphasis(let inlines), .strong(let inlines): inlines.map(\.words).joined()
    default: ""
    }
  }
}
