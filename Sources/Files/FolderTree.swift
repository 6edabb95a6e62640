import Glibc

/// Lists and removes folders with all that is in them; symbolic links are never followed.
public enum FolderTree {
  /// The relative paths of everything in a folder that is not itself a folder, sorted; nil when it
  /// cannot be read.
  public static func files(in folder: String) -> [String]? {
    var found: [String] = []
    var pending = [""]
    while let prefix = pending.popLast() {
      guard let names = names(in: prefix.isEmpty ? folder : Confinement.join(folder, prefix)) else {
        return nil
      }
      for name in names {
        let relative = prefix.isEmpty ? name : prefix + "/" + name
        if kind(Confinement.join(folder, relative)) == .folder {
          pending.append(relative)
        } else {
          found.append(relative)
        }
      }
    }
    return found.sorted()
  }

  /// Removes a folder and all that is in it, as far as that is possible.
  package static func remove(_ folder: String) {
    for name in names(in: folder) ?? [] {
      let path = Confinement.join(folder, name)
      if kind(path) == .folder { remove(path) } else { unlink(path) }
    }
    rmdir(folder)
  }

  private static func kind(_ path: String) -> FileKind? {
    FileKind(at: path, followingLinks: false)
  }

  /// The names in a folder; nil when it cannot be read.
  package static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
