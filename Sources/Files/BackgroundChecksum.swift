import Glibc

/// The SHA-256 of bytes that come in pieces, computed on a thread of its own.
///
/// A checksum costs about as much as reading numbers from text; beside it, on another core, it
/// costs nothing. At most eight pieces wait at a time.
final class BackgroundChecksum {
  private static let waitingLimit = 8

  /// What both threads see.
  ///
  /// Unchecked: every access to the queue is under `mutex`, and the checksum is the thread's own
  /// until it has been joined.
  private final class Shared: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var waiting: [[UInt8]] = []
    private var isClosed = false
    private var checksum = SHA256()

    init() {
      mutex = .allocate(capacity: 1)
      changed = .allocate(capacity: 1)
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(changed, nil)
    }

    deinit {
      pthread_mutex_destroy(mutex)
      pthread_cond_destroy(changed)
      mutex.deallocate()
      changed.deallocate()
    }

    func add(_ piece: [UInt8]) {
      pthread_mutex_lock(mutex)
      while waiting.count >= BackgroundChecksum.waitingLimit { pthread_cond_wait(changed, mutex) }
      waiting.append(piece)
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }

    func close() {
      pthread_mutex_lock(mutex)
      isClosed = true
      pthread_cond_broadcast(changed)
      pthread_mutex_unlock(mutex)
    }

    /// Digests pieces until the queue is closed and empty.
    func work() {
      while let pieces = next() {
        for piece in pieces { checksum.update(piece) }
      }
    }

    var digest: String { checksum.digest }

    private func next() -> [[UInt8]]? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while waiting.isEmpty, !isClosed { pthread_cond_wait(changed, mutex) }
      if waiting.isEmpty { return nil }
      let pieces = waiting
      waiting = []
      pthread_cond_broadcast(changed)
      return pieces
    }
  }

  private let shared = Shared()
  private var thread: pthread_t?

  /// A checksum of nothing yet; nil where no thread can be started.
  init?() {
    var started = pthread_t()
    let argument = Unmanaged.passRetained(shared)
    let code = pthread_create(
      &started, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Shared>.fromOpaque(argument).takeRetainedValue().work()
        return nil
      }, argument.toOpaque())
    guard code == 0 else {
      argument.release()
      return nil
    }
    thread = started
  }

  deinit { join() }

  /// Appends bytes, of which a copy is made.
  func update(_ bytes: ArraySlice<UInt8>) {
    shared.add(Array(bytes))
  }

  /// The digest in lower-case hexadecimal, after which nothing more can be appended.
  var digest: String {
    join()
    return shared.digest
  }

  private func join() {
    guard let thread else { return }
    shared.close()
    pthread_join(thread, nil)
    self.thread = nil
  }
}
