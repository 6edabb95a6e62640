import Tuning

extension ReportComposer {
  /// The figures of the searches on a problem, as far as they say something: with a single trial none does.
  mutating func searchFigures(problem: Int) -> [Block] {
    let spec = FigureSpec(problems: [problem])
    return figures(
      SearchHistoryContent.searched(SearchHistories(leastCount: 2, showsGrids: false)), spec)
      + figures(SliceContent(leastCount: 2), spec)
      // A quarter of fewer trials would have no interval worth a look.
      + figures(BestOfNumberContent(leastCount: 8), spec)
      + figures(
        ImportancesContent.searched(SearchImportances(leastTopCount: PEDANOVA.steadyTopCount)), spec
      )
  }
}
