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

  /// Lightness and two coordinates of colour by Ottosson's OKLab (2020), where equal distances are seen
  /// as about equal.
  private func perceived(_ color: Color) -> SIMD3<Double> {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return SIMD3(
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }

  @Test(arguments: [ColorMap.dusk, .mist, .mistDark])
  func equalStepsAreSeenAsEqual(map: ColorMap) throws {
    let colors = (0...32).map { perceived(map.color(at: Double($0) / 32)) }
    let steps = zip(colors, colors.dropFirst()).map { one, other in
      let difference = other - one
      return (difference * difference).sum().squareRoot()
    }
    // The largest step over the smallest; by the same measure 1.3 for viridis, 2.1 for magma.
    #expect(try #require(steps.max()) < 1.4 * #require(steps.min()))
  }

  @Test func textOnCellsStandsOut() throws {
    func luminance(_ color: Color) -> Double {
      let l = (lightness(color) + 16) / 116
      return l > 6.0 / 29 ? l * l * l : lightness(color) * 27 / 24389
    }
    let count = 40
    let map = HeatMap(
      columns: (0...count).map { "\($0)" }, rows: ["a"],
      values: (0...count).map { Double($0) }, texts: (0...count).map { _ in ["#"] })
    let figure = Figure(id: "a", map, width: 12)
    let words = figure.drawing(measuredBy: MonospacedMeasuring()).textRuns
      .filter { $0.text == "#" }
    try #require(words.count == count + 1)
    for (index, word) in words.enumerated() {
      let ground = luminance(ColorMap.dusk.color(at: Double(index) / Double(count)))
      let text = luminance(word.color)
      #expect((max(ground, text) + 0.05) / (min(ground, text) + 0.05) > 4.5, "at \(index)")
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
