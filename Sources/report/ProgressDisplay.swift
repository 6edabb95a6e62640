import Diagnostics
import Synchronization

/// Runs done, rate and time left: a bar on a terminal, a line every few seconds elsewhere.
final class ProgressDisplay: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant
    var isShown = false
  }

  private let title: String
  private let total: Int
  private let isQuiet: Bool
  private let terminal: Terminal
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(title: String, total: Int, isQuiet: Bool, terminal: Terminal) {
    self.title = title
    self.total = total
    self.isQuiet = isQuiet
    self.terminal = terminal
    state = Mutex(State(lastShown: start))
  }

  /// Shows that `done` runs are done, unless something was shown a moment ago.
  ///
  /// - Parameter note: what else is to be said; in the place of the rate.
  func update(done: Int, note: String? = nil) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    state.withLock { state in
      let pause: Duration = terminal.isInteractive ? .milliseconds(100) : .seconds(5)
      guard now - state.lastShown >= pause || done == total else { return }
      state.lastShown = now
      let text =
        note.map { "\(done) of \(counted(total, "run")), \($0)" }
        ?? describe(done: done, after: now - start)
      if terminal.isInteractive {
        state.isShown = true
        terminal.write("\r\u{1B}[2K" + bar(done: done) + " " + text)
      } else {
        terminal.say("\(title): \(text)")
      }
    }
  }

  /// Clears the bar.
  func end() {
    state.withLock { state in
      if state.isShown { terminal.write("\r\u{1B}[2K") }
      state.isShown = false
    }
  }

  private func bar(done: Int) -> String {
    let width = 24
    let filled = total == 0 ? width : done * width / total
    return title + " " + String(repeating: "█", count: filled)
      + String(repeating: "░", count: width - filled)
  }

  private func describe(done: Int, after elapsed: Duration) -> String {
    let (whole, fraction) = elapsed.components
    let seconds = Double(whole) + Double(fraction) * 1e-18
    var text = "\(done) of \(counted(total, "run"))"
    guard done > 0, seconds > 0 else { return text }
    let rate = Double(done) / seconds
    text += ", \(rounded(rate)) a second"
    if done < total { text += ", \(rounded(Double(total - done) / rate)) s left" }
    return text
  }

  private func rounded(_ value: Double) -> String {
    value >= 10 ? "\(Int(value.rounded()))" : "\((value * 10).rounded() / 10)"
  }
}
