import ArgumentParser
import Diagnostics
import Files
import Publishing

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
    var specs = options.specs.map { WatchedSpec(path: $0) }
    var watch = FileWatch()
    while true {
      // Before the look, so that what happens after it is told.
      watch.follow(Set(specs.flatMap(\.files)))
      var looks: [WatchedSpec.Look] = []
      for index in specs.indices {
        looks.append(specs[index].look())
        guard looks[index] == .changed else { continue }
        await specs[index].make(by: making, options, isOneOfSeveral: specs.count > 1)
      }
      if looks.contains(.changed) { continue }
      if looks.contains(.changing) {
        try await Task.sleep(for: WatchedSpec.pause)
      } else {
        watch.wait(atMost: watch.patience)
      }
    }
  }
}
