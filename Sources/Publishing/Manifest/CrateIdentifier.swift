/// What the entities of a crate are called: files by their paths, all else by `#` and a name of ours.
///
/// No text of a spec is in them, so that they are valid and unique whatever it says.
enum CrateIdentifier {
  static let root = "./", spec = "#spec"

  /// A file that is made but not handed on with the others, as something that the manifest is about.
  static func absentFile(_ path: String) -> String { "#" + RelativeReference.to(path) }
}
