/// The memory of this process.
public enum ProcessMemory {
  /// The most bytes that were in memory at once so far; nil where the system does not tell.
  public static var peakBytes: Int? {
    guard let bytes = try? FileContents.read("/proc/self/status", named: "/proc/self/status"),
      let match = String(decoding: bytes, as: UTF8.self).firstMatch(of: /VmHWM:\s+([0-9]+) kB/)
    else { return nil }
    return Int(match.1).map { 1024 * $0 }
  }
}
