import Foundation
import Synchronization

/// A fresh folder in which the program runs, as a user would run it.
struct Workplace: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "report-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a run of the program left.
  struct Outcome {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// The program, which the build puts beside the tests.
  static var program: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "report")
  }

  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func start(
    _ arguments: [String], of program: URL = program
  ) throws -> (Process, Pipe, Pipe) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return (process, output, errors)
  }

  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs the program, or another one, to its end.
  ///
  /// - Parameter variables: of its environment, with their values: `NAME=VALUE`, or whatever env(1) takes.
  func run(
    _ arguments: [String], of program: URL = program, with variables: String...
  ) throws -> Outcome {
    let (process, output, errors) =
      if variables.isEmpty {
        try start(arguments, of: program)
      } else {
        try start(variables + [program.path] + arguments, of: URL(filePath: "/usr/bin/env"))
      }
    // Both at once: a program that waits for one pipe to be read would never end the other.
    let (text, faults) = try Self.contents(of: output, errors)
    process.waitUntilExit()
    return Outcome(
      exitCode: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: faults, as: UTF8.self))
  }

  /// All that comes from two pipes.
  private static func contents(of one: Pipe, _ other: Pipe) throws -> (Data, Data) {
    let rest = Mutex(Data())
    let reader = DispatchQueue(label: "errors")
    let group = DispatchGroup()
    reader.async(group: group) {
      let data = other.fileHandleForReading.readDataToEndOfFile()
      rest.withLock { $0 = data }
    }
    let data = one.fileHandleForReading.readDataToEndOfFile()
    group.wait()
    return (data, rest.withLock { $0 })
  }

  /// Every file below the folder with its bytes, but for `without` and the runs that are kept.
  func files(without: Set<String> = []) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    for path in paths where !without.contains(path) && !path.contains(".report-cache") {
      var isFolder: ObjCBool = false
      let file = folder.appending(path: path)
      _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: file) }
    }
    return files
  }
}

/// A small experiment that runs in a moment.
func smallSpec(
  name: String = "small", epochs: Int = 150, problem: String = "diabetes",
  optimizers: String = """
  { "name": "Adam", "kind": "adam", "learning_rate": 1 },
  { "name": "SGD", "kind": "sgd", "learning_rate": 0.5, "momentum": 0.9 }
  """
) -> String {
  """
  {
    "name": "\(name)",
    "seeds": 6,
    "problems": [
      { "name": "\(problem)", "dataset": "diabetes", "model": "linear", "epochs": \(epochs) }
    ],
    "optimizers": [
      \(optimizers)
    ]
  }
  """
}
