/// Names that stand for a kind of font: each machine puts another family in their place, some even a
/// font for formulas, and the same spec would give another figure there.
public enum GenericFontFamily {
  /// A family to name in the place of `name`; nil where that is no generic name.
  public static func suggestion(for name: String) -> String? {
    switch name.lowercased() {
    case "serif", "ui-serif": "DejaVu Serif"
    case "monospace", "mono", "ui-monospace": "DejaVu Sans Mono"
    case "sans", "sans-serif", "sans serif", "system-ui", "ui-sans-serif",
      "cursive", "fantasy", "math", "emoji":
      "DejaVu Sans"
    default: nil
    }
  }

  /// What to do instead of naming it.
  package static func help(_ suggestion: String) -> String {
    "name a family, such as '\(suggestion)'; 'fc-list : family' lists what is installed"
  }
}
