import ExperimentSupport
import Experiments
import Foundation
import Plotting
import SpecLanguage
import Testing

@testable import Analysis
@testable import Reports

/// Limits and scales that a spec gives are kept in the kinds of figure that `SeenTests` has no runs for, and
/// what they hide is counted.
@Suite struct GivenLimitsTests {
  private func spec(
    x: (lower: Double?, upper: Double?) = (nil, nil),
    y: (lower: Double?, upper: Double?) = (nil, nil),
    xScale: Axis.Scale? = nil, yScale: Axis.Scale? = nil
  ) -> FigureSpec {
    var spec = FigureSpec()
    (spec.x.lower, spec.x.upper, spec.x.scale) = (x.lower, x.upper, xScale)
    (spec.y.lower, spec.y.upper, spec.y.scale) = (y.lower, y.upper, yScale)
    return spec
  }

  private func figures(
    _ content: some FigureContent, _ spec: FigureSpec, tuning: String? = nil,
    _ trials: [[([Double], Double)]] = SmallSearches.four
  ) throws -> [ReportFigure] {
    SmallSearches.figures(
      content,
      try SmallSearches.comparison(
        trials, tuning: tuning ?? #""sampler": "random", "trials": 4, "seeds": 2"#), spec)
  }

  @Test func ofAContour() async throws {
    let plan = try SmallExperiment.plan(
      """
      { "name": "plane", "seeds": 1, "problems": [{ "model": "rosenbrock", "epochs": 300 }],
        "optimizers": [{ "name": "Adam", "kind": "adam", "learning_rate": 0.05 }],
        "report": { "cells": [
          { "figure": "contour", "id": "c", "x_limits": [0.5, 4], "y_limits": [0.2, 2],
            "x_scale": "log", "y_scale": "log" },
          { "figure": "contour", "id": "d", "x_limits": [-5, 5] }] } }
      """, cells: .standard)
    let report = Report(await Scheduler(jobs: 1).run(plan), versions: [])
    let panel = try #require(report.figures.first).figure.panels[0]
    #expect(panel.x.lower == 0.5 && panel.x.upper == 4 && panel.x.scale == .logarithmic)
    #expect(panel.y.lower == 0.2 && panel.y.upper == 2 && panel.y.scale == .logarithmic)
    let wide = try #require(report.figures.last).figure.panels[0]
    #expect(wide.x.lower == -5 && wide.x.upper == 5)
    // The path starts at -1.2, left of the limits.
    let census = try #require(report.figures.first).figure.census[0]
    #expect(census.unseen > 0)
    #expect(report.warnings.contains { $0.contains("'c'") && $0.contains("lie outside them") })
  }

  /// Colours have limits of their own.
  @Test func ofAHeatMap() throws {
    let content = HeatMapContent(
      x: ["a", "b"], y: ["c", "d"], values: [[1, 2], [nil, 5]], label: "loss", scale: .linear,
      limits: [1.25, 3])
    let figure = try #require(
      SmallSearches.figures(content, try SmallSearches.comparison([])).first)
    let bar = try #require(figure.figure.panels[0].colorBar)
    #expect(bar.axis.lower == 1.25 && bar.axis.upper == 3 && bar.axis.scale == .linear)
    #expect(bar.isOpenBelow && bar.isOpenAbove)
    #expect(
      figure.warnings == [
        "The figure 'heat-map' is cut off at the limits that the spec gives: 2 of 3 values have the "
          + "colour of an end but lie beyond it."
      ])
    #expect(
      figure.plainCaption.hasSuffix(
        " 2 of 3 values lie beyond the ends of the colours and have that of the end."))
  }

  @Test func ofSlices() throws {
    let made = try figures(
      SliceContent(), spec(y: (0.6, 2.5), yScale: .logarithmic))
    for panel in made.flatMap(\.figure.panels) {
      #expect(panel.y.lower == 0.6 && panel.y.upper == 2.5 && panel.y.scale == .logarithmic)
    }
    // 4, 3 and 0.5 lie outside, and two trials diverged.
    #expect(
      made[0].plainCaption.hasSuffix(
        "2 of 8 trials diverged, in at least half of their runs, and 3 have values outside the limits; "
          + "they stand on the rail on top."))
  }

  @Test func ofTheBestOfSeveral() throws {
    let made = try figures(
      BestOfNumberContent(), spec(x: (2, 3), y: (0.6, 1.5), xScale: .linear, yScale: .logarithmic))
    let panel = try #require(made.first).figure.panels[0]
    #expect(panel.x.lower == 2 && panel.x.upper == 3 && panel.x.scale == .linear)
    #expect(panel.y.lower == 0.6 && panel.y.upper == 1.5 && panel.y.scale == .logarithmic)
    #expect(try #require(made.first).figure.census[0].unseen > 0)
    #expect(made[0].warnings.count == 1)
  }

  @Test func ofParallelCoordinates() throws {
    let searched = try figures(
      SearchedOrGiven<SearchParallels, ParallelContent>.searched(SearchParallels()),
      spec(y: (0.6, 2.5), yScale: .logarithmic))
    let given = try figures(
      ParallelContent(
        axes: [.init(name: "m", scale: .linear)], rows: [[1], [2], [3]], objective: [0.5, 1, 9],
        better: .lower),
      spec(y: (0.6, 2.5), yScale: .linear))
    #expect(searched.count == 2 && given.count == 1)
    for (figure, scale) in searched.map({ ($0, Axis.Scale.logarithmic) }) + [(given[0], .linear)] {
      let bar = try #require(figure.figure.panels[0].colorBar)
      #expect(bar.axis.lower == 0.6 && bar.axis.upper == 2.5 && bar.axis.scale == scale)
      guard case .parallel(let mark)? = figure.figure.panels[0].marks.first else { continue }
      #expect(mark.axes.last?.lower == 0.6 && mark.axes.last?.upper == 2.5)
    }
    #expect(given[0].figure.census[0].beyondY == 2 && given[0].warnings.count == 1)
    // Of a search what lies outside ends before the axis, which the caption says.
    #expect(searched[0].plainCaption.contains("outside the limits"))
  }

  /// One end alone is kept, too.
  @Test(arguments: [(nil, 2.5), (0.6, nil)] as [(Double?, Double?)])
  func oneEndIsKept(lower: Double?, upper: Double?) throws {
    let wish = spec(y: (lower, upper))
    for panel in try figures(SliceContent(), wish).flatMap(\.figure.panels) {
      #expect(panel.y.lower == lower && panel.y.upper == upper)
    }
    let bars = try figures(
      SearchedOrGiven<SearchParallels, ParallelContent>.searched(SearchParallels()), wish)
    for bar in bars.compactMap(\.figure.panels[0].colorBar) {
      #expect(bar.axis.lower == lower && bar.axis.upper == upper)
    }
    let best = try figures(BestOfNumberContent(), wish)
    for panel in best.map(\.figure.panels[0]) {
      #expect(panel.y.lower == lower)
      if upper != nil { #expect(panel.y.upper == upper) }
    }
  }
}
