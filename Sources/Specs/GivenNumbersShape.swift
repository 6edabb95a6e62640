import Diagnostics
import SpecLanguage

extension HeatMapNumbers {
  package static let shape = Shape<HeatMapNumbers>.object("values") { keys in
    let x = keys.required("x", GridPlace.list, "settings of the columns, from left to right")
    let y = keys.required("y", GridPlace.list, "settings of the rows, from bottom to top")
    let values = keys.required(
      "values", .list(of: .list(of: .outcome, "numbers"), "rows of numbers"),
      "a row for each of 'y' with a number for each of 'x'")
    let label = keys.optional("label", .text(.line), "what the numbers are")
    let isLogarithmic = keys.optional(
      "scale", .choice([("linear", false), ("log", true)]), "scale of the colours")
    let limits = keys.optional(
      "limits", Shape<[Double]>.pair(of: .number(), "numbers, the lower one first"),
      "numbers of the first and the last colour")
    guard let x, let y, let values, keys.counts(values, "values", as: y, "y"),
      keys.rowCounts(values, "values", as: x, "x")
    else { return nil }
    if isLogarithmic == true {
      guard keys.areAboveZero(values.flatMap { $0 }.compactMap { $0 }, "values"),
        keys.areAboveZero(limits ?? [], "limits")
      else { return nil }
    }
    return HeatMapNumbers(
      x: x, y: y, values: values, label: label, isLogarithmic: isLogarithmic, limits: limits)
  }
}

/// A setting that names a column or a row of a heat map.
private enum GridPlace {
  /// Texts and numbers, without repeats.
  static let list = Shape<[String]>.list(
    of: .either(.text(.line), Shape<Double>.number().map { shortText(of: $0) }),
    "texts or numbers"
  ).unique()
}

extension ParallelNumbers {
  package static let shape = Shape<ParallelNumbers>.object("values") { keys in
    let axes = keys.required(
      "axes", .list(of: Axis.shape, "names or axes"), "settings, from left to right")
    let rows = keys.required(
      "rows", .list(of: .list(of: .number(), "numbers"), "rows of numbers"),
      "a row for each trial with a number for each axis")
    let objective = keys.required(
      "objective", .list(of: .number(), "numbers"), "what came of each trial")
    let better = keys.betterEnd()
    guard let axes, let rows, let objective, let better,
      keys.counts(objective, "objective", as: rows, "rows"),
      keys.rowCounts(rows, "rows", as: axes, "axes")
    else { return nil }
    for (index, axis) in axes.enumerated() where axis.isLogarithmic {
      guard keys.areAboveZero(rows.map { $0[index] }, "rows") else { return nil }
    }
    return ParallelNumbers(axes: axes, rows: rows, objective: objective, better: better)
  }
}

extension ParallelNumbers.Axis {
  /// A name, or an object with a name and a scale.
  fileprivate static let shape = Shape<ParallelNumbers.Axis>.either(
    Shape<String>.text(.line).map { ParallelNumbers.Axis(name: $0, isLogarithmic: false) },
    .object("axis") { keys in
      let name = keys.required("name", .text(.line), "what is set")
      let isLogarithmic = keys.optional(
        "scale", .choice([("linear", false), ("log", true)]), default: "linear",
        "scale of the axis")
      guard let name, let isLogarithmic else { return nil }
      return ParallelNumbers.Axis(name: name, isLogarithmic: isLogarithmic)
    })
}

