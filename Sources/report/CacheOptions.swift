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

  /// Where the runs of a spec are kept; nil where none are to be.
  func place(of spec: ExperimentSpec) -> StorePlace? {
    noCache ? nil : StorePlace(project: spec.source.confinement.project, directory: cache)
  }

  /// The runs that are kept for a spec; nil where none are to be.
  ///
  /// - Parameter isRead: whether what is there is looked at.
  func store(of spec: ExperimentSpec, _ terminal: Terminal, isRead: Bool = true) -> RunStore? {
    place(of: spec).map {
      RunStore(
        at: $0, writer: "report \(toolVersion)", isRead: isRead, say: { terminal.say($0) })
    }
  }
}
