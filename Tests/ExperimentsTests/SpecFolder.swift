import Diagnostics
import Foundation

@testable import Experiments
import Specs

/// A folder of its own for specs and data, removed at the end.
final class SpecFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("experiments-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file into the folder and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path).appendingPathComponent(name))
    return path + "/" + name
  }

  /// The plan of a spec with these problems, two optimizers, three seeds and, where `tuning` says so, searches.
  func plan(
    problems: String, seeds: String = "3",
    optimizers: String = """
    { "name": "Adam", "kind": "adam", "learning_rate": 0.5 },
        { "name": "SGD", "kind": "sgd", "learning_rate": 0.1 }
    """, tuning: String? = nil
  ) throws -> Plan {
    let file = try write(
      "a.json",
      """
      {
        "name": "a",
        "seeds": \(seeds),
        "problems": [
          \(problems)
        ],
        "optimizers": [
          \(optimizers)
        ]\(tuning.map { ", \"tuning\": \($0)" } ?? "")
      }
      """)
    return try Plan(ExperimentSpec.read(path: file))
  }

  /// The faults of such a plan.
  func faults(problems: String) throws -> InputError? {
    do {
      _ = try plan(problems: problems)
      return nil
    } catch let error as InputError {
      return error
    }
  }
}
