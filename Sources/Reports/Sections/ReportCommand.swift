import Diagnostics
import Specs

extension SpecSource {
  /// The command that makes the report of the spec, as it works in the project's folder: a package runs its own
  /// program, which elsewhere must be installed.
  package var command: String {
    (confinement.hasPackage ? "swift run report " : "report ") + projectPath.shellWord
  }
}
