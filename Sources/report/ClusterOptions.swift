import ArgumentParser
import Files

/// What can be said of a run on a cluster.
struct ClusterOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Make the runs as an array job of Slurm, wait for it, then write the report. The same command again resumes."
    ))
  var slurm = false

  @Flag(help: "Submit and leave.")
  var noWait = false

  @Option(
    help: ArgumentHelp(
      "How many tasks the array has (default: as many as take about five minutes, at most 1,000, and no more than the site takes).",
      valueName: "n"))
  var tasks: Int?

  @Option(
    help: ArgumentHelp(
      "How many tasks run at the same time at most (default: all).", valueName: "n"))
  var tasksAtOnce: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Options for sbatch, such as \"--partition=cpu --time=30\".", valueName: "options"))
  var sbatch: String?

  @Flag(
    help: "Tasks write to SLURM_TMPDIR (or TMPDIR) and copy to the shared folder at their end.")
  var localScratch = false

  /// The options for sbatch, word by word.
  var sbatchWords: [String] { sbatch.flatMap(ShellText.words) ?? [] }

  /// Why an option of sbatch cannot be passed on; nil where it can.
  private static func reason(against word: String) -> String? {
    let isLong = word.hasPrefix("--")
    let name = isLong ? String(word.prefix { $0 != "=" }) : String(word.prefix(2))
    return switch name {
    case "--array", "-a":
      "--sbatch: which tasks there are is for --tasks to say, and how many run at once for --tasks-at-once."
    case "--wait", "-W":
      "--sbatch: \(name) would keep sbatch until the job's end; report waits by itself, unless --no-wait is given."
    case "--wrap", "--test-only":
      "--sbatch: \(name) would run something other than the tasks."
    default: nil
    }
  }

  func validate() throws {
    if !slurm {
      let alone = [
        ("--no-wait", noWait), ("--tasks", tasks != nil), ("--tasks-at-once", tasksAtOnce != nil),
        ("--sbatch", sbatch != nil), ("--local-scratch", localScratch),
      ]
      if let (name, _) = alone.first(where: \.1) {
        throw ValidationError("\(name) goes with --slurm.")
      }
    }
    if let tasks, tasks < 1 { throw ValidationError("--tasks must be at least 1.") }
    if let tasksAtOnce, tasksAtOnce < 1 {
      throw ValidationError("--tasks-at-once must be at least 1.")
    }
    if let sbatch, ShellText.words(sbatch) == nil {
      throw ValidationError("--sbatch holds a quote that is not closed: \(sbatch)")
    }
    for word in sbatchWords {
      if let reason = Self.reason(against: word) { throw ValidationError(reason) }
    }
  }
}
