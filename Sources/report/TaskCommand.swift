import ArgumentParser
import Diagnostics
import Experiments
import Files
import Publishing
import Slurm

#if canImport(Glibc)
  import Glibc
#endif

/// What a task of an array job runs: the share that its submission's folder holds for it.
struct TaskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task", abstract: "Make the share of one task of an array job.",
    shouldDisplay: false)

  @OptionGroup var caching: CacheOptions

  @Flag var allowOutside = false

  @Flag var noLimits = false

  @Flag var localScratch = false

  @Option var jobs: Int?

  @Argument var spec: String

  @Argument var folder: String

  @Argument var index: Int

  func run() async throws {
    let terminal = Terminal()
    let plan = try terminal.reportingFaults { () throws(InputError) in
      try Plan.read(path: spec, allowOutside: allowOutside, noLimits: noLimits)
    }
    guard let place = caching.place(of: plan.spec) else { return }
    guard let units = Submission.units(of: index, in: folder, of: plan, at: place) else {
      terminal.say(
        "\(spec): error: the spec or its data are not what the job was submitted for; submit it again"
      )
      throw ExitCode(65)
    }
    let making = ShareMaking(
      caching: caching, jobs: jobs, isQuiet: false, scratch: try scratch(terminal),
      isMissing: true, terminal: terminal)
    try await making.make(units, of: plan, called: "task \(index)")
  }

  /// The node's own disk; nil where it is not asked for.
  private func scratch(_ terminal: Terminal) throws(ExitCode) -> String? {
    guard localScratch else { return nil }
    for name in ["SLURM_TMPDIR", "TMPDIR"] {
      if let folder = getenv(name).map({ String(cString: $0) }), FileKind(at: folder) == .folder {
        return folder
      }
    }
    terminal.say(
      "error: --local-scratch: neither SLURM_TMPDIR nor TMPDIR names a folder of this node")
    throw ExitCode(74)
  }
}
