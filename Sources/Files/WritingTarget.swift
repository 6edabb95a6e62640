import CFiles
import Diagnostics
import Glibc

/// Where something is written, and the steps of writing it.
struct WritingTarget {
  let path: String
  let name: String

  /// A path beside the target that no other process uses.
  let temporaryPath: String

  init(path: String, name: String) {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
    self.path = path
    self.name = name
    let own = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? ""
    temporaryPath = Confinement.join(Confinement.parent(of: path), Litter.temporaryName(for: own))
  }

  func failure(_ code: Int32) -> InputError { failure("cannot be written: \(systemMessage(code))") }

  func failure(_ message: String, help: String? = nil) -> InputError {
    InputError(.inaccessible, [Diagnostic(file: name, message: message, help: help)])
  }

  /// Whether there is a folder that may be replaced; false when nothing is there.
  func checkReplaceable(
    by earlier: () throws(InputError) -> FolderPattern
  ) throws(InputError) -> Bool {
    guard let kind = FileKind(at: path, followingLinks: false) else { return false }
    guard kind == .folder else {
      throw failure("\(kind.description) stands there; left alone", help: "remove or rename it")
    }
    guard let files = FolderTree.files(in: path) else { throw failure(errno) }
    if !files.isEmpty, let mismatch = try earlier().firstMismatch(among: files) {
      throw failure(
        "not an earlier report (\(mismatch)); left alone",
        help: "choose another folder, or remove this one")
    }
    return true
  }

  /// Sees to it that an ordinary file stands there or nothing, in a folder that can be written into
  /// or be made.
  func checkFile() throws(InputError) {
    if let kind = FileKind(at: path), kind != .regular {
      throw failure("\(kind.description) stands there; left alone", help: "choose another file")
    }
    var folder = Confinement.parent(of: path)
    while access(folder, W_OK | X_OK) != 0 {
      let code = errno
      guard code == ENOENT, Confinement.parent(of: folder) != folder else { throw failure(code) }
      folder = Confinement.parent(of: folder)
    }
    guard FileKind(at: folder) == .folder else { throw failure(ENOTDIR) }
  }

  /// Makes a folder and those above it, where they are missing.
  func makeFolders(_ folder: String) throws(InputError) {
    var code = Self.makeFolder(folder)
    if code == ENOENT, Confinement.parent(of: folder) != folder {
      try makeFolders(Confinement.parent(of: folder))
      code = Self.makeFolder(folder)
    }
    guard code == 0 else { throw failure(code) }
  }

  /// Makes one folder unless there is one; 0 when there is one now, else why not.
  private static func makeFolder(_ folder: String) -> Int32 {
    if mkdir(folder, 0o777) == 0 { return 0 }
    let code = errno
    return FileKind(at: folder) == .folder ? 0 : code
  }

  /// Opens for writing a file that must not exist yet.
  func create(_ file: String) throws(InputError) -> Int32 {
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(errno) }
    return descriptor
  }

  /// Writes a file that must not exist yet.
  func create(_ file: String, _ bytes: [UInt8]) throws(InputError) {
    let descriptor = try create(file)
    var fault = append(bytes[...], to: descriptor)
    Durability.start(descriptor)
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, fault == nil { fault = failure(errno) }
    if let fault { throw fault }
  }

  /// Writes bytes at the end of an open file; what went wrong, if something did.
  func append(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> InputError? {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
      }
      if written >= 0 { done += written } else if errno != EINTR { return failure(errno) }
    }
    return nil
  }

  /// Moves the finished temporary file to the target; both the file and its name are on the disk
  /// then.
  func moveFile(_ descriptor: Int32) throws(InputError) {
    try require(Durability.wait(for: descriptor))
    guard rename(temporaryPath, path) == 0 else { throw failure(errno) }
    try syncParent()
  }

  /// Moves `folder` to the target, where an earlier one may stand or appear meanwhile, and removes
  /// that.
  func moveFolder(
    _ folder: String, replacing earlier: () throws(InputError) -> FolderPattern
  ) throws(InputError) {
    try require(Durability.wait(forTree: folder))
    if try checkReplaceable(by: earlier) { return try exchange(folder) }
    if rename(folder, path) == 0 { return try syncParent() }
    // Another process was faster by a moment.
    let code = errno
    guard code == ENOTEMPTY || code == EEXIST, try checkReplaceable(by: earlier) else {
      throw failure(code)
    }
    try exchange(folder)
  }

  private func syncParent() throws(InputError) {
    try require(Durability.wait(forFolder: Confinement.parent(of: path)))
  }

  private func require(_ code: Int32) throws(InputError) {
    guard code == 0 else { throw failure(code) }
  }

  /// Swaps `folder` and the target, and removes what the target was.
  private func exchange(_ folder: String) throws(InputError) {
    defer { FolderTree.remove(folder) }
    if cfiles_exchange_paths(folder, path) == 0 { return try syncParent() }
    guard errno == EINVAL || errno == ENOSYS else { throw failure(errno) }
    let aside = folder + ".old"
    guard rename(path, aside) == 0 else { throw failure(errno) }
    guard rename(folder, path) == 0 else {
      let code = errno
      rename(aside, path)
      throw failure(code)
    }
    rename(aside, folder)
    try syncParent()
  }
}
