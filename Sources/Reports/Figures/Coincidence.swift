import Kernels
import Plotting

/// Curves of one panel that lie on each other, so that a reader sees fewer than there are.
struct Coincidence: Hashable {
  /// The names of curves that cannot be told apart, in the order of the panel.
  var names: [String]

  /// The least distance, as a share of the panel's height, at which curves are seen as two.
  private static let seen = 0.003

  /// The groups of curves of a panel that lie on each other from end to end.
  ///
  /// - Parameters:
  ///   - scale: that of the vertical axis, along which what is seen of the curves is as high as the panel.
  ///   - lower: where the axis begins; nil: with the curves.
  ///   - upper: where it ends, likewise.
  static func groups(
    _ curves: [(name: String, x: [Double], y: [Double])], on scale: Axis.Scale,
    from lower: Double? = nil, to upper: Double? = nil
  ) -> [Coincidence] {
    // What leaves the panel is no part of its height, nor of what is seen of a curve.
    let seen = (lower ?? -.infinity, upper ?? .infinity)
    let places = curves.map { curve in
      curve.y.map { $0 >= seen.0 && $0 <= seen.1 ? place($0, scale) : .nan }
    }
    let all = places.joined().filter(\.isFinite)
    guard let least = all.min(), let greatest = all.max() else { return [] }
    let near = Self.seen * (greatest - least)
    var groups: [[Int]] = []
    // A curve of one point, as of a run that diverged at once, is none.
    for index in curves.indices where places[index].count(where: \.isFinite) > 1 {
      let group = groups.firstIndex { group in
        curves[group[0]].x == curves[index].x
          && lie(places[group[0]], on: places[index], within: near)
      }
      if let group { groups[group].append(index) } else { groups.append([index]) }
    }
    return groups.filter { $0.count > 1 }.map { group in
      Coincidence(names: group.map { curves[$0].name })
    }
  }

  private static func lie(_ one: [Double], on other: [Double], within near: Double) -> Bool {
    zip(one, other).allSatisfy { abs($0 - $1) <= near || (!$0.isFinite && !$1.isFinite) }
  }

  private static func place(_ value: Double, _ scale: Axis.Scale) -> Double {
    scale == .linear ? value : value > 0 ? log(value) : .nan
  }

  /// What a caption says of the panels of a figure, with a space before it; "" where all curves are seen.
  ///
  /// - Parameter panels: the groups of each panel, with what it is called among several.
  static func words(_ panels: [(panel: String, groups: [Coincidence])]) -> String {
    let shown = panels.filter { !$0.groups.isEmpty }
    guard let first = shown.first else { return "" }
    if shown.count == panels.count, shown.allSatisfy({ $0.groups == first.groups }) {
      return " " + first.groups.map(\.sentence).joined(separator: " ")
    }
    return shown.map { panel, groups in
      " On \(panel): " + groups.map(\.phrase).joined(separator: "; ") + "."
    }.joined()
  }

  private var sentence: String {
    "The curves of \(listed) lie on each other."
  }

  private var phrase: String { "the curves of \(listed) lie on each other" }

  private var listed: String {
    names.count > 4
      ? "\(names[0]), \(names[1]) and \(names.count - 2) more"
      : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }
}
