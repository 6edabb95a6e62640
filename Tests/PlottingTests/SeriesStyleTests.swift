import Testing

@testable import Plotting

@Suite struct SeriesStyleTests {
  @Test func stylesDifferInGreyToo() {
    let names = (0..<42).map { "optimizer \($0)" }
    let styles = SeriesStyle.assigned(to: names)
    #expect(styles.count == 42)
    let looks = names.compactMap { styles[$0] }.map { style in
      "\(style.colorIndex % Palette.okabeIto.colors.count) \(style.dash)"
    }
    #expect(Set(looks).count == 42)
    for (one, next) in zip(names, names.dropFirst()) {
      #expect(styles[one]?.dash != styles[next]?.dash)
    }
  }

  @Test func aNameKeepsItsFirstStyle() {
    let styles = SeriesStyle.assigned(to: ["Adam", "SGD", "Adam", "Nadam"])
    #expect(styles["Adam"] == SeriesStyle(index: 0))
    #expect(styles["Nadam"] == SeriesStyle(index: 2))
  }
}
