import Glibc

/// Waits until something happens to files, also to those that are not there yet.
///
/// What is watched are the folders that lead to a file: so it does not matter whether an editor writes into the
/// file or puts another one in its place, nor which of the folders come, go or are replaced. That something
/// happened says that it is time to look, and not what a look finds.
public struct FileWatch: ~Copyable {
  /// nil where inotify is not to be had.
  private let queue: InotifyQueue?
  /// The names that matter in each folder, by the number of its watch.
  private var names: [Int32: Set<String>] = [:]
  /// Whether some folder cannot be watched.
  private var isBlind = false

  /// Watches nothing yet.
  public init() { self.init(InotifyQueue()) }

  init(_ queue: consuming InotifyQueue?) { self.queue = queue }

  /// How long to wait at most before looking at the files in any case: shorter where nothing is told of some of
  /// them, and never for ever, since nobody tells what another machine writes.
  public var patience: Duration {
    queue == nil || isBlind ? .milliseconds(200) : .seconds(2)
  }

  /// Watches the files at `paths` and no others. What happens to them from now on makes `wait` return.
  public mutating func follow(_ paths: some Sequence<String>) {
    guard queue != nil else { return }
    let before = names.keys
    names = [:]
    isBlind = false
    let here = Self.target(of: ".") ?? ""
    for path in paths {
      follow(path)
      // Where links lead elsewhere, there too.
      if let target = Self.target(of: path), target != path, target != "\(here)/\(path)" {
        follow(target)
      }
    }
    for watch in before where names[watch] == nil { queue?.forget(watch) }
  }

  /// From the outermost folder on: each that is not there yet is told of by the one around it, which is watched
  /// by then.
  private mutating func follow(_ path: String) {
    var folder = path.utf8.first == UInt8(ascii: "/") ? "/" : "./"
    for name in path.utf8.split(separator: UInt8(ascii: "/")) {
      let name = String(decoding: name, as: UTF8.self)
      switch queue?.watch(folder) {
      case .success(let watch): names[watch, default: []].insert(name)
      case .failure(let error):
        isBlind = isBlind || [EACCES, ENOMEM, ENOSPC].contains(error.number)
        return
      case nil: return
      }
      folder += name + "/"
    }
  }

  private static func target(of path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// Waits until something happens, at most for a time.
  ///
  /// - Returns: whether something happened that could have changed a file.
  @discardableResult
  public func wait(atMost duration: Duration) -> Bool {
    let end = ContinuousClock.now + duration
    while true {
      let rest = end - ContinuousClock.now
      guard queue != nil else {
        Self.sleep(rest)
        return false
      }
      queue?.await(atMost: rest)
      for event in queue?.events() ?? [] where matters(event) { return true }
      guard ContinuousClock.now < end else { return false }
      // Others may write into the same folder without a pause.
      Self.sleep(min(.milliseconds(10), end - ContinuousClock.now))
    }
  }

  private static func sleep(_ duration: Duration) {
    usleep(UInt32(clamping: Int(max(0, duration / .microseconds(1)))))
  }

  private func matters(_ event: InotifyQueue.Event) -> Bool {
    // Folders that are no longer watched may still have something to tell.
    guard let names = names[event.watch] else { return event.watch < 0 }
    return event.name.isEmpty || names.contains(event.name)
  }
}
