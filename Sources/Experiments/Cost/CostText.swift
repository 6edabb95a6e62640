/// Estimates in words.
enum CostText {
  /// Bytes in the unit that people would choose: "57 MiB", "8.3 GiB".
  static func bytes(_ bytes: Double) -> String {
    let isLarge = bytes >= 1_073_741_824
    let number = bytes / (isLarge ? 1_073_741_824 : 1_048_576)
    let tenths = (number * 10).rounded() / 10
    let text = !isLarge || tenths == tenths.rounded() ? String(Int(number.rounded())) : "\(tenths)"
    return "\(text) \(isLarge ? "GiB" : "MiB")"
  }

  /// Operations to one digit, such as "3 × 10^9".
  static func operations(_ number: Double) -> String {
    guard number.isFinite else { return "endless" }
    var (mantissa, exponent) = (number, 0)
    while mantissa >= 9.5 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    let digit = Int(mantissa.rounded())
    return digit == 1 ? "10^\(exponent)" : "\(digit) × 10^\(exponent)"
  }
}

extension PlanCost {
  /// The estimates in words.
  public var text: String {
    "about \(CostText.bytes(bytes(jobs: 1))) of memory with one run at a time, "
      + "\(CostText.operations(operations)) operations"
  }
}