extension ImportanceNumbers {
  package static let shape = Shape<ImportanceNumbers>.object("values") { keys in
    let names = keys.required(
      "names", Shape<[String]>.list(of: .text(.line), "names").unique(), "what the bars are of")
    let values = keys.required("values", .list(of: .number(), "numbers"), "length of each bar")
    let low = keys.optional(
      "low", .list(of: .number(), "numbers"), "lower ends of the intervals; then 'high' too")
    let high = keys.optional(
      "high", .list(of: .number(), "numbers"), "upper ends of the intervals; then 'low' too")
    guard let names, let values, keys.counts(values, "values", as: names, "names")
    else { return nil }
    for (end, other) in [("low", "high"), ("high", "low")] where keys.has(end) && !keys.has(other) {
      keys.fault(at: end, "'\(end)' has no '\(other)' beside it", "give both ends, or neither")
      return nil
    }
    guard keys.has("low") else {
      return ImportanceNumbers(names: names, values: values, intervals: nil)
    }
    guard let low, let high, keys.counts(low, "low", as: names, "names"),
      keys.counts(high, "high", as: names, "names")
    else { return nil }
    var intervals: [ClosedRange<Double>] = []
    for index in names.indices {
      guard low[index] <= high[index] else {
        keys.fault(
          at: "low", element: index,
          "the interval of \(names[index].quoted) has its lower end above its upper end",
          "exchange the two")
        return nil
      }
      intervals.append(low[index]...high[index])
    }
    return ImportanceNumbers(names: names, values: values, intervals: intervals)
  }
}

extension ParityNumbers {
  package static let shape = Shape<ParityNumbers>.object("values") { keys in
    let observed = keys.required("observed", .list(of: .number(), "numbers"), "what was measured")
    let predicted = keys.required(
      "predicted", .list(of: .number(), "numbers"), "what was predicted of each")
    guard let observed, let predicted,
      keys.counts(predicted, "predicted", as: observed, "observed")
    else { return nil }
    return ParityNumbers(observed: observed, predicted: predicted)
  }
}

extension SearchNumbers {
  package static let shape = Shape<SearchNumbers>.object("values") { keys in
    let values = keys.required(
      "values", .list(of: .outcome, "numbers or \"failed\""), "objective of each trial, in order")
    let better = keys.betterEnd()
    guard let values, let better else { return nil }
    return SearchNumbers(values: values, better: better)
  }
}

extension Shape<Double?> {
  /// A number, or "failed" where there is none.
  fileprivate static var outcome: Shape {
    .either(Shape<Double>.number().map { Optional($0) }, .choice([("failed", nil)]))
  }
}

extension Keys {
  fileprivate func betterEnd() -> BetterEnd? {
    optional("better", .choice(), default: "lower", "which objective is the better one")
  }

  fileprivate func has(_ key: String) -> Bool { subject?.members[key] != nil }

  /// Whether a list is as long as another one; notes a fault at the key of the first if not.
  fileprivate func counts<Element, Other>(
    _ list: [Element], _ key: String, as other: [Other], _ otherKey: String
  ) -> Bool {
    if list.count == other.count { return true }
    fault(
      at: key, "'\(key)' has length \(list.count), but there are \(other.count) in '\(otherKey)'",
      "one is needed for each")
    return false
  }

  /// Whether each row is as long as another list; notes a fault at the first one that is not.
  fileprivate func rowCounts<Element, Other>(
    _ rows: [[Element]], _ key: String, as other: [Other], _ otherKey: String
  ) -> Bool {
    guard let index = rows.firstIndex(where: { $0.count != other.count }) else { return true }
    fault(
      at: key, element: index,
      "row \(index + 1) of '\(key)' has length \(rows[index].count), but there are "
        + "\(other.count) in '\(otherKey)'", "one is needed for each")
    return false
  }

  /// Whether numbers have a place on a logarithmic scale; notes a fault if not.
  fileprivate func areAboveZero(_ numbers: [Double], _ key: String) -> Bool {
    guard let least = numbers.min(), least <= 0 else { return true }
    fault(
      at: key, "a logarithmic scale cannot show \(shortText(of: least))",
      "give numbers above 0, or a linear scale")
    return false
  }

  /// Notes a fault at an element of the list under a key.
  fileprivate func fault(at key: String, element: Int, _ message: String, _ help: String) {
    guard let member = subject?.members[key], case .list(let items) = member.value.content,
      items.indices.contains(element)
    else { return }
    subject?.decoding.fault(at: items[element].headRange, message, help)
  }
}
