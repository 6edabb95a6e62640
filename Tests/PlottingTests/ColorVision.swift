@testable import Plotting

/// What a colour looks like to readers with a kind of colour vision, or printed in grey.
enum ColorVision: String, CaseIterable {
  case usual, protanopia, deuteranopia, tritanopia, grey

  /// What is seen, in CIELAB: Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB.
  func seen(_ color: Color) -> LightnessColor {
    let light = [Color.linear(color.red), Color.linear(color.green), Color.linear(color.blue)]
    let parts = matrix.map { row in
      let sum = zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }
      return Color.encoded(min(1, max(0, sum)))
    }
    var seen = Color(0)
    (seen.red, seen.green, seen.blue) = (parts[0], parts[1], parts[2])
    return LightnessColor(seen)
  }

  /// Table 1 of the paper, in its last row for each deficiency; the luminance of IEC 61966-2-1 for grey.
  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    case .grey: Array(repeating: [0.2126, 0.7152, 0.0722], count: 3)
    }
  }
}
