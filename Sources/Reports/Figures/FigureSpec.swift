import Plotting
import SpecLanguage

/// What a spec says of a figure of any kind.
struct FigureSpec: Hashable, Sendable {
  /// The name of its files; nil: made from its kind and problems.
  var id: String?
  /// The problems it shows, by position in the spec; nil for all that it can show.
  var problems: [Int]?
  /// The optimizers it shows, by position in the spec; nil for all.
  var optimizers: [Int]?
  /// The horizontal axis.
  var x = AxisSpec()
  /// The vertical axis.
  var y = AxisSpec()
  /// A heading over the figure.
  var title: String?
  /// What stands below it instead of the words that the tool finds; plain text with placeholders.
  var caption: AuthoredText?
  /// Where the names of the curves go.
  var legend = LegendPolicy.automatic
  /// How its panels stand.
  var panels = PanelWishes()
  /// What is drawn by hand.
  var notes = AuthoredNotes()
  /// Where the spec says what may turn out not to be possible, in bytes.
  var places: [String: Range<Int>] = [:]
  /// How it looks.
  var look = FigureLook()
}

extension FigureSpec {
  /// Keys whose values only the data or the size of the figure can show to be impossible.
  private static let doubtful = [
    "columns", "share_x", "share_y", "inset", "target", "x", "second_x", "width_share", "height",
    "legend", "values", "figure",
  ]

  /// Where what `subject` names stands; nil where the spec does not say it.
  func place(of subject: FigureFault.Subject) -> Range<Int>? {
    switch subject {
    case .key(let key): places[key]
    case .annotation(let number):
      notes.notes.indices.contains(number) ? notes.notes[number].range : nil
    }
  }

  /// Asks for what figures with these options can be told.
  static func asked(of keys: Keys, _ options: FigureOptions) -> FigureSpec {
    var spec = FigureSpec()
    spec.id = keys.id(of: "figure", "name of its files")
    if options.showsRuns {
      spec.problems = keys.problems()
      spec.optimizers = keys.optimizers()
    }
    spec.x = AxisSpec.asked(of: keys, "x", options.x)
    spec.y = AxisSpec.asked(of: keys, "y", options.y)
    spec.title = keys.optional("title", .label, "heading over the figure")
    spec.caption = keys.optional("caption", .plainText, "text below the figure")
    if options.hasLegend {
      let standard = LegendPolicy.automatic
      spec.legend =
        keys.optional("legend", .choice(), default: .text(standard.rawValue), "place of the names")
        ?? standard
    }
    if options.hasPanels {
      spec.panels = PanelWishes.asked(of: keys, x: options.x, y: options.y)
    }
    if options.hasPlaces {
      spec.notes = AuthoredNotes.asked(of: keys)
      var y = options.isSquare ? spec.x : spec.y
      y.lower = y.lower ?? options.yEnds?.lowerBound
      y.upper = y.upper ?? options.yEnds?.upperBound
      // Before hours of runs.
      for fault in spec.notes.faults(x: spec.x, y: y) {
        keys.fault(fault, at: spec.notes)
      }
    }
    spec.look = FigureLook.asked(of: keys)
    for key in Self.doubtful where keys.has(key) { spec.places[key] = keys.range(of: key) }
    return spec
  }
}

extension Keys {
  /// Notes what is asked for in vain where the cell asks for it.
  fileprivate func fault(_ fault: FigureFault, at notes: AuthoredNotes) {
    switch fault.subject {
    case .key(let key): self.fault(at: key, fault.message, fault.help)
    case .annotation(let number):
      subject?.decoding.fault(at: notes.notes[number].range, fault.message, fault.help)
    }
  }
}
