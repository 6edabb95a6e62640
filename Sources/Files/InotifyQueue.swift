import Glibc

/// The kernel's queue of what happens in folders, inotify(7).
struct InotifyQueue: ~Copyable {
  /// Something that happened.
  struct Event {
    /// The number of the watch that tells of it; -1 where events were lost because there were too many.
    var watch: Int32
    /// What it happened to in the folder; empty for the folder itself.
    var name: String
  }

  /// What can mean that a file in a folder is another one, or that the folder itself is.
  private static let kinds = UInt32(
    IN_CREATE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_DELETE_SELF
      | IN_MOVE_SELF | IN_ONLYDIR)

  /// Enough for some hundred events.
  private static let bufferSize = 1 << 14
  /// The most bytes of one event: with a name of 255 bytes and its end.
  private static let largestEvent = MemoryLayout<inotify_event>.size + 256

  private let descriptor: Int32

  /// A queue that nothing reaches yet; nil where the system has none left or knows none.
  init?() {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Watches a folder.
  ///
  /// - Returns: the number of its watch, the same for every path that leads there, or an error number.
  func watch(_ folder: String) -> Result<Int32, SystemError> {
    let watch = inotify_add_watch(descriptor, folder, Self.kinds)
    return watch < 0 ? .failure(SystemError(number: errno)) : .success(watch)
  }

  /// Watches a folder no longer.
  func forget(_ watch: Int32) { _ = inotify_rm_watch(descriptor, watch) }

  /// Waits until there are events, at most for a time.
  func await(atMost duration: Duration) {
    let (seconds, fraction) = duration.components
    let milliseconds = seconds * 1000 + (fraction + 999_999_999_999_999) / 1_000_000_000_000_000
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&request, 1, Int32(clamping: max(0, milliseconds)))
  }

  /// The events that there are; none where there are none yet.
  func events() -> [Event] {
    var events: [Event] = []
    var buffer = [UInt8](repeating: 0, count: Self.bufferSize)
    var count = 0
    repeat {
      count = read(descriptor, &buffer, buffer.count)
      var rest = buffer[..<max(0, count)]
      while let event = Self.takeEvent(from: &rest) { events.append(event) }
      // Where another one would have had room there is none, or it has come just now.
    } while count > Self.bufferSize - Self.largestEvent
    return events
  }

  private static func takeEvent(from bytes: inout ArraySlice<UInt8>) -> Event? {
    let header = MemoryLayout<inotify_event>.size
    guard bytes.count >= header else { return nil }
    let event = bytes.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
    // Zeros fill it up.
    let name = bytes.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
    bytes = bytes.dropFirst(header + Int(event.len))
    return Event(watch: event.wd, name: String(decoding: name, as: UTF8.self))
  }
}

/// Why a call of the system failed.
struct SystemError: Error {
  /// Its `errno`.
  let number: Int32
}
