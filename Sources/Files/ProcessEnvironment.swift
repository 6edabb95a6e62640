import Glibc

/// The variables that this process was started with.
public enum ProcessEnvironment {
  /// Each as `NAME=value`.
  public static var own: [String] {
    var entries: [String] = []
    var place = environ
    while let entry = place.pointee {
      entries.append(String(cString: entry))
      place += 1
    }
    return entries
  }
}
