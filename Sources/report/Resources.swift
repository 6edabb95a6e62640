import Files

#if canImport(Glibc)
  import Glibc
#endif

/// What the operating system has to give before anything can be done: open files, memory, threads.
///
/// Libraries end the process or wait for ever where they do not get them, so they are asked for
/// once, together, and given back. What is used up later by others, or what a large experiment needs
/// beyond this, cannot be told here.
enum Resources {
  private static let files = 16
  /// What is filled, and what the C library sets aside for threads without filling it.
  private static let memory = 96 << 20
  private static let addresses = 192 << 20
  /// What draws text and watches for signals, beside one thread for each processor.
  private static let otherThreads = 4

  /// What is missing and how to get it; nil where all is there.
  static func shortage() -> String? {
    let opened = (0..<files).map { _ in open("/dev/null", O_RDONLY | O_CLOEXEC) }
    defer { for descriptor in opened where descriptor >= 0 { close(descriptor) } }
    guard !opened.contains(-1) else {
      return "fewer than \(files) more files can be opened; raise 'ulimit -n'"
    }
    let blocks = [(memory, PROT_READ | PROT_WRITE), (addresses, PROT_NONE)].map { size, use in
      (mmap(nil, size, use, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), size)
    }
    defer { for (block, size) in blocks where block != MAP_FAILED { munmap(block, size) } }
    guard !blocks.contains(where: { $0.0 == MAP_FAILED }) else {
      return "fewer than \((memory + addresses) >> 20) MiB of memory can be had; "
        + "raise 'ulimit -v' and 'ulimit -d'"
    }
    let count = UsableProcessors().count + otherThreads
    guard canStart(threads: count) else {
      return
        "fewer than \(count) threads can be started; raise 'ulimit -u', 'ulimit -v' or the limit of "
        + "the container"
    }
    return nil
  }

  /// Whether so many threads can be there at once.
  private static func canStart(threads count: Int) -> Bool {
    var mutex = pthread_mutex_t()
    pthread_mutex_init(&mutex, nil)
    defer { pthread_mutex_destroy(&mutex) }
    return withUnsafeMutablePointer(to: &mutex) { gate in
      pthread_mutex_lock(gate)
      var threads: [pthread_t] = []
      for _ in 0..<count {
        var thread = pthread_t()
        let code = pthread_create(
          &thread, nil,
          { gate in
            // Stays until the gate opens.
            let gate = gate?.assumingMemoryBound(to: pthread_mutex_t.self)
            if let gate, pthread_mutex_lock(gate) == 0 { pthread_mutex_unlock(gate) }
            return nil
          }, gate)
        if code == 0 { threads.append(thread) }
      }
      pthread_mutex_unlock(gate)
      for thread in threads { pthread_join(thread, nil) }
      return threads.count == count
    }
  }
}
