extension Shape<[Double]> {
  /// Two numbers.
  ///
  /// - Parameter elements: what the two are, in the plural.
  package static func pair(of element: Shape<Double>, _ elements: String) -> Shape<[Double]> {
    let list = Shape<[Double]>.list(of: element, elements, atLeast: 2)
    let expectation = "a list of two \(elements)"
    return Shape(
      types: list.types, expectation: expectation,
      schema: { definitions in
        guard case .object(let members) = list.schema(definitions) else { return [:] }
        return .object(members + [.init(key: "maxItems", value: .whole(2))])
      },
      read: { value, label, decoding in
        guard let values = list.read(value, label, decoding) else { return nil }
        if values.count == 2 { return values }
        decoding.fault(at: value.range, "\(label) is no such pair", "expected \(expectation)")
        return nil
      })
  }

  /// Two numbers, the lower one first.
  ///
  /// - Parameter elements: what the two are, in the plural.
  package static func risingPair(
    of element: Shape<Double>, _ elements: String = "numbers"
  ) -> Shape<[Double]> {
    let pair = pair(of: element, "\(elements), the lower one first")
    return pair.refined { values, value, label, decoding -> [Double]? in
      if values[0] < values[1] { return values }
      decoding.fault(at: value.range, "\(label) is no such pair", "expected \(pair.expectation)")
      return nil
    }
  }
}
