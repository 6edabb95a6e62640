/// Lists what lies in a folder.
public enum FolderContents {
  /// The names of the folders in `folder`, links not among them, in no particular order; none when
  /// it cannot be read.
  public static func folders(in folder: String) -> [String] {
    (FolderTree.names(in: folder) ?? []).filter { name in
      FileKind(at: Confinement.join(folder, name), followingLinks: false) == .folder
    }
  }
}
