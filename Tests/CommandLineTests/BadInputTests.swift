import Foundation
import Testing

/// A spec or a data file with a fault: file, line, column, reason and help, exit code 65, and
/// nothing written.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var spec: String
    var data: String?
    var messages: [String]
    var testDescription: String { name }
  }

  static func spec(
    dataset: String = #""diabetes""#, problem: String = "",
    optimizer: String = #""name": "Adam", "kind": "adam""#, rest: String = ""
  ) -> String {
    """
    {
      "name": "bad",
      "problems": [
        { "dataset": \(dataset), "model": "linear", "epochs": 5\(problem) }
      ],
      "optimizers": [
        { \(optimizer) }
      ]\(rest)
    }
    """
  }

  static let csv = #"{ "kind": "csv", "path": "x.csv", "target": "y", "task": "regression" }"#

  static let cases: [Case] = [
    Case(
      name: "an unknown key", spec: spec(optimizer: #""name": "A", "kind": "adam", "beta_1": 0.9"#),
      messages: [
        "s.json:7:36: error: unknown key 'beta_1' for optimizer 'adam'", "did you mean 'beta1'?",
        "          ^^^^^^^^",
      ]),
    Case(
      name: "two faults at once",
      spec: spec(
        problem: #", "batch_size": 0"#,
        optimizer: #""name": "A", "kind": "adam", "learning_rate": -1"#),
      messages: ["s.json:4:", "'batch_size' is 0", "s.json:7:", "'learning_rate' is -1"]),
    Case(
      name: "a syntax error", spec: "{\n  \"name\": \"bad\",\n}",
      messages: ["s.json:2:16: error: comma after the last element"]),
    Case(
      name: "a duplicate key", spec: spec(rest: ",\n  \"name\": \"again\""),
      messages: ["s.json:9:3: error: duplicate key 'name'"]),
    Case(
      name: "an unknown data set", spec: spec(dataset: #""diabets""#),
      messages: ["s.json:4:18: error:", "did you mean 'diabetes'?"]),
    Case(
      name: "a split without validation rows", spec: spec(dataset: csv),
      data: "a,y\n1,2\n3,4\n5,6\n",
      messages: ["s.json:4:", "error: the split leaves no validation rows of the 3 in 'x'"]),
    Case(
      name: "early stopping without validation rows",
      spec: spec(
        problem: #", "split": { "validation": 0 }, "stop": { "patience": 3 }"#),
      messages: ["s.json:4:", "early stopping watches the validation loss"]),
    Case(
      name: "a missing data file", spec: spec(dataset: csv),
      messages: ["s.json:4:", "error: no file 'x.csv'"]),
    Case(
      name: "a ragged row", spec: spec(dataset: csv), data: "a,b,y\n1,2,3\n4,5\n6,7,8\n",
      messages: ["x.csv:3:"]),
    Case(
      name: "text in numbers", spec: spec(dataset: csv), data: "a,b,y\n1,2,3\n4,five,6\n",
      messages: ["x.csv:3:3: error:", "five"]),
    Case(
      name: "infinity", spec: spec(dataset: csv), data: "a,b,y\n1,inf,3\n4,5,6\n",
      messages: ["x.csv:2:3: error:"]),
    Case(
      name: "an empty file", spec: spec(dataset: csv), data: "",
      messages: ["x.csv", "error: the file is empty"]),
    Case(
      name: "a missing target column", spec: spec(dataset: csv), data: "a,b,c\n1,2,3\n",
      messages: ["x.csv:1:", "'y'"]),
    Case(
      name: "a checksum that differs",
      spec: spec(
        dataset: csv.replacing(
          "\"x.csv\"", with: "\"x.csv\", \"sha256\": \"\(String(repeating: "0", count: 64))\"")),
      data: "a,y\n1,2\n", messages: ["x.csv", "SHA-256"]),
    Case(
      name: "a path out of the project",
      spec: spec(dataset: csv.replacing("x.csv", with: "../../etc/passwd")),
      messages: ["s.json:4:", "error:"]),
    Case(
      name: "nested too deeply", spec: String(repeating: "[", count: 100_000),
      messages: ["s.json:1:"]),
    Case(
      name: "nesterov without momentum",
      spec: spec(optimizer: #""name": "S", "kind": "sgd", "nesterov": true"#),
      messages: ["s.json:7:", "nesterov needs momentum"]),
    Case(
      name: "a figure of a problem that there is not",
      spec: spec(
        rest:
          ",\n  \"report\": { \"cells\": [{ \"figure\": \"forest\", \"problems\": [\"diabets\"] }] }"
      ),
      messages: [
        "s.json:9:", "error: no problem is called 'diabets'", "did you mean 'diabetes'?",
      ]),
    Case(
      name: "a key that another kind of figure has",
      spec: spec(
        rest: ",\n  \"report\": { \"cells\": [{ \"figure\": \"contour\", \"band\": [0, 1] }] }"),
      messages: ["s.json:9:", "error: unknown key 'band' for cell, figure 'contour'"]),
    Case(
      name: "a value that no run has",
      spec: spec(
        problem: #", "split": { "test": 0 }"#,
        rest: ",\n  \"description\": \"So: {{ diabetes/Adam/test_metric/n }}\""),
      messages: [
        "s.json:9:23: error: runs on 'diabetes' have no test_metric",
        "                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it needs held-out rows",
      ]),
    Case(
      name: "a claim about values that no run has",
      spec: spec(
        problem: #", "split": { "validation": 0 }"#,
        optimizer: #""name": "A", "kind": "adam" }, { "name": "B", "kind": "sgd""#,
        rest:
          ",\n  \"report\": { \"cells\": [{ \"claim\": \"c\", \"better\": \"A\", \"than\": \"B\", \"quantity\": \"validation_loss\" }] }"
      ),
      messages: ["s.json:9:81: error: runs on 'diabetes' have no validation_loss"]),
    Case(
      name: "a margin that goes with no problem",
      spec: spec(rest: ",\n  \"report\": { \"margin\": { \"accuracy\": 0.01 } }"),
      messages: [
        "s.json:9:39: error: no problem has the metric 'accuracy' that this margin is for",
        "leave it out: it is for classification",
      ]),
    Case(
      name: "a bibliography with a fault, and a work that it has not",
      spec: spec(
        rest: ",\n  \"report\": { \"bibliography\": \"x.csv\" }, \"description\": \"{{ @a }}\""),
      data: "@misc{a,\n  title {b}\n}\n",
      messages: [
        "s.json:9:", "error: no figure, table or claim has the id 'a'", "x.csv:2:3: error: no '='",
      ]),
    Case(
      name: "a cell that says nothing",
      spec: spec(rest: ",\n  \"report\": { \"cells\": [{}], \"formats\": [\"gif\"] }"),
      messages: [
        "s.json:9:",
        "error: missing key 'section' or 'markdown' or 'figure' or 'table' or 'claim' for cell",
        "error: unknown value 'gif'",
      ]),
    Case(
      name: "limits that are no limits",
      spec: spec(
        rest:
          ",\n  \"report\": { \"cells\": [{ \"figure\": \"box_strip\", \"y_limits\": [2, 1] }] }"),
      messages: ["s.json:9:", "a list of two numbers, the lower one first"]),
    Case(
      name: "terminal escapes in a name",
      spec: spec(optimizer: #""name": "a\u001b[31m", "kind": "adam""#),
      messages: ["s.json:7:"]),
  ]

  @Test(arguments: cases, ["run", "validate"])
  func badInputIsRefused(_ bad: Case, _ command: String) throws {
    let workplace = try Workplace()
    try workplace.write(bad.spec, to: "s.json")
    if let data = bad.data { try workplace.write(data, to: "x.csv") }
    let before = try workplace.files()
    let outcome = try workplace.run(command, "s.json")
    #expect(outcome.exitCode == 65)
    #expect(outcome.output == "")
    for message in bad.messages {
      #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
    #expect(!outcome.errors.contains("\u{1B}"))
    #expect(try workplace.files() == before)
  }

  @Test func aMissingSpecIsNamed() throws {
    let workplace = try Workplace()
    let outcome = try workplace.run("nowhere.json")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.hasPrefix("nowhere.json: error: no such file"))
  }

  @Test func aFolderIsNoSpec() throws {
    let workplace = try Workplace()
    let outcome = try workplace.run(".")
    #expect(outcome.exitCode == 74)
    #expect(outcome.errors.contains("this is a folder, not a file"))
  }

  @Test func aFolderIsNoBibliographyAndTheSpecThatNamesItIsTold() throws {
    let workplace = try Workplace()
    try workplace.write(
      Self.spec(rest: ",\n  \"report\": { \"bibliography\": \".\" }"), to: "s.json")
    let outcome = try workplace.run("s.json")
    #expect(outcome.exitCode == 74)
    #expect(
      outcome.errors
        == ".: error: this is a folder, not a file\n      name a regular file\n"
        + "      asked for at s.json:9:31\n")
  }

  @Test func aNamedPipeDoesNotHang() throws {
    let workplace = try Workplace()
    mkfifo(workplace.folder.appending(path: "pipe.json").path, 0o600)
    #expect(try workplace.run("pipe.json").exitCode == 74)
  }

  @Test(arguments: [
    [], ["--jobs", "0", "s.json"], ["--nonsense", "s.json"], ["list", "everything"],
    ["s.json", "s.json", "--output", "x"], ["--quiet", "--verbose", "s.json"],
    ["list", "optimizers", "adm"],
  ])
  func wrongUsageIsExitCode64(_ arguments: [String]) throws {
    let workplace = try Workplace()
    let (process, _, errors) = try workplace.start(arguments)
    let said = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(!said.isEmpty)
  }
}
