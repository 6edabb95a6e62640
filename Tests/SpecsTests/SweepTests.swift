import Diagnostics
import Testing

@testable import Reports
@testable import Specs

/// Optimizers and problems that a sweep makes, and what a faulty one is told.
@Suite struct SweepTests {
  private func spec(
    _ sweep: String, optimizers: String = #"{ "name": "Adam", "kind": "adam" }"#,
    problems: String = #"{ "dataset": "iris", "model": "softmax", "epochs": 5 }"#,
    report: String = "{}"
  ) -> String {
    """
    { "name": "s", "seeds": 2, "problems": [\(problems)], "optimizers": [\(optimizers)],
      "sweep": \(sweep), "report": \(report) }
    """
  }

  private func faults(_ text: String) -> [String] {
    do throws(InputError) {
      _ = try SpecSchemaTests.decode(text)
      return []
    } catch {
      return error.diagnostics.map { fault in
        "\(fault.place?.line ?? 0):\(fault.place?.column ?? 0): \(fault.message)"
          + (fault.help.map { " | \($0)" } ?? "")
      }
    }
  }

  @Test func everyCombinationIsAnOptimizerAndTheFirstKeyVariesSlowest() throws {
    let spec = try SpecSchemaTests.decode(
      spec(
        """
        { "optimizers/Adam/learning_rate": [0.01, 1e-1, 1.0], "optimizers/Adam/amsgrad": [false, true] }
        """, optimizers: #"{ "name": "SGD", "kind": "sgd" }, { "name": "Adam", "kind": "adam" }"#))
    #expect(
      spec.optimizers.map(\.name) == [
        "SGD", "Adam, 0.01, false", "Adam, 0.01, true", "Adam, 0.1, false", "Adam, 0.1, true",
        "Adam, 1, false", "Adam, 1, true",
      ])
    let configurations = spec.optimizers.map(\.configuration.values)
    #expect(configurations[4]["learning_rate"] == .number(0.1))
    #expect(configurations[4]["amsgrad"] == .flag(true))
    #expect(spec.optimizers[0].swept == nil)
    #expect(spec.optimizers[4].swept?.name == "Adam")
    #expect(
      spec.optimizers[4].swept?.settings.map { "\($0.key) \($0.value)" }
        == ["learning_rate 0.1", "amsgrad true"])
  }

  /// What a spec lists by hand and what a sweep makes are the same.
  @Test func aSweepIsAListWrittenShortly() throws {
    let swept = try SpecSchemaTests.decode(
      spec(
        #"{ "optimizers/*/learning_rate": [0.5, 2] }"#,
        optimizers:
          #"{ "name": "a", "kind": "sgd", "momentum": 0.9 }, { "name": "b", "kind": "lion" }"#
      ))
    let listed = try SpecSchemaTests.decode(
      """
      { "name": "s", "problems": [{ "dataset": "iris", "model": "softmax", "epochs": 5 }],
        "optimizers": [
          { "name": "a, 0.5", "kind": "sgd", "momentum": 0.9, "learning_rate": 0.5 },
          { "name": "a, 2", "kind": "sgd", "momentum": 0.9, "learning_rate": 2 },
          { "name": "b, 0.5", "kind": "lion", "learning_rate": 0.5 },
          { "name": "b, 2", "kind": "lion", "learning_rate": 2 }] }
      """)
    #expect(swept.optimizers.map(\.name) == listed.optimizers.map(\.name))
    #expect(swept.optimizers.map(\.configuration) == listed.optimizers.map(\.configuration))
  }

