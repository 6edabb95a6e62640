/// How the learning rate changes over a run: a factor on `learning_rate` for each update.
///
/// With t the update (from 1), T all updates of the run, s = t − 1 and e the epoch's index from 0.
public struct Schedule: Hashable, Sendable {
  /// The course of the factor, before warmup.
  public enum Course: Hashable, Sendable {
    /// 1.
    case constant
    /// factor^⌊e / every⌋; `every` in epochs, at least 1; `factor` above 0.
    case step(every: Int, factor: Double)
    /// factor^e; `factor` above 0.
    case exponential(factor: Double)
    /// c + (1 − c)(1 + cos(π s / T)) / 2, with c = `final` from 0 to 1.
    case cosine(final: Double)
    /// 1 / √max(1, t / w), with w = `timescale` in updates, above 0.
    case inverseSquareRoot(timescale: Double)
  }

  /// The course of the factor, before warmup.
  public var course: Course
  /// w, the updates over which the factor rises from 1/w of its course to all of it: the course is
  /// multiplied by min(1, t / w). 0 or above; 0 is no warmup.
  public var warmup: Double

  /// The rate as it is.
  public static let constant = Schedule(.constant)

  /// A schedule that follows `course` after `warmup` updates.
  public init(_ course: Course, warmup: Double = 0) {
    self.course = course
    self.warmup = warmup
  }

  /// The factor of one update.
  ///
  /// - Parameters:
  ///   - update: t, from 1.
  ///   - updatesPerEpoch: updates in an epoch, at least 1.
  ///   - totalUpdates: T, at least 1.
  public func factor(update: Int, updatesPerEpoch: Int, totalUpdates: Int) -> Double {
    let epoch = (update - 1) / updatesPerEpoch
    let progress = Double(update - 1) / Double(totalUpdates)
    let factor =
      switch course {
      case .constant: 1.0
      case .step(let every, let factor): CompensatedPower.power(factor, epoch / every)
      case .exponential(let factor): CompensatedPower.power(factor, epoch)
      case .cosine(let final):
        final + (1 - final) * (1 + ScalarFunctions.cosineOfPi(progress)) / 2
      case .inverseSquareRoot(let timescale):
        1 / max(1, Double(update) / timescale).squareRoot()
      }
    return warmup > 0 ? factor * min(1, Double(update) / warmup) : factor
  }
}
