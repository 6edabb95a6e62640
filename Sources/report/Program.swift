#if canImport(Glibc)
  import Glibc
#endif

/// Where the program starts.
///
/// Not at the command itself: an asynchronous start needs a thread before its first line, and waits
/// for ever where none can be had.
@main
enum Program {
  static func main() {
    // What is closed would be the number of the next file that is opened, and be written into.
    for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
    if let shortage = Resources.shortage() {
      Terminal().say("report: error: \(shortage)")
      exit(74)
    }
    Task.detached {
      await ReportCommand.main()
      exit(0)
    }
    // Signals come here, also where whoever started the program had blocked them.
    var none = sigset_t()
    sigemptyset(&none)
    while true { sigsuspend(&none) }
  }
}
