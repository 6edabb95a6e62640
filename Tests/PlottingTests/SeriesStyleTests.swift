import Testing

@testable import Plotting

@Suite struct SeriesStyleTests {
  @Test func stylesDifferInGreyToo() {
    let styles = (0..<42).map { SeriesStyle(index: $0) }
    let looks = styles.map { "\($0.colorIndex % Palette.okabeIto.colors.count) \($0.dash)" }
    #expect(Set(looks).count == 42)
    for (one, next) in zip(styles, styles.dropFirst()) { #expect(one.dash != next.dash) }
    #expect(Set(styles.prefix(36).map { "\($0.dash) \($0.marker)" }).count == 36)
    #expect(!styles.contains { $0.marker == .star })
  }
}
