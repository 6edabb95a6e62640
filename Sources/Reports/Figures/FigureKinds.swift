/// The kinds of figure that a spec can ask for, in the order of help.
enum FigureKinds {
  static let all: [any FigureContent.Type] = [
    LossCurvesContent.self,
    TargetProfileContent.self,
    BoxStripContent.self,
    SensitivityContent.self,
    ForestContent.self,
    ContourContent.self,
    EffectiveStepContent.self,
    PerformanceProfileContent.self,
    RestartContent.self,
    RankDiagramContent.self,
    SearchedOrGiven<SearchHeatMaps, HeatMapContent>.self,
    SearchedOrGiven<SearchParallels, ParallelContent>.self,
    ImportancesContent.self,
    SearchedOrGiven<SearchParities, ParityContent>.self,
    SearchHistoryContent.self,
    SliceContent.self,
    BestOfNumberContent.self,
  ]
}

/// Trials of each search with the best so far.
typealias SearchHistoryContent = SearchedOrGiven<SearchHistories, SearchContent>
/// How much each hyperparameter mattered.
typealias ImportancesContent = SearchedOrGiven<SearchImportances, ImportanceContent>
