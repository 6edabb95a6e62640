extension Block {
  /// The same block with other running text.
  ///
  /// - Parameter inline: what takes the place of a piece that holds no other.
  func mapped(_ inline: (Inline) -> [Inline]) -> Block {
    func all(_ inlines: [Inline]) -> [Inline] { inlines.flatMap { $0.mapped(inline) } }
    func each(_ blocks: [Block]) -> [Block] { blocks.map { $0.mapped(inline) } }
    switch self {
    case .heading(let level, let inlines): return .heading(level: level, all(inlines))
    case .paragraph(let inlines): return .paragraph(all(inlines))
    case .list(let points): return .list(points.map(all))
    case .items(var list):
      for place in list.items.indices { list.items[place].blocks = each(list.items[place].blocks) }
      return .items(list)
    case .quote(let blocks): return .quote(each(blocks))
    case .grid(var grid):
      grid.rows = grid.rows.map { $0.map(all) }
      return .grid(grid)
    case .table(var table):
      table.caption = all(table.caption)
      return .table(table)
    case .figure(var figure):
      figure.caption = all(figure.caption)
      return .figure(figure)
    case .rule, .math, .code: return self
    case .details(let summary, let blocks): return .details(summary: all(summary), each(blocks))
    }
  }
}

extension Inline {
  /// The same with other innermost pieces.
  func mapped(_ inline: (Inline) -> [Inline]) -> [Inline] {
    func all(_ inlines: [Inline]) -> [Inline] { inlines.flatMap { $0.mapped(inline) } }
    return switch self {
    case .strong(let inner): [.strong(all(inner))]
    case .emphasis(let inner): [.emphasis(all(inner))]
    case .struck(let inner): [.struck(all(inner))]
    case .link(let inner, let target): [.link(all(inner), to: target)]
    case .image(let inner, let target): [.image(all(inner), to: target)]
    case .citation(let inner, let keys): [.citation(all(inner), keys: keys)]
    default: inline(self)
    }
  }
}
