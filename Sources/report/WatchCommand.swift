import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import SpecLanguage
import Specs

/// Makes the reports of specs again whenever something changes that they are made from.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Make reports again whenever a spec, its data or its bibliography change.",
    discussion: """
      Faults are shown in place and waited for; runs that are kept are not made again, so that an edit of prose \
      shows in a moment. Ctrl-C ends it.
      """)

  @OptionGroup var options: SpecOptions

  @OptionGroup var caching: CacheOptions

  @Option(help: ArgumentHelp("How many runs at once (default: as for run).", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() async throws {
    let terminal = Terminal()
    let time = try terminal.reportingFaults { () throws(InputError) in try SourceDate.declared() }
    let making = ReportMaking(
      caching: caching, jobs: jobs, isQuiet: false, isVerbose: false, time: time, summary: nil,
      terminal: terminal)
    var watched = options.specs.map { WatchedSpec(path: $0) }
    while true {
      for index in watched.indices where watched[index].hasChanged() {
        await watched[index].make(by: making, options)
      }
      try await Task.sleep(for: WatchedSpec.pause)
    }
  }
}

/// A spec whose report is made again.
private struct WatchedSpec {
  /// How long nothing is looked at; also how long files must be quiet, since editors write in steps.
  static let pause = Duration.milliseconds(60)

  let path: String
  /// What the files were of which the last report was made; nil before the first.
  private var made: FileStates?
  private var seen: FileStates?

  init(path: String) { self.path = path }

  /// Whether anything is other than it was for the last report, and quiet since the last look.
  mutating func hasChanged() -> Bool {
    let now = states
    defer { seen = now }
    return now != made && (made == nil || now == seen)
  }

  /// Makes the report, or says why that is impossible.
  mutating func make(by making: ReportMaking, _ options: SpecOptions) async {
    let terminal = making.terminal
    if made != nil { terminal.say("\(path): changed") }
    // What changes while the report is made is new to it.
    made = states
    do throws(InputError) {
      let plan = try Plan.read(
        path: path, allowOutside: options.allowOutside, noLimits: options.noLimits)
      let folder = ReportFolder(spec: plan.spec.source, name: plan.spec.name, output: nil)
      try folder.check()
      // What goes wrong has been said.
      _ = try? await making.make(plan, in: folder)
    } catch {
      terminal.write(error.rendered(colour: terminal.hasColour))
    }
  }

  /// The spec, and every file that a text in it could name: so none is overlooked, also while the spec has
  /// faults.
  private var states: FileStates {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let bytes = try? FileContents.read(path, named: path, limit: ExperimentSpec.largestFile)
    let spec = bytes.flatMap { try? JSONReader.read(SourceText(name: path, bytes: $0)) }
    let names = (spec?.texts ?? []).map { $0.hasPrefix("/") ? $0 : folder + $0 }
    return FileStates([path] + names)
  }
}

extension JSONValue {
  /// All texts in it that could be the name of a file.
  fileprivate var texts: [String] {
    switch content {
    case .text(let text): text.utf8.count < 1024 && !text.utf8.contains(0) ? [text] : []
    case .list(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    default: []
    }
  }
}
