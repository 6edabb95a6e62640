import Diagnostics
import Specs

extension SpecSource {
  /// The command that makes the report of the spec, as it works in the project's folder: a package runs its own
  /// program, which elsewhere must be installed.
  package var command: String {
    // A name that begins as an option does would be taken for one.
    let path = projectPath.hasPrefix("-") ? "./" + projectPath : projectPath
    return (confinement.hasPackage ? "swift run report " : "report ") + path.shellWord
  }
}
