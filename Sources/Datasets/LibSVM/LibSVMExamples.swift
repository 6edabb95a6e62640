import Diagnostics
import Kernels

/// The examples of a file in LIBSVM's format as they are read.
struct LibSVMExamples {
  private let source: LibSVMSource
  private let valueLimit: Int?
  private let largestIndex: Int
  private var rowStarts: [Int] = [0]
  private var columns: [Int32] = []
  private var values = ChunkedValues()
  private var labels: [Double] = []
  private var featureCount = 0

  /// Whether more examples would exceed the limit.
  private(set) var isFull = false

  /// No examples yet.
  init(_ source: LibSVMSource, valueLimit: Int?) {
    self.source = source
    self.valueLimit = valueLimit
    largestIndex = min(source.features ?? .max, valueLimit ?? .max, Int(Int32.max))
  }

  /// Whether one more number may come, which stands at `word`.
  private mutating func hasRoom(_ word: Range<Int>, _ faults: inout TextFaults) -> Bool {
    guard let valueLimit, labels.count + values.count >= valueLimit else { return true }
    isFull = true
    faults.add(
      at: word, "the file holds more than \(valueLimit) values",
      help: "use fewer examples, or lift the limits")
    return false
  }

  /// Reads one line of the file.
  mutating func append(_ bytes: [UInt8], _ line: Range<Int>, _ faults: inout TextFaults) {
    var rest = line
    guard let label = Self.nextWord(bytes, &rest), hasRoom(label, &faults) else { return }
    switch DecimalNumber(bytes.span, label) {
    case .finite(let value): labels.append(value == 0 ? 0 : value)
    case .notFinite:
      faults.add(
        at: label, "the label \(spelled(bytes, label)) is not a finite number",
        help: "expected a number between -1.8e308 and 1.8e308")
    case .text:
      faults.add(
        at: label, "the label \(spelled(bytes, label)) is no number",
        help: "expected a label such as 1, then index:value between spaces")
    }
    var last = source.zeroBased ? -1 : 0
    while !faults.isFull, let word = Self.nextWord(bytes, &rest) {
      guard hasRoom(word, &faults) else { return }
      guard let colon = bytes[word].firstIndex(of: UInt8(ascii: ":")) else {
        faults.add(
          at: word, "\(spelled(bytes, word)) is no index with its value",
          help: "expected index:value, such as 3:0.5")
        continue
      }
      if bytes[word.lowerBound..<colon].elementsEqual("qid".utf8) {
        faults.add(
          at: word, "'qid' marks ranking data, which is not read",
          help: "this reader takes labels for regression or classification, without queries")
        return
      }
      guard let index = index(bytes, word.lowerBound..<colon, after: last, &faults) else {
        continue
      }
      last = index
      guard let value = value(bytes, colon + 1..<word.upperBound, index, &faults), value != 0 else {
        continue
      }
      columns.append(Int32(index - (source.zeroBased ? 0 : 1)))
      values.append(value)
    }
    featureCount = max(featureCount, last + (source.zeroBased ? 1 : 0))
    rowStarts.append(values.count)
  }

  /// The finished examples.
  mutating func dataset(_ faults: inout TextFaults) throws(InputError) -> Dataset {
    if labels.isEmpty {
      faults.add(
        at: nil, "the file holds no examples",
        help: "expected lines such as: 1 3:0.5 7:1")
    } else if source.features ?? featureCount == 0 {
      faults.add(
        at: nil, "no example has a value", help: "say how many 'features' there are")
    }
    let target: Target
    switch source.task {
    case .regression: target = .numbers(labels)
    case .classification:
      let classes = Set(labels).sorted()
      if classes.count == 1 {
        faults.add(
          at: nil, "all labels are \(NumberText.exact(classes[0]))",
          help: "a classification needs at least two classes")
      }
      let places = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
      target = .classes(labels.compactMap { places[$0] }, names: classes.map(shortestDecimal))
    }
    try faults.check()
    return Dataset(
      name: source.file.name, exampleCount: labels.count,
      featureCount: source.features ?? featureCount,
      features: .sparse(
        SparseRows(rowStarts: rowStarts, columns: columns, values: values.takeAll())),
      target: target, provenance: Provenance(source: source.file.displayName, sha256: ""))
  }

  /// The next word of a line, before a comment; nil at the end.
  private static func nextWord(_ bytes: [UInt8], _ rest: inout Range<Int>) -> Range<Int>? {
    let span = bytes.span
    var start = rest.lowerBound
    while start < rest.upperBound, isSpace(span[start]) { start += 1 }
    var end = start
    while end < rest.upperBound, !isSpace(span[end]), span[end] != UInt8(ascii: "#") { end += 1 }
    rest = end..<rest.upperBound
    return start == end ? nil : start..<end
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  /// The index of a feature; nil, and a fault, if it is none that can follow `last`.
  private func index(
    _ bytes: [UInt8], _ range: Range<Int>, after last: Int, _ faults: inout TextFaults
  ) -> Int? {
    var index = 0
    for byte in bytes[range] {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else {
        faults.add(
          at: range, "the index \(spelled(bytes, range)) is no whole number",
          help: "expected index:value with an index from \(source.zeroBased ? 0 : 1)")
        return nil
      }
      index = min(1 << 40, index * 10 + Int(digit))
    }
    let largest = source.zeroBased ? largestIndex - 1 : largestIndex
    if range.isEmpty {
      faults.add(
        at: range, "no index before the colon", help: "expected index:value, such as 3:0.5")
    } else if index == 0, !source.zeroBased {
      faults.add(
        at: range, "the index 0",
        help: "indices start at 1; \"zero_based\": true reads those that start at 0",
        kind: "the index 0")
    } else if index > largest {
      faults.add(
        at: range, "the index \(spelled(bytes, range)) is too large",
        help: index > (source.features ?? .max) - (source.zeroBased ? 1 : 0)
          ? "there \(largestIndex == 1 ? "is" : "are") \(counted(largestIndex, "feature"))"
          : "the largest index is \(largest)")
    } else if index == last {
      faults.add(at: range, "the index \(index) comes twice", help: "give each index once a line")
    } else if index < last {
      faults.add(
        at: range, "the index \(index) comes after \(last)", help: "sort the indices of each line")
    } else {
      return index
    }
    return nil
  }

  private func value(
    _ bytes: [UInt8], _ range: Range<Int>, _ index: Int, _ faults: inout TextFaults
  ) -> Double? {
    switch DecimalNumber(bytes.span, range) {
    case .finite(let value): return value
    case .notFinite:
      faults.add(
        at: range, "the value \(spelled(bytes, range)) is not a finite number",
        help: "expected a number between -1.8e308 and 1.8e308")
    case .text:
      faults.add(
        at: range, "\(spelled(bytes, range)) is no number",
        help: "expected a number such as -1.5e3 after \(index):")
    }
    return nil
  }

  private func spelled(_ bytes: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: bytes[range].prefix(60), as: UTF8.self).quoted
  }
}
