import Diagnostics
import Glibc

/// One file of a folder that is written as a whole.
public struct OutputFile: Sendable {
  /// Its path relative to the folder, with `/` between names.
  public var path: String
  /// How many parts it consists of.
  public var partCount: Int
  /// Its parts, each made when it is written.
  public var part: @Sendable (Int) -> [UInt8]

  /// A file that is made of parts.
  public init(path: String, partCount: Int, part: @escaping @Sendable (Int) -> [UInt8]) {
    self.path = path
    self.partCount = partCount
    self.part = part
  }

  /// A file that is in memory.
  public init(path: String, bytes: [UInt8]) { self.init(path: path, partCount: 1) { _ in bytes } }
}

/// Writes folders and files so that nobody ever sees half of one.
public enum OutputFolder {
  /// Puts a folder with exactly these files at `path`.
  ///
  /// The files are written to a temporary folder beside `path`, which then takes its place in one
  /// rename; only then is an earlier folder removed. What killed processes left there before is
  /// removed, too. Where the file system cannot swap two folders,
  /// the earlier one is moved away first, so that for a moment there is none.
  ///
  /// - Parameters:
  ///   - path: the folder to write; missing folders above it are made.
  ///   - name: the folder as the user named it, for messages.
  ///   - files: what it will hold; paths are relative, without `.` and `..`.
  ///   - earlier: what a folder must look like to be replaced; an empty one always is. It is asked for
  ///     again when another process was faster.
  ///   - root: the folder that `path` must lie in once links are resolved; nil for any.
  /// - Throws: `.inaccessible` when something else stands at `path` or a file cannot be written;
  ///   what stood there before is then left as it was.
  public static func write(
    _ path: String, named name: String, files: [OutputFile],
    replacing earlier: @autoclosure () throws(InputError) -> FolderPattern,
    within root: String? = nil
  ) throws(InputError) {
    let target = WritingTarget(path: path, name: name)
    let parent = Confinement.parent(of: target.path)
    _ = try target.checkReplaceable(by: earlier)
    try target.makeFolders(parent)
    if let root {
      guard let real = Confinement.realPath(parent), let realRoot = Confinement.realPath(root),
        Confinement.contains(realRoot, real)
      else { throw target.failure("a symbolic link leads out of the project") }
    }
    Litter.remove(from: parent)
    let temporary = target.temporaryPath
    Interruption.register(temporary)
    defer { Interruption.forget(temporary) }
    do throws(InputError) {
      try target.makeFolders(temporary)
      for file in files {
        let destination = Confinement.join(temporary, file.path)
        try target.makeFolders(Confinement.parent(of: destination))
        try target.create(destination, parts: file.partCount, file.part)
      }
      try target.moveFolder(temporary, replacing: earlier)
    } catch {
      FolderTree.remove(temporary)
      throw error
    }
  }

  /// Finds out whether `write` would replace what stands at `path`; changes nothing.
  ///
  /// - Throws: `.inaccessible` when something else than an earlier folder stands there.
  public static func check(
    _ path: String, named name: String,
    replacing earlier: @autoclosure () throws(InputError) -> FolderPattern
  ) throws(InputError) {
    _ = try WritingTarget(path: path, name: name).checkReplaceable(by: earlier)
  }

  /// Finds out whether `writeFile` could put a file at `path`, as far as that can be told before;
  /// changes nothing.
  ///
  /// - Throws: `.inaccessible` when something else than an ordinary file stands there, such as a
  ///   folder or a device, or when its folder cannot be written into.
  public static func checkFile(_ path: String, named name: String) throws(InputError) {
    try WritingTarget(path: path, name: name).checkFile()
  }

  /// Puts a file at `path`: written beside it under another name, then renamed.
  ///
  /// - Throws: `.inaccessible` when it cannot be written; an earlier file is then left as it was.
  public static func writeFile(
    _ path: String, named name: String, bytes: [UInt8]
  ) throws(InputError) {
    let target = WritingTarget(path: path, name: name)
    try target.checkFile()
    let folder = Confinement.parent(of: target.path)
    try target.makeFolders(folder)
    Litter.remove(from: folder)
    let temporary = target.temporaryPath
    Interruption.register(temporary)
    defer { Interruption.forget(temporary) }
    do throws(InputError) {
      let descriptor = try target.open(temporary)
      defer { close(descriptor) }
      if let fault = target.append(bytes[...], to: descriptor) { throw fault }
      try target.moveFile(descriptor)
    } catch {
      unlink(temporary)
      throw error
    }
  }
}
