#if canImport(Glibc)
  import Glibc
#endif

/// The machine that this process runs on.
enum Machine {
  /// How many cores this process may use.
  static var coreCount: Int {
    var set = cpu_set_t()
    guard sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else {
      return max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
    return withUnsafeBytes(of: &set) { max(1, $0.reduce(0) { $0 + $1.nonzeroBitCount }) }
  }
}
