import Glibc
import Testing

@testable import Files

@Suite struct ChildProcessTests {
  @Test("a command is reached by the signals that the thread which starts it blocks")
  func mask() throws {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    for signal in [SIGINT, SIGTERM, SIGUSR2] { sigaddset(&blocked, signal) }
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    let started = ChildProcess("cat", ["/proc/self/status"])
    pthread_sigmask(SIG_SETMASK, &before, nil)
    let command = try #require(started)
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = command.readOutput(into: &buffer), count > 0 {
      text += buffer[..<count]
    }
    #expect(command.finish().status == 0)
    #expect(String(decoding: text, as: UTF8.self).contains("SigBlk:\t0000000000000000"))
  }
}
