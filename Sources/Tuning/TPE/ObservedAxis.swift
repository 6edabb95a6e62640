import Kernels

/// Where the trials of a search lie on one hyperparameter's scale, with what their kernels were at last.
struct ObservedAxis: Sendable {
  let scale: KernelScale
  /// For each trial its place on the scale.
  private var places: [Double] = []
  /// For each trial the width of its kernel when it was last made, and what depends on nothing else: few widths change
  /// from one trial to the next, and normalizing costs most.
  private var widths: [Double] = []
  private var logMasses: [Double] = []
  private var logFactors: [Double] = []
  private let prior: (logMass: Double, logFactor: Double)

  init(_ range: SearchRange) {
    scale = KernelScale(range)
    prior = Self.normalization(of: scale.middle, width: scale.length, on: scale)
  }

  /// Takes the next trial's value.
  mutating func append(_ value: Double) {
    places.append(scale.range.transformed(value))
    widths.append(.nan)
    logMasses.append(.nan)
    logFactors.append(.nan)
  }

  /// The kernels of a set of trials, numbers in rising order.
  mutating func kernels(of trials: [Int]) -> AxisKernels {
    let means = trials.map { places[$0] }
    let newWidths = kernelWidths(around: means, on: scale)
    for (trial, width) in zip(trials, newWidths) where widths[trial] != width {
      let (logMass, logFactor) = Self.normalization(of: places[trial], width: width, on: scale)
      widths[trial] = width
      logMasses[trial] = logMass
      logFactors[trial] = logFactor
    }
    return AxisKernels(
      scale: scale,
      means: means + [scale.middle],
      widths: newWidths + [scale.length],
      logMasses: trials.map { logMasses[$0] } + [prior.logMass],
      logFactors: trials.map { logFactors[$0] } + [prior.logFactor])
  }

  private static func normalization(
    of mean: Double, width: Double, on scale: KernelScale
  ) -> (logMass: Double, logFactor: Double) {
    let logMass = logNormalMass(
      from: (scale.low - mean) / width, to: (scale.high - mean) / width)
    return (logMass, log(scale.length / width) - logMass - halfLogOfTurn)
  }
}

/// ½ log 2π.
private let halfLogOfTurn = 0.5 * log(2 * Double.pi)
