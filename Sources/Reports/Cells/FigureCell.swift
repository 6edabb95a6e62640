import Plotting
import SpecLanguage
import Specs

/// A figure that a spec asks for.
package struct FigureCell: ComposedCell, TextualCell {
  package static let key = "figure"
  /// What it shows.
  let content: any FigureContent
  /// What else the spec says of it.
  let spec: FigureSpec
  /// Where the spec asks for it, in bytes.
  let place: Range<Int>

  /// What the author says of it.
  var text: AuthoredText? { spec.caption }

  /// How it looks.
  package var look: FigureLook { spec.look }

  package static func asked(of keys: Keys) -> FigureCell? {
    let kinds = FigureKinds.all.map { (name: $0.name, value: $0) }
    return keys.branch(on: key, kinds, of: "figure", "kind of the figure") { kind, keys in
      asked(of: keys, kind)
    }
  }

  /// Asks for the keys of a kind.
  static func asked(of keys: Keys, _ kind: any FigureContent.Type) -> FigureCell? {
    let content: (any FigureContent)? = kind.asked(of: keys)
    let spec = FigureSpec.asked(of: keys, kind.options(keys))
    let place = keys.range(of: key)
    return content.map { FigureCell(content: $0, spec: spec, place: place) }
  }

  /// The figures; where there are none, the reader is told.
  func blocks(in composer: inout ReportComposer) -> [Block] {
    let figures = composer.figures(content, spec, mostCurves: FigureMaker.mostAskedCurves)
    guard figures.isEmpty else { return figures }
    return composer.gap(CellGap(id: spec.id, content))
  }
}
