import SpecLanguage

/// What a spec draws by hand in a figure: annotations, and a part that is shown again.
package struct AuthoredNotes: Hashable, Sendable {
  /// One annotation.
  package struct Note: Hashable, Sendable {
    /// What is drawn.
    package var content: Annotation.Content
    /// The panel that it stands in, from 1; nil for every one.
    package var panel: Int?
    /// Where the spec asks for it, in bytes.
    package var range: Range<Int>
  }

  /// An inset.
  package struct Part: Hashable, Sendable {
    /// What is shown again.
    package var inset: Inset
    /// The panel that it stands in, from 1; nil for every one.
    package var panel: Int?
  }

  /// The annotations, in the order of the spec.
  package var notes: [Note] = []
  /// What is shown again.
  package var part: Part?

  /// Nothing by hand.
  package init() {}

  /// Asks for annotations and inset.
  package static func asked(of keys: Keys) -> AuthoredNotes {
    var notes = AuthoredNotes()
    notes.notes =
      keys.optional(
        "annotations", .list(of: Shape<Note>.note.defined(as: "annotation"), "annotations"),
        "lines, shaded spans and texts at places of the axes") ?? []
    notes.part = keys.optional("inset", .part, "a part of the panel that it shows again, enlarged")
    return notes
  }
}

extension AuthoredNotes {
  /// Draws them in `figure`.
  ///
  /// - Returns: what stands in panels that there are not.
  package func draw(in figure: inout Figure) -> [FigureFault] {
    var faults: [FigureFault] = []
    func panels(_ number: Int?, _ subject: FigureFault.Subject) -> [Int] {
      guard let number else { return Array(figure.panels.indices) }
      if figure.panels.indices.contains(number - 1) { return [number - 1] }
      let count = figure.panels.count
      faults.append(
        FigureFault(
          subject: subject, message: "the figure has no panel \(number)",
          help: count == 1 ? "it has one panel: leave 'panel' out" : "it has \(count) panels"))
      return []
    }
    for (number, note) in notes.enumerated() {
      for panel in panels(note.panel, .annotation(number)) {
        figure.panels[panel].annotations.append(
          Annotation(note.content, for: .annotation(number)))
      }
    }
    if let part {
      for panel in panels(part.panel, .key("inset")) { figure.panels[panel].inset = part.inset }
    }
    return faults
  }
}

extension AuthoredNotes {
  /// What stands off an axis whose ends are known before there are any data.
  package func faults(x: AxisSpec, y: AxisSpec) -> [FigureFault] {
    let (x, y) = (x.knownScale, y.knownScale)
    let each = notes.enumerated().compactMap { number, note in
      FigureFault.offAxis(Annotation(note.content, for: .annotation(number)), x: x, y: y)
    }
    return each + [part.flatMap { FigureFault.offAxis($0.inset, x: x, y: y) }].compactMap { $0 }
  }
}

extension AxisSpec {
  /// The scale of an axis that has both ends; nil where the data say one of them.
  fileprivate var knownScale: Scale? {
    guard let lower, let upper else { return nil }
    // Whether equal steps or equal ratios lie between them, the same numbers do.
    return Scale(kind: .linear, lower: lower, upper: upper)
  }
}

extension Shape<AuthoredNotes.Note> {
  /// A line, a span or a text.
  fileprivate static var note: Shape {
    .object("annotation") { keys in
      let panel = keys.optional("panel", .panelNumber, "panel, from 1 on; by default every one")
      let content = keys.branch(
        onOneOf: [
          ("line", { Self.line($0) }), ("span", { Self.span($0) }), ("text", { Self.text($0) }),
        ], "annotation: a line, a span or a text")
      let range = keys.subject?.head ?? 0..<0
      return content.map { .init(content: $0, panel: panel, range: range) }
    }
  }

  private static func line(_ keys: Keys) -> Annotation.Content? {
    let line = keys.required(
      "line",
      Shape<ReferenceMark>.alongAxis("line", .number(), "where it lies") {
        ReferenceMark($0, at: $1)
      }, "dashed line across the panel")
    let label = keys.optional("label", .label, "what is written beside it")
    return line.map { line in
      var line = line
      line.label = label
      return .line(line)
    }
  }

  private static func span(_ keys: Keys) -> Annotation.Content? {
    let span = keys.required(
      "span",
      Shape<SpanNote>.alongAxis("span", .risingPair(of: .number()), "its ends") {
        SpanNote($0, from: $1[0], to: $1[1])
      }, "stretch of an axis, shaded")
    let label = keys.optional("label", .label, "what is written in it")
    return span.map { span in
      var span = span
      span.label = label
      return .span(span)
    }
  }

  private static func text(_ keys: Keys) -> Annotation.Content? {
    let text = keys.required("text", .label, "words in the panel")
    let place = keys.required("at", .place, "middle of the words, x and y")
    let target = keys.optional("arrow_to", .place, "where an arrow from the words points to")
    guard let text, let place else { return nil }
    return .text(
      TextNote(
        text, x: place[0], y: place[1],
        target: target.map { TextNote.Target(x: $0[0], y: $0[1]) }))
  }
}

extension Shape {
  /// An object that says along which axis something lies, and where.
  fileprivate static func alongAxis<Part: Sendable>(
    _ noun: String, _ part: Shape<Part>, _ meaning: String,
    _ make: @escaping @Sendable (ReferenceMark.Orientation, Part) -> Value
  ) -> Shape {
    .object(noun) { keys in
      keys.branch(
        onOneOf: [
          ("x", { $0.required("x", part, "\(meaning) on x").map { make(.vertical, $0) } }),
          ("y", { $0.required("y", part, "\(meaning) on y").map { make(.horizontal, $0) } }),
        ], "axis along which the \(noun) lies")
    }
  }
}

extension Shape<Int> {
  /// The number of a panel.
  fileprivate static var panelNumber: Shape { .whole(1...10_000) }
}

extension Shape<[Double]> {
  /// A place in a panel.
  fileprivate static var place: Shape { .pair(of: .number(), "numbers, x and y") }
}

extension Shape<AuthoredNotes.Part> {
  /// What is shown again, and where.
  fileprivate static var part: Shape {
    .object("inset") { keys in
      let x = keys.required("x", .risingPair(of: .number()), "what it shows of the x axis")
      let y = keys.optional(
        "y", .risingPair(of: .number()),
        "what it shows of the y axis; by default as much as the curves need")
      let place: Inset.Place? = keys.optional(
        "at", .choice(), default: .text(Inset.Place.automatic.rawValue),
        "corner of the panel; by default where it hides least")
      let size = keys.optional(
        "size", .number(NumberDomain(lower: 0.2, upper: 0.8)),
        "its width and height as shares of the panel's; by default as large as there is room")
      let panel = keys.optional("panel", .panelNumber, "panel, from 1 on; by default every one")
      guard let x, let place else { return nil }
      return .init(
        inset: Inset(x: (x[0], x[1]), y: y, place: place, size: size), panel: panel)
    }
  }
}
