import Kernels

/// Something that an author asks of a figure and that its data or its size do not allow.
public struct FigureFault: Sendable, Hashable {
  /// What is asked for.
  public enum Subject: Sendable, Hashable {
    /// The value of a key of the figure's cell.
    case key(String)
    /// The annotation with this number, from 0.
    case annotation(Int)
  }

  /// What is asked for.
  public var subject: Subject
  /// What is wrong.
  public var message: String
  /// What would help.
  public var help: String

  /// Makes a fault of `subject`.
  public init(subject: Subject, message: String, help: String) {
    (self.subject, self.message, self.help) = (subject, message, help)
  }
}

extension Figure {
  /// What is asked of the figure in vain; nothing of it can be drawn as it was meant.
  ///
  /// - Parameter measuring: says how large texts are, as they will be drawn.
  public func faults(measuredBy measuring: any TextMeasuring) -> [FigureFault] {
    let hasNotes = panels.contains { !$0.annotations.isEmpty || $0.inset != nil }
    let hasInnerAxes = panels.contains { panel in
      panel.marks.contains { if case .parallel = $0 { true } else { false } }
    }
    guard hasNotes || keepsColumns || hasInnerAxes || legend.corner != nil else { return [] }
    let data = PanelData.all(of: self)
    let notes = zip(panels, data).flatMap { panel, data in
      panel.annotations.compactMap { fault(of: $0, data) }
        + (panel.inset.flatMap { fault(of: $0, data) }.map { [$0] } ?? [])
    }
    // The same annotation may stand in several panels.
    let each = notes.reduce(into: [FigureFault]()) { faults, fault in
      if !faults.contains(where: { $0.subject == fault.subject }) { faults.append(fault) }
    }
    let ruler = TextRuler(measuring, texts: texts)
    let sizes = [
      columnFault(data, ruler), each.isEmpty ? insetFault(data, ruler) : nil,
      hasInnerAxes ? innerAxesFault(data, ruler) : nil, legendFault(data, ruler),
    ]
    return each + sizes.compactMap { $0 }
  }

  private func columnFault(_ data: [PanelData], _ ruler: TextRuler) -> FigureFault? {
    guard keepsColumns, columns > 1 else { return nil }
    var figure = self
    func isWide(_ columns: Int) -> Bool {
      figure.columns = columns
      return FigureLayout(figure, data: data, ruler: ruler, reserve: .init()).isWideEnough
    }
    let asked = min(columns, panels.count)
    guard !isWide(asked) else { return nil }
    let most = (1..<asked).last(where: isWide) ?? 1
    let width = NumberText.significant(canvasWidth / 72, 3)
    return FigureFault(
      subject: .key("columns"),
      message: "\(asked) panels side by side have no room in \(width) inches",
      help: "give at most \(most), or a greater width")
  }

  /// An inset may be too small for its numbers.
  private func insetFault(_ data: [PanelData], _ ruler: TextRuler) -> FigureFault? {
    guard panels.contains(where: { $0.inset != nil }) else { return nil }
    let arrangement = FigureArrangement(self, data: data, ruler: ruler, resolution: 72)
    let isMissing = zip(panels, arrangement.contents).contains {
      $0.inset != nil && $1.insets.isEmpty
    }
    guard isMissing else { return nil }
    return FigureFault(
      subject: .key("inset"), message: "the inset has no room beside its numbers",
      help: "give a greater 'size' or a greater width, or leave it out")
  }

  private func fault(of annotation: Annotation, _ data: PanelData) -> FigureFault? {
    FigureFault.offAxis(annotation, x: data.x, y: data.y)
  }

  private func fault(of inset: Inset, _ data: PanelData) -> FigureFault? {
    if let fault = FigureFault.offAxis(inset, x: data.x, y: data.y) { return fault }
    guard data.insets.isEmpty else { return nil }
    return FigureFault(
      subject: .key("inset"), message: "the inset shows nothing: no curve comes into it",
      help: "give 'x' and 'y' where there are curves")
  }
}

extension FigureFault {
  /// What stands off its axis.
  ///
  /// - Parameters:
  ///   - x: the horizontal axis; nil for one that is not known yet.
  ///   - y: the vertical axis, likewise.
  static func offAxis(_ annotation: Annotation, x: Scale?, y: Scale?) -> FigureFault? {
    for (name, values, scale) in [("x", annotation.xValues, x), ("y", annotation.yValues, y)] {
      guard let scale, let value = values.first(where: { !scale.holds($0) }) else { continue }
      return FigureFault(
        subject: annotation.subject,
        message: "\(annotation.subject.noun) stands at \(name) = \(NumberText.exact(value)), "
          + "off the axis",
        help: "the \(name) axis shows \(scale.words): give a number on it, or other "
          + "'\(name)_limits'")
    }
    return nil
  }

  /// An inset that shows what lies off an axis, as far as the axes are known.
  static func offAxis(_ inset: Inset, x: Scale?, y: Scale?) -> FigureFault? {
    for (name, values, scale) in [
      ("x", [inset.lowerX, inset.upperX], x), ("y", inset.y ?? [], y),
    ] {
      guard let scale, values.contains(where: { !scale.holds($0) }) else { continue }
      let part = values.map(NumberText.exact).joined(separator: " to ")
      return FigureFault(
        subject: .key("inset"), message: "the inset shows \(name) from \(part), off the axis",
        help: "the \(name) axis shows \(scale.words): give two numbers on it")
    }
    return nil
  }
}

extension FigureFault.Subject {
  /// What it is called in a message.
  fileprivate var noun: String {
    switch self {
    case .key(let key): "the \(key)"
    case .annotation: "the annotation"
    }
  }
}

extension Scale {
  /// Whether a value has a place on the axis, its ends included.
  func holds(_ value: Double) -> Bool {
    let share = position(value)
    return share >= -1e-9 && share <= 1 + 1e-9
  }

  /// "0 to 60".
  fileprivate var words: String {
    // As a spec writes numbers.
    ends.map { NumberText.short($0, digits: 4).replacing("−", with: "-") }
      .joined(separator: " to ")
  }
}
