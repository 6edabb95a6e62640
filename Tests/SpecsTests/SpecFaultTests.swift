import Diagnostics
import Testing

@testable import SpecLanguage
@testable import Specs

/// What bad specs get: whole messages.
struct SpecFaultTests {
  /// The faults of a spec: "line:column message|help" each.
  static func faults(_ text: String) -> [String] {
    do throws(InputError) {
      _ = try SpecSchemaTests.decode(text)
      return []
    } catch {
      #expect(error.reason == .malformed)
      return error.diagnostics.map { fault in
        let place = fault.place.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
        return place + fault.message + "|" + (fault.help ?? "")
      }
    }
  }

  @Test("all faults at once, in the order of their places, as on a terminal")
  func together() throws {
    let text = """
      {
        "name": "Diabetes",
        "seeds": [1, 2, 1],
        "problems": [
          {
            "dataset": "diabets",
            "split": { "test": 1 },
            "model": { "kind": "linear", "l2": -1 },
            "epoch": 2000,
            "epochs": "2000"
          },
          { "model": "linear" }
        ],
        "optimizers": [
          {
            "name": "Adam", "kind": "adam", "learning_rate": 0,
            "beta_1": 0.9,
            "beta2": 1
          },
          { "kind": "adma", "name": "Adam" }
        ]
      }
      """
    let error = try #require(throws: InputError.self) { try SpecSchemaTests.decode(text) }
    #expect(
      error.rendered() == """
        a.json:2:11: error: 'name' is 'Diabetes'
            2 |   "name": "Diabetes",
              |           ^^^^^^^^^^ expected 1 to 64 of the characters a-z, 0-9, _ and -, the first a letter or a digit
        a.json:3:19: error: element 3 of 'seeds' is repeated
            3 |   "seeds": [1, 2, 1],
              |                   ^ remove it
        a.json:6:18: error: unknown dataset 'diabets'
            6 |       "dataset": "diabets",
              |                  ^^^^^^^^^ did you mean 'diabetes'? expected: diabetes, diabetes_raw, iris, ...
        a.json:7:26: error: 'test' is 1
            7 |       "split": { "test": 1 },
              |                          ^ expected a number of at least 0 and less than 1
        a.json:8:42: error: 'l2' is -1
            8 |       "model": { "kind": "linear", "l2": -1 },
              |                                          ^^ expected a number of at least 0
        a.json:9:7: error: unknown key 'epoch' for problem
            9 |       "epoch": 2000,
              |       ^^^^^^^ expected: name, standardize, standardize_target, batch_size, stop, record, targets, reference
        a.json:10:17: error: 'epochs' is text
           10 |       "epochs": "2000"
              |                 ^^^^^^ expected a whole number from 1 to 10,000,000; write it without quotes
        a.json:12:5: error: missing key 'dataset' for problem
           12 |     { "model": "linear" }
              |     ^ data to learn from: one of diabetes, diabetes_raw, iris, wine, breast_cancer, digits, auto_mpg, mnist_5k, fashion_mnist, mushroom, spambase, csv, ..., or an object with 'kind'
        a.json:12:5: error: missing key 'epochs' for problem
           12 |     { "model": "linear" }
              |     ^ number of passes over the training set: a whole number from 1 to 10,000,000
        a.json:16:56: error: 'learning_rate' is 0
           16 |       "name": "Adam", "kind": "adam", "learning_rate": 0,
              |                                                        ^ expected a number greater than 0
        a.json:17:7: error: unknown key 'beta_1' for optimizer 'adam'
           17 |       "beta_1": 0.9,
              |       ^^^^^^^^ did you mean 'beta1'? expected: beta1, epsilon, amsgrad, ...
        a.json:18:16: error: 'beta2' is 1
           18 |       "beta2": 1
              |                ^ expected a number of at least 0 and less than 1
        a.json:20:15: error: unknown optimizer 'adma'
           20 |     { "kind": "adma", "name": "Adam" }
              |               ^^^^^^ did you mean 'adam'? expected: sgd, adam, adamw, ...
        a.json:20:31: error: two optimizers are named 'Adam'
           20 |     { "kind": "adma", "name": "Adam" }
              |                               ^^^^^^ give each optimizer a name of its own

        """)
  }

  @Test("what goes with a wrong kind is checked as far as all kinds agree")
  func underAWrongKind() {
    let faults = Self.faults(
      """
      { "name": "case", "seeds": 0,
        "problems": [
          { "dataset": "iris", "split": { "test": 1.5 }, "model": "liner", "epochs": "4" },
          { "dataset": { "kind": "cvs", "target": 7 }, "model": { "kind": "mpl", "hidden": [0] },
            "standardize_target": "train", "epochs": 1 },
          { "name": "c", "dataset": "wine", "standardize_target": "train", "split": 1, "epochs": 1,
            "model": "linear" },
          { "name": "iris", "model": "beale" } ],
        "optimizers": [
          { "name": "A", "kind": "adm", "learning_rate": -1, "beta1": 0.5, "bta2": 0 },
          { "name": "A", "learning_rte": 0.5, "weight_decay": -2 } ],
        "report": { "cells": [
          { "figure": "lss", "id": "a", "width": -3, "problems": ["iris", "d"] },
          { "figure": "loss", "id": "a" },
          { "section": "answer", "width": 3 } ] }
      }
      """)
    #expect(
      faults.joined(separator: "\n") == """
        1:28+1 'seeds' is 0|expected a whole number from 1 to 4,294,967,296
        3:45+3 'test' is 1.5|expected a number of at least 0 and less than 1
        3:61+7 unknown model 'liner'|did you mean 'linear'? expected: linear, logistic, softmax, ...
        3:80+3 'epochs' is text|expected a whole number from 1 to 10,000,000; write it without quotes
        4:28+5 unknown dataset 'cvs'|did you mean 'csv'? expected: diabetes, diabetes_raw, iris, ...
        4:69+5 unknown model 'mpl'|did you mean 'mlp'? expected: linear, logistic, softmax, ...
        4:87+1 element 1 of 'hidden' is 0|expected a whole number from 1 to 65,536
        6:61+7 a target of classes cannot be standardized|'standardize_target' is for regression; leave it out
        6:79+1 'split' is 1|expected an object
        7:16+8 model 'linear' cannot learn classes|it needs data for regression
        8:5+1 missing key 'epochs' for problem 'iris', model 'beale'|number of passes over the training set: a whole number from 1 to 10,000,000
        10:28+5 unknown optimizer 'adm'|did you mean 'adam'? expected: sgd, adam, adamw, ...
        10:52+2 'learning_rate' is -1|expected a number greater than 0
        10:70+6 unknown key 'bta2' for optimizer 'A'|did you mean 'beta2'? expected: momentum, dampening, nesterov, ...
        11:5+1 missing key 'kind' for optimizer 'A'|update rule: one of "sgd", "adam", "adamw", "nadam", "nadamw", "rmsprop", "adagrad", "adadelta", "adamax", "radam", "lion"
        11:15+3 two optimizers are named 'A'|give each optimizer a name of its own
        11:20+14 unknown key 'learning_rte' for optimizer 'A'|did you mean 'learning_rate'? expected: kind, learning_rate, momentum, ...
        11:57+2 'weight_decay' is -2|expected a number of at least 0
        13:17+5 unknown figure 'lss'|expected: loss_curves, time_to_target, box_strip, sensitivity, forest, contour, effective_step, performance_profile, ecdf, critical_difference, heat_map, parallel_coordinates, ...
        13:44+2 'width' is -3|expected a number of at least 2 and at most 20
        14:17+6 unknown figure 'loss'|expected: loss_curves, time_to_target, box_strip, sensitivity, forest, contour, effective_step, performance_profile, ecdf, critical_difference, heat_map, parallel_coordinates, ...
        14:31+3 two figures have the id 'a'|give each an id of its own
        15:28+7 unknown key 'width' for cell|no more keys are allowed here
        """)
  }

  @Test("what only some kinds object to is left alone while the kind is unknown")
  func someKinds() {
    let faults = Self.faults(
      """
      { "name": "a", "problems": [ { "model": "beale", "epochs": 1 } ],
        "optimizers": [ { "name": "A", "kind": "sgd" } ],
        "report": { "cells": [ { "figure": "box_stri", "quantity": "test_metric" } ] } }
      """)
    #expect(faults.map { $0.split(separator: "|")[0] } == ["3:38+10 unknown figure 'box_stri'"])
  }

  @Test("what two keys say together is checked though a third one is at fault")
  func apart() {
    let faults = Self.faults(
      """
      { "name": "a", "seeds": 1,
        "problems": [
          { "dataset": { "kind": "regression", "samples": 0, "features": 2, "informative": 3 },
            "model": "linear", "epochs": 1 },
          { "model": { "kind": "quadratic", "condition": 0, "dimension": 3, "start": [1] },
            "epochs": 1 } ],
        "optimizers": [ { "name": "A", "kind": "sgd", "nesterov": true, "schedule": "stp" } ],
        "report": { "cells": [
          { "figure": "importance", "values": { "names": [], "values": [1], "low": [0] } } ] } }
      """)
    #expect(
      faults.joined(separator: "\n") == """
        3:53+1 'samples' is 0|expected a whole number from 1 to 100,000,000
        3:86+1 'informative' is 3, but there are 2 features|at most as many as 'features'
        5:52+1 'condition' is 0|expected a number of at least 1
        5:80+3 'start' has 1 number for 3 dimensions|give one number for each dimension
        7:61+4 nesterov needs momentum|give 'momentum' a value above 0, such as 0.9, or leave 'nesterov' out
        7:79+5 unknown schedule 'stp'|did you mean 'step'? expected: constant, step, exponential, ...
        9:52+2 'names' is an empty list|expected a list of names, at least 1
        9:78+3 'low' has no 'high' beside it|give both ends, or neither
        """)
  }

  /// Adds to the columns of expected faults.
  static func shift(_ expected: String, by columns: Int) -> String {
    expected.split(separator: "\n").map { line in
      let parts = line.split(separator: "+", maxSplits: 1)
      let column = Int(parts[0].split(separator: ":").last ?? "") ?? 0
      return "1:\(column + columns)+\(parts[1])"
    }.joined(separator: "\n")
  }

  @Test(
    "faults of the whole",
    arguments: [
      ("[]", "1:1+2 the spec is an empty list|expected an object"),
      ("7", "1:1+1 the spec is 7|expected an object"),
      (
        "{}",
        "1:1+1 missing key 'name' for the experiment|name of the report's folder: "
          + "1 to 64 of the characters a-z, 0-9, _ and -, the first a letter or a digit\n"
          + "1:1+1 missing key 'problems' for the experiment|list of what the optimizers solve: a list of problems, at least 1\n"
          + "1:1+1 missing key 'optimizers' for the experiment|list of what is compared: a list of optimizers, at least 1"
      ),
    ])
  func whole(text: String, expected: String) {
    #expect(Self.faults(text).joined(separator: "\n") == expected)
  }

  @Test(
    "faults of the seeds",
    arguments: [
      ("0", "10+1 'seeds' is 0|expected a whole number from 1 to 4,294,967,296"),
      (
        "[]",
        "10+2 'seeds' is an empty list|expected a list of whole numbers from 0 to 4,294,967,295, at least 1"
      ),
      ("[-1]", "11+2 element 1 of 'seeds' is -1|expected a whole number from 0 to 4,294,967,295"),
      ("[1, 1.0]", "14+3 element 2 of 'seeds' is repeated|remove it"),
      (
        #"{"first": 3}"#,
        "10+1 missing key 'count' for seeds|number of seeds: a whole number from 1 to 4,294,967,296"
      ),
      (
        #"{"first": 4294967295, "count": 2}"#,
        "41+1 the last seed would be 4,294,967,296|seeds are at most 4,294,967,295"
      ),
      (
        "4294967296", "10+10 4,294,967,296 seeds|the limit is 10,000 seeds; --no-limits lifts it"
      ),
      (
        #""20""#,
        "10+4 'seeds' is text|expected a whole number from 1 to 4,294,967,296, "
          + "a list of whole numbers from 0 to 4,294,967,295, at least 1, or an object; write it without quotes"
      ),
    ])
  func seeds(text: String, expected: String) {
    let whole =
      "{\"seeds\": " + text + ",\n"
      + ExperimentSpecTests.spec().dropFirst()
    #expect(Self.faults(whole).joined(separator: "\n") == Self.shift(expected, by: 1))
  }

  @Test("a hostile file gets a thousand faults, soon")
  func thousands() {
    let keys = (0..<200_000).map { #""k\#($0)": 0"# }.joined(separator: ",")
    let found = Self.faults("{" + keys + "}")
    #expect(found.count == 1001)
    #expect(found.last == "more than 1000 faults; the rest is not shown|")
  }
}
