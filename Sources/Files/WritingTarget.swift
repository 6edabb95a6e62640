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
    let code = Interruption.step { mkdir(folder, 0o777) == 0 ? 0 : errno }
    if code == 0 { return 0 }
    return FileKind(at: folder) == .folder ? 0 : code
  }

  /// Writes a file that must not exist yet.
  func create(
    _ file: String, parts count: Int, _ part: (Int) -> [UInt8]
  ) throws(InputError) {
    let descriptor = try open(file)
    var fault: InputError?
    for index in 0..<count where fault == nil { fault = append(part(index)[...], to: descriptor) }
    Durability.start(descriptor)
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, fault == nil { fault = failure(errno) }
    if let fault { throw fault }
  }

  /// Opens a file for writing that must not exist yet.
  func open(_ file: String) throws(InputError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let (descriptor, code) = Interruption.step { (Glibc.open(file, flags, 0o666), errno) }
    guard descriptor >= 0 else { throw failure(code) }
    return descriptor
  }

  /// Writes bytes at the end of an open file; what went wrong, if something did.
  func append(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> InputError? {
    var done = 0
    while done < bytes.count {
      // In pieces, so that a signal need not wait for all of a large file.
      let count = min(bytes.count - done, 1 << 20)
      let (written, code) = Interruption.step {
        bytes.withUnsafeBytes { buffer in
          (Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), count), errno)
        }
      }
      if written >= 0 { done += written } else if code != EINTR { return failure(code) }
    }
    return nil
  }

  /// Moves the finished temporary file to the target; both the file and its name are on the disk
  /// then.
  func moveFile(_ descriptor: Int32) throws(InputError) {
    try require(Durability.wait(for: descriptor))
    try require(Interruption.step { rename(temporaryPath, path) == 0 ? 0 : errno })
    try syncParent()
  }

  /// Moves `folder` to the target, where an earlier one may stand or appear meanwhile, and removes
  /// that.
  func moveFolder(
    _ folder: String, replacing earlier: () throws(InputError) -> FolderPattern
  ) throws(InputError) {
    try require(Durability.wait(forTree: folder))
    if try checkReplaceable(by: earlier) { return try exchange(folder) }
    let code = Interruption.step { rename(folder, path) == 0 ? 0 : errno }
    if code == 0 { return try syncParent() }
    // Another process was faster by a moment.
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
    let code = Interruption.step { swap(folder) }
    guard code == 0 else { throw failure(code) }
    try syncParent()
  }

  /// Swaps `folder` and the target; 0, or why not.
  private func swap(_ folder: String) -> Int32 {
    if cfiles_exchange_paths(folder, path) == 0 { return 0 }
    guard errno == EINVAL || errno == ENOSYS else { return errno }
    let aside = folder + ".old"
    guard rename(path, aside) == 0 else { return errno }
    guard rename(folder, path) == 0 else {
      let code = errno
      rename(aside, path)
      return code
    }
    rename(aside, folder)
    return 0
  }
}
