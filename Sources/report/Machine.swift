#if canImport(Glibc)
  import Glibc
#endif

/// The machine that this process runs on.
enum Machine {
  /// How many cores this process may use.
  static var coreCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
