import Foundation
import Testing

/// The composite action for continuous integration.
struct ActionTests {
  private static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = project.appending(path: ".github/actions/report")

  private static func text(_ file: URL) throws -> String {
    try String(contentsOf: file, encoding: .utf8)
  }

  @Test func everyScriptThatItNamesIsThereAndExecutable() throws {
    let action = try Self.text(Self.folder.appending(path: "action.yml"))
    let scripts = action.matches(of: /\$GITHUB_ACTION_PATH\/([a-z.]+)"/).map { String($0.1) }
    #expect(scripts == ["install.sh", "check.sh", "regenerate.sh"])
    for script in scripts {
      let path = Self.folder.appending(path: script).path
      #expect(FileManager.default.isExecutableFile(atPath: path), "\(script)")
    }
  }

  /// A pull request could otherwise name a branch or a file so that it runs.
  @Test func noInputIsPastedIntoAShellCommand() throws {
    let action = try Self.text(Self.folder.appending(path: "action.yml"))
    let commands = action.split(separator: "\n").filter { $0.contains("run:") }
    #expect(commands.count == 3 && commands.allSatisfy { !$0.contains("${{") })
  }

  @Test func theExampleOfTheReadmeNamesInputsThatItHas() throws {
    let action = try Self.text(Self.folder.appending(path: "action.yml"))
    let inputs = action.matches(of: /\n  ([a-z-]+):\n    description:/).map { String($0.1) }
    let readme = try Self.text(Self.project.appending(path: "README.md"))
    let examples = readme.matches(of: /```yaml\n(.*?)```/.dotMatchesNewlines())
    let example = try #require(examples.first { $0.1.contains("/report@") })
    let with = try #require(String(example.1).firstMatch(of: /with:\n(( {10}.*\n)+)/))
    let given = String(with.1).matches(of: /\n? {10}([a-z-]+):/).map { String($0.1) }
    #expect(!given.isEmpty && given.allSatisfy { inputs.contains($0) }, "\(given) of \(inputs)")
    #expect(example.1.contains("/.github/actions/report@"))
  }
}
