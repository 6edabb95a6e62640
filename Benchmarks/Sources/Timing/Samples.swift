/// Seconds per call of nine batches of about 30 ms.
public func samples(_ call: () -> Void) -> [Double] {
  let clock = ContinuousClock()
  func batch(_ calls: Int) -> Double {
    let duration = clock.measure { for _ in 0..<calls { call() } }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
  let calls = max(1, Int(0.03 / (batch(3) / 3)))
  return (0..<9).map { _ in batch(calls) / Double(calls) }
}
