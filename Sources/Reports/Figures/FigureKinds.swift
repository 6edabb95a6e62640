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
    HeatMapContent.self,
    ParallelContent.self,
    ImportanceContent.self,
    ParityContent.self,
    SearchContent.self,
  ]
}
