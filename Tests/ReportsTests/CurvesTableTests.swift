import Analysis
import ExperimentSupport
import Testing

@testable import Reports

/// The recorded epochs of all runs as CSV.
struct CurvesTableTests {
  @Test func inPartsItHasTheSameBytes() throws {
    let results = try SmallExperiment.results(
      [SmallExperiment.record([3, 2, 1]), SmallExperiment.record([4, 3, 2])],
      [SmallExperiment.record([5, 4, 3]), SmallExperiment.record([6, 5, 4])])
    let data = DataTables(comparison: Comparison(results))
    let whole = ReportFile(path: "curves.csv", content: data.curves())
    #expect(whole.partCount == 1)
    // One run a part, however little is asked for; three and the last one; all of them.
    let most = results.plan.mostPoints(of: results.plan.runs[0])
    for (size, count) in [(1, 5), (most, 5), (3 * most, 3), (100 * most, 2)] {
      let parted = ReportFile(
        path: "curves.csv", content: data.curves(inMemory: 3, part: size))
      #expect(parted.partCount == count && whole.bytes == parted.bytes, "\(size)")
    }
    let rows = String(decoding: whole.bytes, as: UTF8.self).split(separator: "\n")
    #expect(rows.count == 13 && rows[1] == "p,a,0,0,0,3,13" && rows[12] == "p,b|*x*,1,2,2,4,14")
  }
}
