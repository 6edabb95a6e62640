import ArgumentParser
import Experiments
import Specs

/// Where runs are kept, for every command that makes some.
struct CacheOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of kept runs (default: REPORT_CACHE, or .report-cache of the spec's project).",
      valueName: "dir"),
    completion: .directory)
  var cache: String?

  @Flag(help: "Neither use runs that were kept nor keep any.")
  var noCache = false

  func validate() throws {
    if cache != nil, noCache { throw ValidationError("--cache and --no-cache exclude each other.") }
    if cache == "" { throw ValidationError("--cache must name a folder.") }
  }

  /// The runs that are kept for a spec; nil where none are to be.
  func store(of spec: ExperimentSpec, _ terminal: Terminal) -> RunStore? {
    guard !noCache else { return nil }
    return RunStore(
      at: StorePlace(of: spec.source, directory: cache), writer: "report \(toolVersion)",
      say: { terminal.say($0) })
  }
}
