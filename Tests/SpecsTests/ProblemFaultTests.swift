import Testing

@testable import SpecLanguage
@testable import Specs

/// What bad problems of a spec get: whole messages.
struct ProblemFaultTests {
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
        "32+7 unknown model 'liner'|did you mean 'linear'? expected: linear, logistic, softmax, ..."
      ),
      (
        #""dataset": "diabetes", "model": {}, "epochs": 1"#,
        "32+1 missing key 'kind' for model|kind of model: one of \"linear\", \"logistic\", \"softmax\", \"mlp\", \"autoencoder\", \"rosenbrock\", \"beale\", \"himmelblau\", \"rastrigin\", \"quadratic\""
      ),
      (
        #""dataset": "diabetes", "model": 3, "epochs": 1"#,
        "32+1 'model' is 3|expected one of linear, logistic, softmax, mlp, autoencoder, rosenbrock, beale, himmelblau, rastrigin, quadratic, or an object with 'kind'"
      ),
      (
        #""dataset": {"kind": "csv"}, "model": "linear", "epochs": 1"#,
        "11+1 missing key 'path' or 'url' for dataset 'csv'|it is the file to read\n"
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
          + "1:79+5 unknown key 'val' for split|expected: validation, stratify"
      ),
      (
        #""dataset": "diabetes", "model": "linear", "epochs": 1, "stop": {"watch": "loss"}"#,
        "63+1 missing key 'patience' for stop|number of epochs without improvement: a whole number from 1 to 10,000,000\n"
          + "1:73+6 unknown value 'loss' for 'watch'|expected: validation_loss, train_loss"
      ),
      (
        #""dataset": "diabetes", "model": "beale", "epochs": 1, "split": {}"#,
        "0+9 unknown key 'dataset' for problem, model 'beale'|expected: name, stop, record, targets, reference\n"
          + "1:54+7 unknown key 'split' for problem, model 'beale'|expected: name, stop, record, targets, reference"
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
        #""dataset": "diabetes", "model": "logistic", "epochs": 1"#,
        "32+10 model 'logistic' cannot learn numbers|it needs data for classification"
      ),
      (
        #""dataset": "diabetes", "model": {"kind": "softmax", "l2": 1}, "epochs": 1"#,
        "32+1 model 'softmax' cannot learn numbers|it needs data for classification"
      ),
      (
        #""dataset": "iris", "model": "logistic", "epochs": 1"#,
        "28+10 model 'logistic' cannot learn 3 classes|it needs two; 'softmax' takes any number"
      ),
      (
        #""dataset": "iris", "model": "linear", "epochs": 1, "standardize_target": "train""#,
        "28+8 model 'linear' cannot learn classes|it needs data for regression\n"
          + "1:73+7 a target of classes cannot be standardized|'standardize_target' is for regression; leave it out"
      ),
      (
        #""dataset": "iris", "model": {"kind": "autoencoder", "hidden": [2]}, "epochs": 1, "standardize_target": "train""#,
        "103+7 model 'autoencoder' has no target to standardize|it learns its input; leave 'standardize_target' out"
      ),
      (
        #""dataset": "iris", "model": "mlp", "epochs": 1"#,
        "28+5 missing key 'hidden' for model 'mlp'|widths of the hidden layers: a list of widths, at least 1"
      ),
      (
        #""dataset": "iris", "model": {"kind": "mlp", "hidden": [0, 65537], "activation": "swish"}, "epochs": 1"#,
        "55+1 element 1 of 'hidden' is 0|expected a whole number from 1 to 65,536\n"
          + "1:58+5 element 2 of 'hidden' is 65537|expected a whole number from 1 to 65,536\n"
          + "1:80+7 unknown value 'swish' for 'activation'|expected: relu, tanh, sigmoid, gelu"
      ),
      (
        #""dataset": "iris", "model": {"kind": "autoencoder", "hidden": [2], "l2": 1}, "epochs": 1"#,
        "67+4 unknown key 'l2' for model 'autoencoder'|expected: activation, initial"
      ),
      (
        #""dataset": "iris", "model": "softmax", "epochs": 1, "targets": [0.5], "reference": 0.1"#,
        "83+3 'reference' says nothing beside a list of targets|leave it out, or let 'targets' be \"auto\""
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
    #expect(
      SpecFaultTests.faults(whole).joined(separator: "\n") == SpecFaultTests.shift(expected, by: 25)
    )
  }

  @Test("numpy_legacy draws normal numbers and zeros only")
  func legacyStarts() {
    func faults(_ model: String) -> [String] {
      SpecFaultTests.faults(
        """
        {"name": "a", "rng": "numpy_legacy", "optimizers": [{"name": "A", "kind": "adam"}],
        "problems": [{"dataset": "iris", "epochs": 1, "model": \(model)}]}
        """)
    }
    #expect(faults(#"{"kind": "mlp", "hidden": [2], "initial": "normal"}"#) == [])
    #expect(faults(#""softmax""#) == [])
    #expect(
      faults(#"{"kind": "softmax", "initial": "he_normal"}"#) == [
        "2:87+11 rng 'numpy_legacy' cannot draw 'he_normal'|expected: normal, zeros"
      ])
    #expect(
      faults(#"{"kind": "mlp", "hidden": [2]}"#) == [
        "2:56+1 rng 'numpy_legacy' cannot draw the usual start of layers|"
          + "give 'initial': normal or zeros"
      ])
    #expect(
      faults(
        #"{"kind": "mlp", "hidden": [\#(String(repeating: "1, ", count: 100))1], "initial": "zeros"}"#
      ) == ["2:82+303 'hidden' has 101 layers|expected at most 100"])
  }
}
