import Testing

@testable import Reports
@testable import Specs

/// What is wrong with a search is said where it stands, with what to do.
struct TuningFaultTests {
  /// A spec with `tuning` on its second line and the optimizers on its third.
  private static func spec(
    _ tuning: String, optimizers: String = #"{ "name": "A", "kind": "adam" }"#, rest: String = ""
  ) -> String {
    """
    { "name": "a", \(rest) "problems": [{ "dataset": "diabetes", "model": "linear", "epochs": 10 }],
    \(tuning.isEmpty ? "" : "\"tuning\": \(tuning),")
    "optimizers": [\(optimizers)] }
    """
  }

  private static func tuning(space: String, _ rest: String = "") -> String {
    #"{ "sampler": "random", "trials": 5\#(rest), "space": \#(space) }"#
  }

  private static let rate = #"{ "learning_rate": { "low": 0.1, "high": 1 } }"#

  /// The faults with what stands at their places: "token: message|help" each.
  private func faults(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    return SpecFaultTests.faults(text).map { fault in
      guard let match = fault.prefixMatch(of: #/(\d+):(\d+)\+(\d+) /#),
        let line = Int(match.1), let column = Int(match.2), let length = Int(match.3)
      else { return fault }
      let token = String(lines[line - 1][(column - 1)..<(column - 1 + length)])
      return "\(token): " + fault[match.range.upperBound...]
    }
  }

  @Test(
    "faults of a space",
    arguments: [
      (
        #"{}"#,
        "{: there is nothing to tune|give a 'space' with ranges, here or in an optimizer, such as "
          + #""space": { "learning_rate": { "low": 1e-4, "high": 1, "scale": "log" } }"#
      ),
      (
        #"{ "learning_rat": { "low": 0.1, "high": 1 } }"#,
        "\"learning_rat\": no optimizer has a number 'learning_rat' to tune|did you mean 'learning_rate'? "
          + "expected: learning_rate, momentum, dampening, ..."
      ),
      (
        #"{ "momentum": { "low": 0.1, "high": 0.9 } }"#,
        "\"momentum\": no optimizer of this spec has 'momentum'|expected: learning_rate, beta1, beta2, "
          + "epsilon, weight_decay, clip_value, clip_norm, epochs, batch_size"
      ),
      (
        #"{ "learning_rate": { "low": 1, "high": 0.1 } }"#,
        "0.1: 'high' is 0.1, not above 'low', which is 1|a search needs room: give the greater end "
          + "as 'high'"
      ),
      (
        #"{ "learning_rate": { "low": 0.5, "high": 0.5 } }"#,
        "0.5: 'high' is 0.5, not above 'low', which is 0.5|a search needs room: give the greater end "
          + "as 'high'"
      ),
      (
        #"{ "beta1": { "low": 0, "high": 0.5, "scale": "log" } }"#,
        "0: a logarithmic range cannot begin at 0|give a 'low' above 0, or leave out 'scale'"
      ),
      (
        #"{ "learning_rate": { "low": 0.5 } }"#,
        "{: missing key 'high' for range|greatest value: a number"
      ),
      (
        #"{ "learning_rate": { "high": 0.5 } }"#,
        "{: missing key 'low' for range|least value: a number"
      ),
      (
        #"{ "learning_rate": [0.5, 1] }"#, "[0.5, 1]: 'learning_rate' is a list|expected an object"
      ),
      (
        #"{ "learning_rate": { "low": 0, "high": 1 } }"#,
        "{: 'learning_rate' of 'A' cannot be 0|expected a number greater than 0"
      ),
      (
        #"{ "beta1": { "low": 0.5, "high": 1 } }"#,
        "{: 'beta1' of 'A' cannot be 1|expected a number of at least 0 and less than 1"
      ),
      (
        #"{ "epochs": { "low": 1, "high": 5 } }"#,
        "{: 'epochs' is a whole number|add \"integer\": true to its range"
      ),
      (
        #"{ "epochs": { "low": 1, "high": 5.5, "integer": true } }"#,
        "5.5: 5.5 is no whole number|both ends of a range of whole numbers are whole"
      ),
      (
        #"{ "epochs": { "low": 0, "high": 5, "integer": true } }"#,
        "{: 'epochs' of 'A' cannot be 0|expected a whole number from 1 to 10,000,000"
      ),
      (
        #"{ "beta1": { "low": 0.5, "high": 0.9 }, "beta1": { "low": 0.5, "high": 0.6 } }"#,
        "\"beta1\": duplicate key 'beta1'|remove one: the first is on line 2"
      ),
      (
        #"{ "beta1": { "low": 0.5, "high": 0.9, "steps": 5 } }"#,
        "\"steps\": unknown key 'steps' for range|expected: scale, integer"
      ),
    ])
  func spaces(space: String, expected: String) {
    #expect(faults(Self.spec(Self.tuning(space: space))) == [expected])
  }

  @Test(
    "faults of the search as a whole",
    arguments: [
      (
        #"{ "trials": 5, "space": \#(rate) }"#,
        "{: missing key 'sampler' for tuning|what chooses settings: one of grid, random, halton, "
          + "tpe, or an object with 'kind'"
      ),
      (
        #"{ "sampler": "random", "space": \#(rate) }"#,
        "{: missing key 'trials' for tuning|settings that each search tries: a whole number from "
          + "1 to 10,000"
      ),
      (
        #"{ "sampler": "tpee", "trials": 5, "space": \#(rate) }"#,
        "\"tpee\": unknown sampler 'tpee'|did you mean 'tpe'? expected: grid, random, halton, ..."
      ),
      (
        #"{ "sampler": { "kind": "tpe", "optuna": 3 }, "trials": 5, "space": \#(rate) }"#,
        "3: 'optuna' is 3|expected a whole number from 4 to 5"
      ),
      (
        #"{ "sampler": "random", "trials": 5, "seeds": [3, 7], "space": \#(rate) }"#,
        "[3, 7]: seed 3 is for tuning and for the results|what is chosen on a seed looks better there "
          + "than it is: take other seeds for tuning"
      ),
      (
        #"{ "sampler": "random", "trials": 5, "seeds": { "first": 9, "count": 2 }, "space": \#(rate) }"#,
        "{: seed 9 is for tuning and for the results|what is chosen on a seed looks better there "
          + "than it is: take other seeds for tuning"
      ),
      (
        #"{ "sampler": "random", "trials": 5, "seeds": "shared", "space": \#(rate) }"#,
        "\"shared\": 'seeds' is \"shared\", but this is no script that seeds once|it needs \"rng\": "
          + "\"numpy_legacy\" and one seed; else give a number of fresh seeds"
      ),
      (
        #"{ "sampler": "grid", "trials": 5, "studies": 2, "space": \#(rate) }"#,
        "2: 2 studies of a grid would be the same|leave 'studies' out, or choose another sampler"
      ),
      (
        #"{ "sampler": { "kind": "grid", "points": 6 }, "trials": 5, "space": \#(rate) }"#,
        "{: the grid for 'A' has 6 points, but there are 5 trials|lower 'points', leave it out so "
          + "that the grid fits, or raise 'trials'"
      ),
      (
        #"{ "sampler": "grid", "trials": 1, "space": \#(rate) }"#,
        "{: a grid of 1 trial has one value for each key of 'A'|two values for each take 2 "
          + "trials: raise 'trials', or tune fewer keys"
      ),
      (
        #"{ "sampler": "random", "trials": 5, "objective": "loss", "space": \#(rate) }"#,
        "\"loss\": unknown value 'loss' for 'objective'|expected: validation_loss, best_validation_loss"
      ),
      ("5", "5: 'tuning' is 5|expected an object"),
    ])
  func wholes(tuning: String, expected: String) {
    #expect(faults(Self.spec(tuning)) == [expected])
  }

  @Test(
    "faults of a space of an optimizer's own",
    arguments: [
      (
        #"{ "name": "A", "kind": "adam", "space": { "momentum": { "low": 0.1, "high": 0.9 } } }"#,
        "\"momentum\": optimizer 'A' has no 'momentum'|expected: learning_rate, beta1, beta2, epsilon, weight_decay, "
          + "clip_value, clip_norm, epochs, batch_size"
      ),
      (
        #"{ "name": "A", "kind": "adam" }, { "name": "A (tuned)", "kind": "sgd" }"#,
        "{: two optimizers would be named 'A (tuned)'|the tuned form of 'A' gets that name: rename the other one"
      ),
      (
        #"""
        { "name": "A", "kind": "sgd", "nesterov": true, "momentum": 0.5,
          "space": { "momentum": { "low": 0, "high": 0.9 } } }
        """#,
        "{: 'A' cannot try this: nesterov needs momentum|give 'momentum' a value above 0, such as "
          + "0.9, or leave 'nesterov' out"
      ),
    ])
  func ownSpaces(optimizers: String, expected: String) {
    #expect(faults(Self.spec(Self.tuning(space: Self.rate), optimizers: optimizers)) == [expected])
  }

  @Test("a space without 'tuning', and one that is swept too")
  func misplaced() {
    let own = #"{ "name": "A", "kind": "adam", "space": \#(Self.rate) }"#
    #expect(
      faults(Self.spec("", optimizers: own)) == [
        "\"learning_rate\": a 'space' says nothing without 'tuning'|add \"tuning\": { \"sampler\": \"halton\", "
          + "\"trials\": 20 } to the spec, or remove it"
      ])
    #expect(
      faults(
        Self.spec(
          Self.tuning(space: Self.rate),
          rest: #""sweep": { "optimizers/A/learning_rate": [0.1, 1] },"#)) == [
          "\"learning_rate\": 'learning_rate' is both swept and tuned|take it out of 'sweep' or out of 'space'"
        ])
  }

  @Test("a search that would never end is refused")
  func unbounded() {
    let found = faults(
      Self.spec(
        #"{ "sampler": "random", "trials": 10000, "seeds": 1000, "studies": 2, "space": \#(Self.rate) }"#
      ))
    #expect(
      found == [
        "10000: 20,000,080 runs, of which searches make 20,000,040|the limit is 1,000,000 runs; "
          + "--no-limits lifts it",
        "10000: 220,000,880 recorded points up to here|the limit is 50,000,000; a larger 'record' "
          + "thins them out, --no-limits lifts it",
      ])
  }

  @Test("a test function takes one tuning seed, whatever their number")
  func seedsOfAFunction() throws {
    let spec = """
      { "name": "a", "seeds": 1, "problems": [{ "model": "rosenbrock", "epochs": 1 }],
        "optimizers": [{ "name": "A", "kind": "adam" }],
        "tuning": { "sampler": "random", "trials": 10000, "seeds": 1000, "studies": STUDIES,
          "space": \(Self.rate) } }
      """
    // 99 (10,000 + 1) + 2 runs, but a hundred times 10,001 are too many.
    #expect(faults(spec.replacing("STUDIES", with: "99")) == [])
    #expect(
      faults(spec.replacing("STUDIES", with: "100")) == [
        "10000: 1,000,102 runs, of which searches make 1,000,100|the limit is 1,000,000 runs; "
          + "--no-limits lifts it"
      ])
  }

  @Test("what a search with little said of it is")
  func defaults() throws {
    let spec = try SpecSchemaTests.decode(
      Self.spec(
        Self.tuning(space: Self.rate),
        optimizers: #"""
          { "name": "A", "kind": "adam" }, { "name": "Nadam (Keras)", "kind": "nadam" },
          { "name": "as given", "kind": "sgd", "space": {} }
          """#))
    let tuning = try #require(spec.tuning)
    #expect(tuning.seeds == .fresh([1_000_000, 1_000_001, 1_000_002]))
    #expect(tuning.studies == 1)
    #expect(tuning.objective == .validationLoss)
    #expect(
      spec.optimizers.map(\.name) == [
        "A", "Nadam (Keras)", "as given", "A (tuned)", "Nadam (Keras, tuned)",
      ])
    #expect(spec.optimizers.map { $0.tuned?.base } == [nil, nil, nil, 0, 1])
  }

  @Test("cells and claims name tuned forms")
  func named() throws {
    let cells =
      #""report": { "cells": [{ "figure": "loss_curves", "optimizers": ["A (tuned)"] }] },"#
    let spec = try SpecSchemaTests.decode(
      Self.spec(Self.tuning(space: Self.rate), rest: cells))
    let shown = (spec.report.cells ?? []).compactMap { ($0 as? FigureCell)?.spec.optimizers }
    #expect(shown == [[1]])
  }
}
