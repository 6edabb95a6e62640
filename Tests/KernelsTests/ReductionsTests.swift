import Kernels
import Testing

@Suite struct ReductionsTests {
  @Test func reductionsFollowTheirDefinitionForEveryLengthUpTo100() throws {
    let lines = try reference("reductions.txt")
    let x = lines[0].dropFirst().map(double)
    let y = lines[1].dropFirst().map(double)
    #expect(lines.count == 103)
    for line in lines.dropFirst(2) {
      let count = try #require(Int(line[0]))
      let (a, b) = (Array(x[..<count]), Array(y[..<count]))
      #expect(sum(a.span).bitPattern == word(line[1]), "sum of \(count)")
      #expect(sumOfSquares(a.span).bitPattern == word(line[2]), "squares of \(count)")
      #expect(dot(a.span, b.span).bitPattern == word(line[3]), "dot of \(count)")
      #expect(
        sumOfSquaredDifferences(a.span, b.span).bitPattern == word(line[4]),
        "differences of \(count)")
    }
  }

  @Test func aPartOfAVectorIsReducedFromItsOwnStart() {
    let x = (0..<37).map { 1 / Double($0 + 3) }
    for start in 0..<9 {
      let part = Array(x[start..<(start + 20)])
      #expect(sum(x.span.extracting(start..<(start + 20))) == sum(part.span))
    }
  }

  @Test func notANumberAndInfinityComeThrough() {
    let x = [1, 2, .infinity, 4.0]
    #expect(sum(x.span) == .infinity)
    #expect(dot(x.span, [1, 1, 0, 1].span).isNaN)
  }
}
