import ArgumentParser
import Diagnostics
import Experiments
import Files
import Reports
import Specs

/// Looks after the runs that are kept.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Say what is kept, drop what no spec needs, bring stores together.",
    subcommands: [Status.self, Prune.self, Merge.self], defaultSubcommand: Status.self)

  /// The project at hand: its specs, and where their runs are kept.
  struct Project: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "The folder of kept runs (default: REPORT_CACHE, or .report-cache of this project).",
        valueName: "dir"),
      completion: .directory)
    var cache: String?

    /// The kept runs, and the specs of `experiments/` with its folders, each with its path from the project; nil
    /// where there is no such folder.
    func open(
      _ terminal: Terminal
    ) throws(ExitCode) -> (store: RunStore, specs: [(name: String, path: String)]?) {
      guard let project = Confinement(ofSpecAt: "./spec.json", allowingOutside: false)?.project
      else {
        terminal.say("this folder cannot be read")
        throw ExitCode(74)
      }
      let store = RunStore(
        at: StorePlace(project: project, directory: cache), writer: "report \(toolVersion)",
        say: { terminal.say($0) })
      let names = FolderTree.files(in: project + "/experiments")?.filter { name in
        name.hasSuffix(".json") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
      }
      return (
        store,
        names?.map { ("experiments/\($0)", "\(project)/experiments/\($0)") }
      )
    }

    /// The plan of a spec, which keeps to the limits that a run would.
    func plan(_ path: String) throws(InputError) -> Plan {
      try Plan(ExperimentSpec.read(path: path, cells: .standard))
    }
  }

  /// Says what is kept.
  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Say what is kept and which specs use it (the default).")

    @OptionGroup var project: Project

    func run() throws {
      let terminal = Terminal()
      let (store, specs) = try project.open(terminal)
      try terminal.show(
        "\(counted(store.count, "run")) in \(counted(store.segmentCount, "segment")), "
          + "\(counted(store.byteCount, "byte"))")
      var plans: [Plan] = []
      for (name, path) in specs ?? [] {
        guard let plan = try? project.plan(path) else {
          try terminal.show("  \(name): not valid; 'report validate' says why")
          continue
        }
        plans.append(plan)
        let kept = MissingRuns(plan, in: store).kept
        try terminal.show(
          "  \(name): \(kept) of \(counted(plan.totalRunCount, "run")) kept")
      }
      guard specs != nil else {
        try terminal.show("  there is no folder experiments/ here that says which runs are needed")
        return
      }
      let unused = store.countUnused(by: plans)
      if unused > 0 {
        try terminal.show(
          "  \(counted(unused, "run")) that no spec of experiments/ asks for: 'report cache prune' drops what is not needed"
        )
      }
    }
  }

  /// Drops what no spec needs.
  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "Drop the runs that no spec of experiments/ needs.")

    @OptionGroup var project: Project

    func run() throws {
      let terminal = Terminal()
      let (store, specs) = try project.open(terminal)
      guard let specs else {
        terminal.say(
          "error: there is no folder experiments/ here that says which runs are needed, so none is dropped; "
            + "to drop them all, remove \(store.place.folder)")
        throw ExitCode(65)
      }
      // Of a spec that cannot be read nobody knows which runs it needs.
      let plans = try terminal.reportingFaults(of: specs.map(\.path)) { path throws(InputError) in
        try project.plan(path)
      }
      guard let dropped = store.prune(keeping: plans) else { throw ExitCode(74) }
      try terminal.show("\(counted(dropped, "run")) dropped, \(store.count - dropped) kept")
    }
  }

  /// Brings stores together.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Copy in the runs that others made.")

    @OptionGroup var project: Project

    @Argument(
      help: ArgumentHelp("Folders of kept runs, as --cache takes them.", valueName: "dir"),
      completion: .directory)
    var folders: [String]

    func run() throws {
      let terminal = Terminal()
      for folder in folders where FileKind(at: folder) != .folder {
        terminal.say("\(folder): error: no such folder")
        throw ExitCode(65)
      }
      var isDisputed = false
      for folder in folders {
        // Opened anew each time, so that it knows what the last one brought.
        let (store, _) = try project.open(terminal)
        let other = RunStore(
          at: StorePlace(project: "", directory: folder), writer: "", say: { terminal.say($0) })
        guard let (copied, disputed) = store.merge(other) else { throw ExitCode(74) }
        try terminal.show("\(folder): \(counted(copied, "run")) copied")
        for dispute in disputed {
          terminal.say(
            "FAULT OF DETERMINISM: here and in \(folder) are different results of \(dispute)")
        }
        isDisputed = isDisputed || !disputed.isEmpty
      }
      if isDisputed { throw ExitCode(1) }
    }
  }
}
