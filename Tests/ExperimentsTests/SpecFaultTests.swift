import Diagnostics
import Testing

@testable import Experiments

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
              |                  ^^^^^^^^^ did you mean 'diabetes'? expected: diabetes, diabetes_raw, csv
        a.json:7:26: error: 'test' is 1
            7 |       "split": { "test": 1 },
              |                          ^ expected a number of at least 0 and less than 1
        a.json:8:42: error: 'l2' is -1
            8 |       "model": { "kind": "linear", "l2": -1 },
              |                                          ^^ expected a number of at least 0
        a.json:9:7: error: unknown key 'epoch' for problem
            9 |       "epoch": 2000,
              |       ^^^^^^^ expected: name, standardize, standardize_target, batch_size, stop, record, targets
        a.json:10:17: error: 'epochs' is text
           10 |       "epochs": "2000"
              |                 ^^^^^^ expected a whole number from 1 to 10,000,000; write it without quotes
        a.json:12:5: error: missing key 'dataset' for problem
           12 |     { "model": "linear" }
              |     ^ data to learn from: one of diabetes, diabetes_raw, csv, or an object with 'kind'
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

  static let rate = "expected a number greater than 0"
  static let name =
    "expected 1 to 64 characters without '/', '{', '}', control characters, or a space at either end"

  @Test(
    "faults of an optimizer",
    arguments: [
      (
        #""name": "A", "kind": "adam", "learning_rate": -0.5"#,
        "46+4 'learning_rate' is -0.5|\(rate)"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": 1e400"#,
        "46+5 'learning_rate' is 1e400|\(rate)"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": "0.5""#,
        "46+5 'learning_rate' is text|\(rate); write it without quotes"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": null"#,
        "46+4 'learning_rate' is null|\(rate); null is never a value: leave the key out"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": [1]"#,
        "46+3 'learning_rate' is a list|\(rate)"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": {}"#,
        "46+1 'learning_rate' is an object|\(rate)"
      ),
      (
        #""name": "A", "kind": "adam", "learning_rate": true"#,
        "46+4 'learning_rate' is true|\(rate)"
      ),
      (
        #""name": "A", "kind": "adam", "beta1": 1"#,
        "38+1 'beta1' is 1|expected a number of at least 0 and less than 1"
      ),
      (#""name": "A", "kind": "adam", "amsgrad": 1"#, "40+1 'amsgrad' is 1|expected true or false"),
      (
        #""name": "A", "kind": "adam", "variant": "optax""#,
        "29+9 unknown key 'variant' for optimizer 'adam'|"
          + "expected: learning_rate, beta1, beta2, epsilon, amsgrad, weight_decay, decoupled, "
          + "clip_value, clip_norm, schedule, lookahead"
      ),
      (
        #""name": "A", "kind": "nadam", "variant": "optac""#,
        "41+7 unknown value 'optac' for 'variant'|did you mean 'optax'? expected: pytorch, dozat, keras, ..."
      ),
      (
        #""name": "A", "kind": "nadam", "variant": "optax", "momentum_decay": 1"#,
        "50+16 unknown key 'momentum_decay' for optimizer 'nadam', variant 'optax'|"
          + "expected: learning_rate, beta1, beta2, epsilon, weight_decay, decoupled, clip_value, "
          + "clip_norm, schedule, lookahead"
      ),
      (
        #""name": "A", "kind": "sgd", "nesterov": true"#,
        "40+4 nesterov needs momentum|give 'momentum' a value above 0, such as 0.9, or leave 'nesterov' out"
      ),
      (
        #""name": "A", "kind": "adam", "beta1": 0.9, "beta1": 0.8"#,
        "43+7 duplicate key 'beta1'|remove one: the first is on line 1"
      ),
      (#""name": "", "kind": "adam""#, "8+2 'name' is ''|\(name)"),
      (#""name": " A", "kind": "adam""#, "8+4 'name' is ' A'|\(name)"),
      (#""name": "A/B", "kind": "adam""#, "8+5 'name' is 'A/B'|\(name)"),
      (#""name": "A\u202e", "kind": "adam""#, "8+9 'name' is 'A<U+202E>'|\(name)"),
      (
        #""kind": "adam""#,
        "-1+1 missing key 'name' for optimizer 'adam'|name in the report: \(name.dropFirst(9))"
      ),
      (
        #""nmae": "A", "kind": "adam""#,
        "0+6 unknown key 'nmae' for optimizer 'adam'|did you mean 'name'? expected: name, learning_rate, beta1, ..."
      ),
      (
        #""name": "A", "kind": "adam", "schedule": "step""#,
        "41+6 missing key 'every' for schedule 'step'|"
          + "after how many epochs the rate is multiplied again: a whole number from 1 to 10,000,000\n"
          + "1:41+6 missing key 'factor' for schedule 'step'|"
          + "what the rate is multiplied by: a number greater than 0"
      ),
      (
        #""name": "A", "kind": "adam", "schedule": {"kind": "cosine", "final": 2}"#,
        "69+1 'final' is 2|expected a number of at least 0 and at most 1"
      ),
      (
        #""name": "A", "kind": "adam", "lookahead": {"k": 1.5, "alpha": 0}"#,
        "48+3 'k' is 1.5|expected a whole number from 1 to 1,000,000,000\n"
          + "1:62+1 'alpha' is 0|expected a number greater than 0 and at most 1"
      ),
      (
        #""name": "A", "kind": "adam", "lookahead": true"#,
        "42+4 'lookahead' is true|expected an object"
      ),
    ])
  func optimizers(text: String, expected: String) throws {
    // Columns are counted from the start of the optimizer's keys, the first line's 25th.
    let whole =
      "{\"optimizers\": [       {" + text + "}],\n"
      + #""name": "a", "problems": [{"dataset": "diabetes", "model": "linear", "epochs": 10}]}"#
    let shifted = Self.shift(expected, by: 25)
    #expect(Self.faults(whole).joined(separator: "\n") == shifted)
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
    "faults of a problem",
    arguments: [
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 0"#,
        "52+1 'epochs' is 0|expected a whole number from 1 to 10,000,000"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1.5"#,
        "52+3 'epochs' is 1.5|expected a whole number from 1 to 10,000,000"
      ),
      (
        #""dataset": "diabetes", "model": "liner", "epochs": 1"#,
        "32+7 unknown model 'liner'|did you mean 'linear'? expected: linear, rosenbrock, beale, ..."
      ),
      (
        #""dataset": "diabetes", "model": {}, "epochs": 1"#,
        "32+1 missing key 'kind' for model|kind of model: one of \"linear\", \"rosenbrock\", \"beale\", \"himmelblau\", \"rastrigin\", \"quadratic\""
      ),
      (
        #""dataset": "diabetes", "model": 3, "epochs": 1"#,
        "32+1 'model' is 3|expected one of linear, rosenbrock, beale, himmelblau, rastrigin, quadratic, or an object with 'kind'"
      ),
      (
        #""dataset": {"kind": "csv"}, "model": "linear", "epochs": 1"#,
        "11+1 missing key 'path' for dataset 'csv'|path of the file, from the spec's folder: text\n"
          + "1:11+1 missing key 'target' for dataset 'csv'|column to predict: a column's name or a whole number from 0 to 999,999\n"
          + "1:11+1 missing key 'task' for dataset 'csv'|use of the target: one of \"regression\", \"classification\""
      ),
      (
        #""dataset": {"kind": "csv", "path": "no.csv", "target": "y", "task": "regression"}, "model": "linear", "epochs": 1"#,
        "35+8 no file 'no.csv'|paths start from the spec's own folder"
      ),
      (
        #""dataset": {"kind": "csv", "path": "/etc/passwd", "target": "y", "task": "regression"}, "model": "linear", "epochs": 1"#,
        "35+13 '/etc/passwd' is an absolute path|write it from the spec's own folder; --allow-outside lifts this"
      ),
      (
        #""dataset": {"kind": "csv", "path": "../../../../x", "target": "y", "task": "regression"}, "model": "linear", "epochs": 1"#,
        "35+15 '../../../../x' leads out of the project|move the file, or pass --allow-outside"
      ),
      (
        #""dataset": {"kind": "csv", "path": "table.csv", "target": "y", "task": "classification"}, "model": "linear", "epochs": 1"#,
        "99+8 model 'linear' cannot learn classes|it needs data for regression"
      ),
      (
        #""dataset": {"kind": "csv", "path": "table.csv", "target": "y", "task": "regression", "header": false}, "model": "linear", "epochs": 1"#,
        "58+3 column 'y' is named, but the file has no header|count columns from 0, or set 'header' to true"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1, "targets": "aut""#,
        "66+5 unknown value 'aut' for 'targets'|did you mean 'auto'? expected: auto"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1, "targets": [1, "x"]"#,
        "70+3 element 2 of 'targets' is text|expected a number"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1, "split": {"test": -0.1, "val": 0}"#,
        "73+4 'test' is -0.1|expected a number of at least 0 and less than 1\n"
          + "1:79+5 unknown key 'val' for split|expected: validation"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1, "stop": {"watch": "loss"}"#,
        "63+1 missing key 'patience' for stop|number of epochs without improvement: a whole number from 1 to 10,000,000\n"
          + "1:73+6 unknown value 'loss' for 'watch'|expected: validation_loss, train_loss"
      ),
      (
        #""dataset": "diabetes", "model": "beale", "epochs": 1, "split": {}"#,
        "0+9 unknown key 'dataset' for problem, model 'beale'|expected: name, stop, record, targets\n"
          + "1:54+7 unknown key 'split' for problem, model 'beale'|expected: name, stop, record, targets"
      ),
      (
        #""model": {"kind": "rosenbrock", "start": [1, 2, 3], "dimension": 2}, "epochs": 1"#,
        "41+9 'start' has 3 numbers for 2 dimensions|give one number for each dimension"
      ),
      (
        #""model": {"kind": "beale", "start": [1, 2, 3], "condition": 2}, "epochs": 1"#,
        "36+9 'start' has 3 numbers for 2 dimensions|give one number for each dimension\n"
          + "1:47+11 unknown key 'condition' for model 'beale'|expected: dimension"
      ),
      (
        #""model": {"kind": "beale", "dimension": 3}, "epochs": 1"#,
        "40+1 'dimension' is 3|expected the number 2"
      ),
      (
        #""model": "beale", "epochs": 1, "stop": {"patience": 1, "watch": "validation_loss"}"#,
        "64+17 unknown value 'validation_loss' for 'watch'|expected: train_loss"
      ),
    ])
  func problems(text: String, expected: String) throws {
    let whole =
      "{\"problems\": [         {" + text + "}],\n"
      + #""name": "a", "optimizers": [{"name": "A", "kind": "adam"}]}"#
    #expect(Self.faults(whole).joined(separator: "\n") == Self.shift(expected, by: 25))
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
