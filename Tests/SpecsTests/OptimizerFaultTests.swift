import Testing

@testable import SpecLanguage
@testable import Specs

/// What bad optimizers of a spec get: whole messages.
struct OptimizerFaultTests {
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
          + "expected: learning_rate, beta1, beta2, epsilon, amsgrad, weight_decay, decoupled, decay, "
          + "clip_value, clip_norm, schedule, lookahead, ..."
      ),
      (
        #""name": "A", "kind": "nadam", "variant": "optac""#,
        "41+7 unknown value 'optac' for 'variant'|did you mean 'optax'? expected: pytorch, dozat, keras, ..."
      ),
      (
        #""name": "A", "kind": "nadam", "variant": "optax", "momentum_decay": 1"#,
        "50+16 unknown key 'momentum_decay' for optimizer 'nadam', variant 'optax'|"
          + "expected: learning_rate, beta1, beta2, epsilon, weight_decay, decoupled, decay, clip_value, "
          + "clip_norm, schedule, lookahead, space, ..."
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
    let shifted = SpecFaultTests.shift(expected, by: 25)
    #expect(SpecFaultTests.faults(whole).joined(separator: "\n") == shifted)
  }
}
