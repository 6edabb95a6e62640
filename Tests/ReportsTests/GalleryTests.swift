import Foundation
import Plotting
import Testing

@testable import Experiments
import Specs
@testable import Reports

/// The galleries' specs, whose cells show every kind of figure in two styles.
@Suite struct GalleryTests {
  /// One of the galleries.
  private struct Gallery {
    let spec: Task<ExperimentSpec, any Error>
    let report: Task<Report, any Error>

    init(_ name: String) {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let spec = Task {
        try ExperimentSpec.read(
          path: folder.appending(path: "experiments/\(name).json").path, cells: .standard)
      }
      self.spec = spec
      report = Task {
        Report(await Scheduler(jobs: 2).run(try Plan(await spec.value)), versions: [])
      }
    }
  }

  private static let gallery = Gallery("gallery")
  private static let searches = Gallery("gallery_searches")

  @Test(arguments: FigureKinds.all.map { $0.name })
  func everyKindMakesAFigureInBothStyles(_ kind: String) async throws {
    var count = 0
    for gallery in [Self.gallery, Self.searches] {
      let asked = try await gallery.spec.value.report.cells?.compactMap { $0 as? FigureCell }
        .filter { $0.content.kindName == kind }.map(\.spec)
      guard let asked, !asked.isEmpty else { continue }
      #expect(asked.map(\.look.style) == [nil, .ieee])
      count += asked.count
      for figure in asked { try await check(figure, in: gallery.report.value) }
    }
    #expect(count > 0)
  }

  private func check(_ figure: FigureSpec, in report: Report) throws {
    let id = try #require(figure.id)
    let picture = try #require(report.figures.first { $0.figure.id == id })
    #expect(picture.figure.style.name == (figure.look.style ?? .screen).name)
    #expect(!picture.figure.panels.isEmpty)
    #expect(picture.figure.panels.allSatisfy { !$0.marks.isEmpty })
    #expect(!picture.figure.alternativeText.isEmpty)
    let data = try #require(report.tables.first { $0.path == "figures/\(id).csv" })
    let rows = String(decoding: data.bytes, as: UTF8.self).split(separator: "\n")
    #expect(rows.count > 1)
    #expect(Set(rows.map { $0.split(separator: ",").first }).count > 1)
  }

  /// One path that runs away must not make the others too small to be seen.
  @Test func aDivergedPathDoesNotDwarfTheOthers() async throws {
    let text = """
      {
        "name": "far", "seeds": 1, "problems": [{ "model": "himmelblau", "epochs": 30 }],
        "optimizers": [
          { "name": "a", "kind": "adam", "learning_rate": 0.1 },
          { "name": "b", "kind": "sgd", "learning_rate": 1.0 }
        ],
        "report": { "cells": [{ "figure": "contour", "id": "c", "y_limits": [-20, 30] }] }
      }
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    let scheduler = Scheduler(jobs: 1)
    let plan = try Plan(ExperimentSpec.read(path: file.path, cells: .standard))
    let report = Report(await scheduler.run(plan), versions: [])
    let panel = try #require(report.figures.first).figure.panels[0]
    let axis = panel.x
    // Start and optima lie between -3.78 and 3.58; a quarter of that is the margin.
    #expect(abs((axis.lower ?? 0) + 3.78 + 0.25 * 7.36) < 0.01)
    #expect(abs((axis.upper ?? 0) - 3.58 - 0.25 * 7.36) < 0.01)
    // The function is drawn wherever the spec wants to see it.
    guard case .contours(let contours)? = panel.marks.first else {
      Issue.record("no contours")
      return
    }
    #expect(contours.y.first == -20 && contours.y.last == 30)
  }

  /// To leave out an optimizer that never arrived would hide the worst.
  @Test func forestsShowEveryOptimizerButTheBest() async throws {
    let report = try await Self.gallery.report.value
    let figure = try #require(report.figures.first { $0.figure.id == "forest" }).figure
    let names = figure.panels[0].y.names?.map(\.text) ?? []
    let all = try await Self.gallery.spec.value.optimizers.map(\.name)
    #expect(names.count == all.count - 1 && Set(names).isSubset(of: all))
    #expect(figure.description.contains("∞] with SGD, 1;"))
  }

  @Test func captionsSayWhereGivenNumbersComeFrom() async throws {
    let text = try await MarkdownWriter().markdown(
      Self.gallery.report.value.document)
    let mentions = text.components(separatedBy: "The numbers were given in the spec").count - 1
    #expect(mentions == 4)
    #expect(!text.contains("Nothing to show"))
  }
}
