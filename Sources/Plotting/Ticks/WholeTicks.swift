/// Ticks for an axis of whole numbers from 0 or 1 to a round end, such as a budget of 20 epochs: the
/// end has a label, since that is what a text quotes.
struct WholeTicks {
  /// The first and the last number.
  let numbers: ClosedRange<Double>

  /// Steps, in units of a power of ten, that are read most easily, and others that do.
  private static let easySteps = [1, 2, 5]
  private static let otherSteps = [3, 4, 6, 15, 25]

  /// The most unit steps that are all labelled.
  private static let mostUnits = 10

  /// The first and the last number if they are whole and have digits that can be counted.
  private var ends: (first: Int, last: Int)? {
    guard numbers.lowerBound == 0 || numbers.lowerBound == 1, numbers.upperBound < 1e15,
      numbers.upperBound == numbers.upperBound.rounded(), numbers.upperBound > numbers.lowerBound
    else { return nil }
    return (Int(numbers.lowerBound), Int(numbers.upperBound))
  }

  /// The numbers that might be labelled, best first; each list begins with the first number and
  /// ends with the last.
  ///
  /// - Parameter wished: how many an axis of this length has room for.
  func candidates(wished: Int) -> [[DecimalNumber]] {
    guard let (first, last) = ends else { return [] }
    let most = wished + 1
    var lists: [[Int]] = []
    if last - first < Self.mostUnits { lists.append(Array(first...last)) }
    let easy = steps(Self.easySteps, dividing: last, from: first)
    let other = steps(Self.otherSteps, dividing: last, from: first)
    func isUsual(_ list: [Int]) -> Bool { (4...most).contains(list.count) }
    lists += easy.filter(isUsual) + other.filter(isUsual)
    lists += (easy + other).filter { $0.count == 3 }
    return lists.map { $0.map { DecimalNumber($0, exponent: 0) } }
  }

  /// All numbers of a short axis whose ends alone have room for labels; empty for a long one.
  var units: [DecimalNumber] {
    guard let (first, last) = ends, last - first < Self.mostUnits else { return [] }
    return (first...last).map { DecimalNumber($0, exponent: 0) }
  }

  /// The multiples of each step that divides `last`, densest first; 1 takes the place of 0 where
  /// numbers begin with it.
  private func steps(_ units: [Int], dividing last: Int, from first: Int) -> [[Int]] {
    var lists: [[Int]] = []
    var power = 1
    while power <= last {
      for unit in units {
        // 15 and 25 stand for 1.5 and 2.5 times the next power, and for themselves.
        let step = unit * power
        let count = last / step
        guard last.isMultiple(of: step), count >= 2, count <= 12 else { continue }
        let multiples = (1...count).map { $0 * step }
        // Closer than this, 1 and the first multiple would look like an uneven step.
        guard first == 0 || step >= 4 else { continue }
        lists.append([first] + multiples)
      }
      power *= 10
    }
    return lists.sorted { $0.count > $1.count }
  }
}
