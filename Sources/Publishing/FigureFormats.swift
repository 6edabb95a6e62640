import Plotting
import Specs

extension ReportSpec {
  /// The formats of every figure, for the renderer.
  package var figureFormats: [FigureFormat] {
    formats.map { format in
      switch format {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      }
    }
  }
}
