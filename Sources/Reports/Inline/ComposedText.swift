extension ReportComposer {
  /// What the spec says of itself, for the next place in the report.
  var introduction: [Block] {
    mutating get {
      let spec = comparison.plan.spec
      if let introduction = spec.report.introduction as? any ComposedCell {
        return introduction.blocks(in: &self)
      }
      // Of a spec that was read without cells.
      return spec.description.map { AuthoredMarkdown.blocks(of: $0) } ?? []
    }
  }

  /// An author's text with what its placeholders stand for, for the next place in the report.
  mutating func blocks(of text: AuthoredText) -> [Block] {
    text.blocks { shown in
      switch shown.placeholder {
      case .reference(let id): return [.reference(id)]
      case .citation(let keys): return citations.inlines(for: keys)
      case .value, .comparison:
        let text = numbers.text(of: shown.placeholder) ?? ""
        note(shown.source, shownAs: text)
        return [.text(text)]
      }
    }
  }

  /// The same of a text that is no Markdown.
  mutating func inlines(of text: AuthoredText) -> [Inline] {
    blocks(of: text).flatMap { block -> [Inline] in
      guard case .paragraph(let inlines) = block else { return [] }
      return inlines
    }
  }
}
