import Diagnostics
import Testing

@testable import Specs

/// Keys that say what the answer compares: baseline, margins, family, references of problems.
@Suite struct AnswerKeyTests {
  private static func spec(report: String = "{}", problem: String = "") -> String {
    """
    {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1\(problem)}],"optimizers":[{"name":"A","kind":"adam"},{"name":"B","kind":"sgd"}],"sweep":{"optimizers/B/learning_rate":[1,2]},
    "report":\(report)}
    """
  }

  @Test func defaultsAndValues() throws {
    let plain = try SpecSchemaTests.decode(Self.spec())
    #expect(plain.report.baseline == nil && plain.report.family == .report)
    #expect(
      plain.report.margins == Margins(time: 0.05, rootMeanSquareError: 0.01, accuracy: 0.005))
    #expect(plain.problems[0].reference == .automatic)
    let told = try SpecSchemaTests.decode(
      Self.spec(
        report:
          #"{"baseline": "B, 2", "family": "problem", "margin": {"accuracy": 0.02, "epochs_to_target": 0}}"#,
        problem: #","reference":"B, 1""#))
    #expect(told.report.baseline == 2 && told.report.family == .problem)
    #expect(told.report.margins == Margins(time: 0, rootMeanSquareError: 0.01, accuracy: 0.02))
    #expect(told.problems[0].reference == .optimizer("B, 1"))
    let number = try SpecSchemaTests.decode(Self.spec(problem: #","reference":0.5"#))
    #expect(number.problems[0].reference == .loss(0.5))
  }

  @Test(arguments: [
    (#"{"baseline": "C"}"#, "2:23+3 no optimizer is called 'C'|expected: A, B, 1, B, 2"),
    (
      #"{"baseline": "B"}"#,
      "2:23+3 a sweep made 2 optimizers of 'B'|name one of them, such as 'B, 1'"
    ),
    (
      #"{"margin": {"rmse": 1}}"#,
      "2:30+1 'rmse' is 1|expected a number of at least 0 and less than 1"
    ),
    (
      #"{"margin": {"f1": 1}}"#,
      "2:22+4 unknown key 'f1' for margin|expected: epochs_to_target, rmse, accuracy"
    ),
    (
      #"{"family": "reports"}"#,
      "2:21+9 unknown value 'reports' for 'family'|did you mean 'report'? expected: report, problem"
    ),
  ])
  func faults(_ report: String, _ expected: String) {
    #expect(SpecFaultTests.faults(Self.spec(report: report)) == [expected])
  }

  @Test func aReferenceMustBeAnOptimizer() {
    #expect(
      SpecFaultTests.faults(Self.spec(problem: #","reference":"Bee""#)).first?.contains(
        "no optimizer is called 'Bee'|") == true)
    #expect(
      SpecFaultTests.faults(Self.spec(problem: #","reference":[1]"#)).first?.contains(
        "'reference' is a list|expected a number or ") == true)
  }
}
