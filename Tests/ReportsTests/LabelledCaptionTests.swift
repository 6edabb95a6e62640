import ExperimentSupport
import Experiments
import Testing

@testable import Reports

/// A figure calls an optimizer by its label, tables and data by its name: the caption says who is who.
@Suite struct LabelledCaptionTests {
  @Test func aCaptionLeadsFromTheLegendToTheTable() async throws {
    let plan = try SmallExperiment.plan(
      """
      { "name": "labels", "seeds": 2,
        "problems": [{ "model": { "kind": "quadratic", "condition": 3 }, "epochs": 4 }],
        "optimizers": [
          { "name": "SGD", "kind": "sgd", "learning_rate": 0.1, "style": { "label": "base" } },
          { "name": "Adam", "kind": "adam", "learning_rate": 0.1, "style": { "label": "ours $\\\\beta$" } },
          { "name": "Nadam", "kind": "nadam", "learning_rate": 0.1 }],
        "report": { "cells": [
          { "figure": "loss_curves", "id": "all" },
          { "figure": "loss_curves", "id": "one", "optimizers": ["SGD", "Nadam"] },
          { "figure": "loss_curves", "id": "none", "optimizers": ["Nadam"] }] } }
      """, cells: .standard)
    let report = Report(await Scheduler(jobs: 1).run(plan), versions: [])
    let text = MarkdownWriter().markdown(report.document)
    #expect(
      text.contains("In the figure, base stands for SGD and ours $`\\beta`$ stands for Adam."))
    #expect(text.contains("In the figure, base stands for SGD. ("))
    let descriptions = report.figures.map(\.figure.description)
    #expect(descriptions[0].hasSuffix(" base stands for SGD and ours β stands for Adam."))
    #expect(descriptions[1].hasSuffix(" In the figure, base stands for SGD."))
    #expect(!descriptions[2].contains("stands for"))
    // The table has names.
    let table = try #require(report.tables.first { $0.path == "figures/all.csv" })
    let rows = String(decoding: table.bytes, as: UTF8.self)
    #expect(rows.contains("SGD") && !rows.contains("base"))
  }
}
