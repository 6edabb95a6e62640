import Plotting
import Testing

@testable import CairoRendering

@Suite struct StrokePieceTests {
  @Test func piecesCoverThePathAndCarryTheDashOn() {
    let points = (0..<200).map { Point(x: 3 * Double($0), y: $0 % 2 == 0 ? 0 : 4) }
    let pieces = StrokePiece.pieces(of: Path(through: points))
    #expect(pieces.count > 2)
    var segments = Set<[Point]>()
    for piece in pieces {
      let part = piece.path.points
      #expect(part.count <= 65)
      // Every segment is 5 points long, so the start tells which segment comes first.
      #expect(piece.start == 5 * part[0].x / 3)
      for (start, end) in zip(part, part.dropFirst()) { segments.insert([start, end]) }
    }
    #expect(segments == Set(zip(points, points.dropFirst()).map { [$0, $1] }))
  }

  @Test func shortPathsAndCurvesStayWhole() {
    let short = Path(through: [Point(x: 0, y: 0), Point(x: 1, y: 1)])
    #expect(StrokePiece.pieces(of: short).map(\.path) == [short])
    var curved = Path(through: (0..<100).map { Point(x: Double($0), y: 0) })
    let point = Point(x: 100, y: 1)
    curved.elements.append(.curve(point, point, point))
    #expect(StrokePiece.pieces(of: curved).map(\.path) == [curved])
  }
}
