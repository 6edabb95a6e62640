import Diagnostics

/// A revision of the git repository at hand, whose files are read without checking it out.
public struct GitRevision: Sendable {
  /// Its name, such as `origin/main`.
  public let name: String

  /// The revision called `name`, anything that git takes for one.
  ///
  /// - Throws: `.malformed` where there is no such revision, `.inaccessible` without git.
  public init(_ name: String) throws(InputError) {
    self.name = name
    // An option of git's is no revision; a colon would name a file.
    let isName = !name.isEmpty && !name.hasPrefix("-") && !name.contains(":")
    guard isName, try Self.exists(name + "^{tree}") else {
      throw InputError([
        Diagnostic(
          file: name, message: "git knows no such revision here",
          help: "name a branch, a tag or a commit of this repository; 'git fetch' brings in others")
      ])
    }
  }

  /// Whether there is a folder at `path`, which is told from the top of the repository, or with `./` from
  /// the working folder.
  public func hasFolder(_ path: String) throws(InputError) -> Bool {
    try Self.output(["cat-file", "-t", "\(name):\(path)"], limit: 64) == Array("tree\n".utf8)
  }

  /// The bytes of the file at `path`; nil where there is none.
  ///
  /// - Throws: `.malformed` when it is larger than `limit` bytes.
  public func file(_ path: String, limit: Int) throws(InputError) -> [UInt8]? {
    guard let bytes = try Self.output(["cat-file", "blob", "\(name):\(path)"], limit: limit) else {
      return nil
    }
    guard bytes.count <= limit else { throw .tooLarge("\(name):\(path)", limit: limit) }
    return bytes
  }

  private static func exists(_ object: String) throws(InputError) -> Bool {
    try output(["rev-parse", "--verify", "--quiet", object], limit: 1 << 10) != nil
  }

  /// What git says, up to a byte more than `limit`; nil where it fails.
  private static func output(
    _ arguments: [String], limit: Int
  ) throws(InputError) -> [UInt8]? {
    guard let process = ChildProcess("git", arguments) else {
      throw InputError(
        .inaccessible,
        [
          Diagnostic(
            file: "git", message: "cannot be started",
            help: "install git, or name two folders")
        ])
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit, case let count = process.readOutput(into: &buffer), count > 0 {
      bytes += buffer[..<count]
    }
    let isTooLarge = bytes.count > limit
    if isTooLarge { process.end() }
    let status = process.finish().status
    return status == 0 || isTooLarge ? bytes : nil
  }
}
