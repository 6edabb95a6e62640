extension Shape {
  /// A list of at least `least` values of one shape.
  ///
  /// - Parameter elements: what the values are, in the plural, such as "problems".
  package static func list<Element>(
    of element: Shape<Element>, _ elements: String, atLeast least: Int = 1
  ) -> Shape where Value == [Element] {
    Shape(
      types: [.list],
      expectation: "a list of \(elements)" + (least > 0 ? ", at least \(least)" : ""),
      schema: { definitions in
        .object(
          [.init(key: "type", value: "array")]
            + (least > 0 ? [.init(key: "minItems", value: .whole(least))] : [])
            + [.init(key: "items", value: element.schema(definitions))])
      },
      read: { value, label, decoding in
        guard case .list(let items) = value.content, items.count >= least else {
          return list(of: element, elements, atLeast: least).reject(value, as: label, decoding)
        }
        var decoded: [Element] = []
        for (index, item) in items.enumerated() {
          let label = Label(key: label.key, element: index)
          if let element = element.decode(item, as: label, decoding) { decoded.append(element) }
        }
        return decoded.count == items.count ? decoded : nil
      })
  }

  /// The same list, in which no value may stand twice.
  package func unique<Element: Hashable & SendableMetatype>() -> Shape where Value == [Element] {
    var shape = refined { elements, value, label, decoding -> [Element]? in
      guard case .list(let items) = value.content else { return nil }
      var seen: Set<Element> = []
      for (index, element) in elements.enumerated() where !seen.insert(element).inserted {
        let label = Label(key: label.key, element: index)
        decoding.fault(at: items[index].headRange, "\(label) is repeated", "remove it")
      }
      return seen.count == elements.count ? elements : nil
    }
    let schema = schema
    shape.schema = { definitions in
      guard case .object(let members) = schema(definitions) else { return schema(definitions) }
      return .object(members + [.init(key: "uniqueItems", value: true)])
    }
    return shape
  }
}
