import Foundation
import Testing

@testable import Plotting

@Suite struct ColorMapTests {
  /// CIELAB's lightness from 0 to 100, by the definitions of IEC 61966-2-1 and CIE 15.
  private func lightness(_ color: Color) -> Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let y =
      0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    return y > 216.0 / 24389 ? 116 * cbrt(y) - 16 : y * 24389 / 27
  }

  @Test func lightnessRisesEvenly() {
    let steps = (0...64).map { lightness(ColorMap.dusk.color(at: Double($0) / 64)) }
    for (index, found) in steps.enumerated() {
      // A straight line from 18 to 92, within what eight bits and mixing in sRGB cost.
      #expect(abs(found - (18 + 74 * Double(index) / 64)) < 0.8, "at \(index)")
    }
  }

  @Test func sharesOutsideTakeTheEnds() {
    let map = ColorMap([Color(0x000000), Color(0xFFFFFF)])
    #expect(map.color(at: -1) == Color(0x000000) && map.color(at: .nan) == Color(0x000000))
    #expect(map.color(at: 2) == Color(0xFFFFFF) && map.color(at: .infinity) == Color(0xFFFFFF))
    #expect(map.color(at: 0.25).red == 0.25)
    #expect(map.reversed.color(at: 0) == Color(0xFFFFFF))
    #expect(ColorMap([]).anchors.count == 2)
  }
}
