import Testing

@testable import Specs

/// What bad keys get that an author sets by hand in a figure: whole messages.
struct AuthoredFaultTests {
  /// The faults of a spec whose only cell has `figure` on its second line.
  private static func faults(_ figure: String) -> String {
    let spec = """
      {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1}],"optimizers":[{"name":"A","kind":"adam"}],"report":{"cells":[{
      \(figure)
      }]}}
      """
    return SpecFaultTests.faults(spec).joined(separator: "\n")
  }

  @Test(arguments: [
    (
      #""figure": "loss_curves", "columns": 0"#,
      "2:37+1 'columns' is 0|expected a whole number from 1 to 8"
    ),
    (
      #""figure": "loss_curves", "width": 3, "width_share": 0.5"#,
      "2:53+3 'width' and 'width_share' exclude each other|give one of them"
    ),
    (
      #""figure": "loss_curves", "width_share": 1.5"#,
      "2:41+3 'width_share' is 1.5|expected a number of at least 0.1 and at most 1"
    ),
    (
      #""figure": "loss_curves", "level": 1"#,
      "2:35+1 'level' is 1|expected a number greater than 0 and less than 1"
    ),
    (
      #""figure": "loss_curves", "level": 0.9, "band": [0.1, 0.9]"#,
      "2:35+3 'band' and 'level' exclude each other|give one of them"
    ),
    (
      #""figure": "loss_curves", "statistic": "mean_sd", "level": 0.9"#,
      "2:59+3 'level' is for quantiles, but 'statistic' is mean_sd|leave one of them out"
    ),
    (
      #""figure": "loss_curves", "statistic": "mean_sem""#,
      "2:39+10 unknown value 'mean_sem' for 'statistic'|did you mean 'mean_sd'? expected: median, mean_sd"
    ),
    (
      #""figure": "loss_curves", "second_x": "epoch""#,
      "2:38+7 both horizontal axes would show 'epoch'|choose another unit, or leave 'second_x' out"
    ),
    (
      #""figure": "loss_curves", "quantity": "validation_loss", "target": true"#,
      "2:67+4 targets of problems are training losses, but 'quantity' is validation_loss|give a number"
    ),
    (
      #""figure": "loss_curves", "target": "low""#,
      "2:36+5 'target' is text|expected true or false or a number"
    ),
    (
      #""figure": "time_to_target", "intervals": false, "level": 0.9"#,
      "2:58+3 'level' says nothing where 'intervals' is false|leave one of them out"
    ),
    (
      #""figure": "loss_curves", "annotations": []"#,
      "2:41+2 'annotations' is an empty list|expected a list of annotations, at least 1"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "label": "a" }]"#,
      "2:42+1 missing key 'line' or 'span' or 'text' for annotation|it is the annotation: a line, a span or a text"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "line": { "x": 1, "y": 2 } }]"#,
      "2:62+3 unknown key 'y' for line|no more keys are allowed here"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "span": { "x": [5, 2] } }]"#,
      "2:59+6 'x' is no such pair|expected a list of two numbers, the lower one first"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "text": "a", "at": [1, 2, 3] }]"#,
      "2:63+9 'at' is no such pair|expected a list of two numbers, x and y"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "text": "a" }]"#,
      "2:42+1 missing key 'at' for annotation|middle of the words, x and y: a list of two numbers, x and y"
    ),
    (
      #""figure": "loss_curves", "annotations": [{ "text": "{{a}}", "at": [1, 2] }]"#,
      "2:53+2 'text' is plain text, which would show '{{' as it is|write what is meant, or put it into a markdown cell or a caption"
    ),
    (
      #""figure": "loss_curves", "inset": { "x": [3, 1] }"#,
      "2:42+6 'x' is no such pair|expected a list of two numbers, the lower one first"
    ),
    (
      #""figure": "loss_curves", "inset": { "x": [1, 3], "at": "middle" }"#,
      "2:56+8 unknown value 'middle' for 'at'|expected: auto, upper_right, upper_left, lower_left, lower_right"
    ),
    (
      #""figure": "loss_curves", "inset": { "x": [1, 3], "size": 0.9 }"#,
      "2:58+3 'size' is 0.9|expected a number of at least 0.2 and at most 0.8"
    ),
    (
      #""figure": "loss_curves", "x_limits": [0, 20], "annotations": [{ "line": { "x": 5 } }, { "line": { "x": 30 } }]"#,
      "2:87+1 the annotation stands at x = 30, off the axis|the x axis shows 0 to 20: give a number on it, or other 'x_limits'"
    ),
    (
      #""figure": "loss_curves", "y_scale": "log", "y_limits": [0.1, 2], "annotations": [{ "text": "here", "at": [3, 0] }]"#,
      "2:82+1 the annotation stands at y = 0, off the axis|the y axis shows 0.1 to 2: give a number on it, or other 'y_limits'"
    ),
    (
      #""figure": "loss_curves", "x_limits": [0, 20], "inset": { "x": [10, 30] }"#,
      "2:56+1 the inset shows x from 10 to 30, off the axis|the x axis shows 0 to 20: give two numbers on it"
    ),
    (
      #""figure": "time_to_target", "annotations": [{ "span": { "y": [0.5, 2] } }]"#,
      "2:45+1 the annotation stands at y = 2, off the axis|the y axis shows -0.02 to 1.02: give a number on it, or other 'y_limits'"
    ),
    (
      #""figure": "parity", "x_limits": [0, 3], "annotations": [{ "line": { "y": 4 } }]"#,
      "2:57+1 the annotation stands at y = 4, off the axis|the y axis shows 0 to 3: give a number on it, or other 'y_limits'"
    ),
    (
      #""figure": "performance_profile", "y_limits": [0, 3], "x_limits": [1, 9], "annotations": [{ "line": { "y": 2 } }, { "line": { "x": 9 } }]"#,
      ""
    ),
  ])
  func values(_ figure: String, _ expected: String) {
    #expect(Self.faults(figure) == expected)
  }

  /// Keys that would mean nothing for a kind are none.
  @Test(arguments: [
    #""figure": "forest", "level": 0.9"#, #""figure": "forest", "annotations": []"#,
    #""figure": "box_strip", "inset": { "x": [1, 2] }"#, #""figure": "ecdf", "columns": 2"#,
    #""figure": "critical_difference", "annotations": []"#,
    #""figure": "performance_profile", "share_y": true"#,
    #""figure": "sensitivity", "statistic": "mean_sd""#,
    #""figure": "time_to_target", "target": 1"#, #""figure": "contour", "second_x": "step""#,
    #""figure": "parity", "values": {"observed": [1], "predicted": [1]}, "columns": 2"#,
  ])
  func keysOfOtherKinds(_ figure: String) {
    #expect(Self.faults(figure).contains("unknown key '"), "\(figure)")
  }
}
