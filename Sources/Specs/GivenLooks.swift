import Diagnostics
import Plotting
import SpecLanguage

/// The looks that a spec has given to optimizers so far, with the places where they stand.
private enum GivenLooks: DecodingSetting {
  static let initialValue: [(look: SeriesLook, place: Range<Int>)] = []
}

extension Keys {
  /// Notes a fault where an optimizer before this one is given the same look, or the same label.
  ///
  /// What a sweep made of one optimizer has its look from one place: figures tell it apart by tones.
  func checkLook(_ look: SeriesLook) {
    guard let decoding = subject?.decoding else { return }
    let place = range(of: "style")
    let others = decoding[GivenLooks.self].filter { $0.place != place }
    if look.isWhole, let other = others.first(where: { $0.look.looksLike(look) }) {
      decoding.fault(
        at: place, "two optimizers look the same",
        "the style of line \(decoding.line(of: other.place)) has the same color, dash and marker: "
          + "change one of them, or leave it out")
    }
    if let label = look.label, let other = others.first(where: { $0.look.label == label }) {
      decoding.fault(
        at: place, "two optimizers have the label \(LabelText.plain(label).quoted)",
        "the other one stands in line \(decoding.line(of: other.place)): figures could not tell them "
          + "apart")
    }
    decoding[GivenLooks.self].append((look, place))
  }
}
