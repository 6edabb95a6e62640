import Kernels

/// Numbers the distinct texts of a column in the order they come.
struct CategoryCodes {
  /// The texts by code.
  private(set) var names: [String] = []
  /// Codes by bytes: strings would take texts for equal that are only canonically equivalent.
  private var codes: [[UInt8]: Int] = [:]

  /// The code of a field's text; 0, and a fault, if it is not UTF-8.
  mutating func code(of field: CSVField, in bytes: [UInt8], _ faults: inout TextFaults) -> Int {
    if !field.hasDoubledQuotes, let known = codes[Array(bytes[field.range])] { return known }
    guard let text = field.text(in: bytes) else {
      faults.add(at: field.range, "this text is not UTF-8", help: "save the file as UTF-8")
      return 0
    }
    let key = Array(text.utf8)
    if let known = codes[key] { return known }
    codes[key] = names.count
    names.append(text)
    return names.count - 1
  }

  /// The codes in use, sorted by the code points of their texts, which is the order of UTF-8 bytes.
  func sorted(used: Set<Int>) -> [Int] {
    used.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
  }

  /// The classes that the codes in use stand for, sorted, and the class of each code.
  ///
  /// Where all texts are numbers, classes are numbers: sorted by value, `1` and `1.0` the same.
  func classes(used: Set<Int>) -> (names: [String], order: [Int: Int]) {
    var numbers: [Int: Double] = [:]
    for code in used {
      let bytes = Array(names[code].utf8)
      if case .finite(let value) = DecimalNumber(bytes.span, bytes.indices) {
        // −0 and 0 are one class.
        numbers[code] = value == 0 ? 0 : value
      }
    }
    var order: [Int: Int] = [:]
    guard numbers.count == used.count else {
      let sorted = sorted(used: used)
      for (index, code) in sorted.enumerated() { order[code] = index }
      return (sorted.map { names[$0] }, order)
    }
    let values = Set(numbers.values).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(values, values.indices))
    for (code, value) in numbers { order[code] = indices[value] }
    return (values.map(shortestDecimal), order)
  }
}