  @Test func problemsAreSweptByTheNamesThatTheyHaveOrGet() throws {
    let problems = """
      { "dataset": "iris", "model": "softmax", "epochs": 5 },
      { "name": "own", "dataset": "wine", "model": "softmax", "epochs": 5 },
      { "model": "beale", "epochs": 3 },
      { "dataset": { "kind": "csv", "path": "table.csv", "target": "y", "task": "regression" },
        "model": { "kind": "mlp", "hidden": [4] }, "epochs": 5 }
      """
    let spec = try SpecSchemaTests.decode(
      spec(
        """
        { "problems/iris/batch_size": [8, "full"], "problems/own/model/l2": [0, 0.5],
          "problems/beale/epochs": [4, 6], "problems/table/model/hidden": [[8], [8, 4]],
          "problems/table/split/test": [0.5] }
        """, problems: problems))
    #expect(
      spec.problems.map(\.name) == [
        "iris, 8", "iris, full", "own, 0", "own, 0.5", "beale, 4", "beale, 6", "table, 8, 0.5",
        "table, 8-4, 0.5",
      ])
    #expect(spec.problems[0].budget.batchSize == .examples(8))
    #expect(spec.problems[1].budget.batchSize == .full)
    #expect(spec.problems[3].model != spec.problems[2].model)
    #expect(spec.problems[5].budget.epochs == 6)
    #expect(spec.problems[7].split.test == 0.5 && spec.problems[7].split.validation == 0.2)
  }

  @Test func cellsNameOneCombinationOrAllOfThem() throws {
    let spec = try SpecSchemaTests.decode(
      spec(
        #"{ "optimizers/b/learning_rate": [1, 2, 3] }"#,
        optimizers: #"{ "name": "a", "kind": "adam" }, { "name": "b", "kind": "adam" }"#,
        report: """
          { "cells": [{ "figure": "loss_curves", "optimizers": ["b"] },
                      { "figure": "loss_curves", "optimizers": ["b, 3", "a", "b, 1"] },
                      { "figure": "loss_curves", "optimizers": ["b, 3", "b"] }] }
          """))
    let shown = (spec.report.cells ?? []).compactMap { ($0 as? FigureCell)?.spec.optimizers }
    #expect(shown == [[1, 2, 3], [3, 0, 1], [3, 1, 2]])
  }

  @Test(arguments: [
    (
      #"{ "optimizers/Adm/learning_rate": [1] }"#,
      "2:14: no optimizer is called 'Adm' | did you mean 'Adam'? expected: Adam, *"
    ),
    (
      #"{ "problems/digits/epochs": [1] }"#,
      "2:14: no problem is called 'digits' | expected: iris, *"
    ),
    (
      #"{ "optimizers/Adam/learning_rte": [1, 2] }"#,
      "2:14: unknown key 'learning_rte' for optimizer 'adam' | did you mean 'learning_rate'? "
        + "expected: learning_rate, beta1, beta2, ..."
    ),
    (
      #"{ "optimizers/Adam/learning_rate": [0.1, -1] }"#,
      "2:53: 'learning_rate' is -1 | expected a number greater than 0"
    ),
    (
      #"{ "optimizers/Adam/beta1": [0.5, 0.50] }"#,
      "2:45: element 2 of 'optimizers/Adam/beta1' is repeated | remove it"
    ),
    (
      #"{ "optimizers/Adam": [1] }"#,
      "2:14: 'optimizers/Adam' is no path of a sweep | expected 'optimizers/NAME/KEY' or "
        + "'problems/NAME/KEY', '*' instead of a name for all"
    ),
    (
      #"{ "optimizers/Adam/name": ["b"] }"#,
      #"2:14: a sweep cannot change a name | names are made from the values: "Adam, 0.01""#
    ),
    (
      #"{ "optimizers/Adam/beta1": [] }"#,
      "2:39: 'optimizers/Adam/beta1' has no list of values | expected a list of values, at least 1"
    ),
    (
      #"{ "optimizers/Adam/beta1": [0], "optimizers/*/beta1": [0.1] }"#,
      "2:44: 'beta1' is swept twice | another path of the sweep sets it too: remove one of them"
    ),
    (
      "{}",
      "2:12: 'sweep' is empty | expected 'optimizers/NAME/KEY' or 'problems/NAME/KEY', '*' "
        + "instead of a name for all"
    ),
    ("[1]", "2:12: 'sweep' is a list | expected an object of paths with lists of values"),
  ])
  func whatIsWrongIsSaidWhereItStandsAndOnce(sweep: String, expected: String) {
    #expect(faults(spec(sweep)) == [expected])
  }

  @Test func aSweepCannotExhaustTheMachine() throws {
    let values = "[" + (0..<101).map(String.init).joined(separator: ", ") + "]"
    let text = spec(
      #"{ "optimizers/Adam/learning_rate": \#(values), "optimizers/Adam/clip_norm": \#(values) }"#)
    let found = faults(text)
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "the sweep makes 10,201 optimizers of one | the limit is 10,000 in all; --no-limits lifts it"
      )
        == true)
  }
}
