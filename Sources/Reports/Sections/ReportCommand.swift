import Specs

extension SpecSource {
  /// The command that makes the report of the spec, as it works in the project's folder: a package runs its own
  /// program, which elsewhere must be installed.
  package var command: String {
    (confinement.hasPackage ? "swift run report " : "report ") + Self.shellQuoted(projectPath)
  }

  /// A path as one word of a shell's command line.
  private static func shellQuoted(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "/._-+".unicodeScalars.contains(scalar)
    }
    return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
