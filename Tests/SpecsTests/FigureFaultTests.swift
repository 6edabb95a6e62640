import Testing

@testable import Reports
@testable import SpecLanguage
@testable import Specs

/// What figures of given numbers mean, and what bad ones get: whole messages.
struct FigureFaultTests {
  /// A spec whose only cell has `figure` on its second line.
  private static func spec(_ figure: String) -> String {
    """
    {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1}],"optimizers":[{"name":"A","kind":"adam"}],"report":{"cells":[{
    \(figure)
    }]}}
    """
  }

  @Test(
    "faults of given numbers",
    arguments: [
      (
        #""figure": "heat_map", "keys": ["beta1", "beta1"]"#,
        "2:31+18 a heat map has two different hyperparameters|give two names"
      ),
      (
        #""figure": "parity", "values": {"observed": [1, 2, 3], "predicted": [1, 2]}"#,
        "2:68+6 'predicted' has length 2, but there are 3 in 'observed'|one is needed for each"
      ),
      (
        #""figure": "parity", "problems": ["diabetes"], "values": {"observed": [1], "predicted": [1]}"#,
        "2:21+10 unknown key 'problems' for cell, figure 'parity'|expected: id, x_scale, x_limits, x_label, y_label, title, caption, annotations, inset, style, width, width_share, ..."
      ),
      (
        #""figure": "forest", "quantity": "test_metric", "x_scale": "log""#,
        "2:59+5 a logarithmic axis cannot show differences of test_metric, which may be 0 or less|leave out 'x_scale', or show what is compared by ratios, such as train_loss"
      ),
      // Keys that would change nothing are none.
      (
        #""figure": "critical_difference", "x_scale": "log""#,
        "2:34+9 unknown key 'x_scale' for cell, figure 'critical_difference'|expected: quantity, id, problems, optimizers, x_label, title, caption, style, width, width_share, height, font, ..."
      ),
      (
        #""figure": "importance", "x_scale": "log", "values": {"names": ["a"], "values": [1]}"#,
        "2:25+9 unknown key 'x_scale' for cell, figure 'importance'|expected: id, x_limits, x_label, title, caption, style, width, width_share, height, font, palette, dpi, ..."
      ),
      (
        #""figure": "box_strip", "legend": "right""#,
        "2:24+8 unknown key 'legend' for cell, figure 'box_strip'|expected: quantity, statistic, target, id, problems, optimizers, x_label, y_scale, y_limits, y_label, title, caption, ..."
      ),
      (
        #""figure": "heat_map", "values": {"x": [1, 2], "y": [1], "values": [[1, 2], [3, 4]]}"#,
        "2:67+16 'values' has length 2, but there are 1 in 'y'|one is needed for each"
      ),
      (
        #""figure": "heat_map", "values": {"x": [1, 2], "y": [1, "b"], "values": [[1, 2], [3]]}"#,
        "2:81+3 row 2 of 'values' has length 1, but there are 2 in 'x'|one is needed for each"
      ),
      (
        #""figure": "heat_map", "values": {"x": [1, "1"], "y": [1], "values": [[1, 2]]}"#,
        "2:43+3 element 2 of 'x' is repeated|remove it"
      ),
      (
        #""figure": "heat_map", "values": {"x": [1], "y": [1], "values": [[0]], "scale": "log"}"#,
        "2:64+5 a logarithmic scale cannot show 0|give numbers above 0, or a linear scale"
      ),
      (
        #""figure": "heat_map", "values": {"x": [1], "y": [1], "values": [[1]], "limits": [2, 1]}"#,
        "2:81+6 'limits' is no such pair|expected a list of two numbers, the lower one first"
      ),
      (
        #""figure": "heat_map", "values": {"x": [1], "y": [1], "values": [[1]], "limits": [0, 1], "scale": "log"}"#,
        "2:81+6 a logarithmic scale cannot show 0|give numbers above 0, or a linear scale"
      ),
      (
        #""figure": "parallel_coordinates", "values": {"axes": ["a", {"name": "b", "scale": "log"}], "rows": [[1, 2], [1, -2]], "objective": [1, 2]}"#,
        "2:100+17 a logarithmic scale cannot show -2|give numbers above 0, or a linear scale"
      ),
      (
        #""figure": "parallel_coordinates", "values": {"axes": ["a"], "rows": [[1], [2]], "objective": [1]}"#,
        "2:94+3 'objective' has length 1, but there are 2 in 'rows'|one is needed for each"
      ),
      (
        #""figure": "importance", "values": {"names": ["a", "b"], "values": [1, 2], "low": [0, 0]}"#,
        "2:82+6 'low' has no 'high' beside it|give both ends, or neither"
      ),
      (
        #""figure": "importance", "values": {"names": ["a", "b"], "values": [1, 2], "low": [0, 3], "high": [1, 2]}"#,
        "2:86+1 the interval of 'b' has its lower end above its upper end|exchange the two"
      ),
      (
        #""figure": "search_history", "values": {"values": [1, "lost"]}"#,
        "2:54+6 unknown value 'lost' for element 2 of 'values'|expected: failed"
      ),
    ])
  func given(_ figure: String, _ expected: String) {
    #expect(SpecFaultTests.faults(Self.spec(figure)).joined(separator: "\n") == expected)
  }

  private static func content<Content: FigureContent>(_ figure: String) throws -> Content? {
    let cell = try SpecSchemaTests.decode(spec(figure)).report.cells?.first as? FigureCell
    return cell?.content as? Content
  }

  /// What is read of a kind that shows searches where the spec gives numbers.
  private static func given<Searched: SearchFigure, Given: GivenFigure>(
    _ figure: String, by searched: Searched.Type
  ) throws -> Given? {
    guard case .given(let content)? = try content(figure) as SearchedOrGiven<Searched, Given>?
    else { return nil }
    return content
  }

  @Test func givenNumbersAreReadAsTheyStand() throws {
    #expect(
      try Self.given(
        #""figure": "heat_map", "values": {"x": [0.5, "full"], "y": [32], "values": [[1, "failed"]], "limits": [-1, 2]}"#,
        by: SearchHeatMaps.self)
        == HeatMapContent(
          x: ["0.5", "full"], y: ["32"], values: [[1, nil]], label: nil, scale: nil,
          limits: [-1, 2]))
    #expect(
      try Self.given(
        #""figure": "parallel_coordinates", "values": {"axes": ["a", {"name": "b", "scale": "log"}], "rows": [[-1, 2]], "objective": [3], "better": "higher"}"#,
        by: SearchParallels.self)
        == ParallelContent(
          axes: [.init(name: "a", scale: .linear), .init(name: "b", scale: .logarithmic)],
          rows: [[-1, 2]], objective: [3], better: .higher))
    #expect(
      try Self.given(
        #""figure": "importance", "values": {"names": ["a"], "values": [1], "low": [0], "high": [2]}"#,
        by: SearchImportances.self)
        == ImportanceContent(names: ["a"], values: [1], intervals: [0...2]))
    #expect(
      try Self.given(
        #""figure": "search_history", "values": {"values": ["failed", 2]}"#,
        by: SearchHistories.self)
        == SearchContent(values: [nil, 2], better: .lower))
    #expect(
      try Self.content(#""figure": "critical_difference""#)
        == RankDiagramContent(quantity: .trainLoss))
  }
}
