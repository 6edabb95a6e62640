import SpecLanguage

/// A sampler with every option resolved, before it has chosen anything.
///
/// A kind of sampler is a type that conforms, in a file of its own, and a line in `SamplerKind.all`.
package protocol SamplingMethod: Hashable, Sendable {
  /// What a spec calls it, and how it is asked for.
  var kind: SamplerKind { get }
  /// Its options as a spec would write them if it left nothing out.
  var options: [JSONLiteral.Member] { get }
  /// Whether a point depends on the values at the points before.
  var isAdaptive: Bool { get }
  /// Whether another study tries other points.
  var hasChance: Bool { get }
  /// How many trials are drawn at random before it looks at values; nil for one that never does.
  var randomTrials: Int? { get }

  /// How many trials it makes of a space where it may make `trials`.
  func trialCount(in space: SearchSpace, trials: Int) -> Int
  /// The sampler of one study of a space, numbered from 0, at its start.
  func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler
}

extension SamplingMethod {
  package var isAdaptive: Bool { false }
  package var hasChance: Bool { true }
  package var randomTrials: Int? { nil }
  package func trialCount(in space: SearchSpace, trials: Int) -> Int { trials }
}

/// The sampler that searches use, with every option resolved.
public struct SamplerConfiguration: Sendable {
  private let method: any SamplingMethod

  /// A sampler of any kind.
  package init(_ method: any SamplingMethod) { self.method = method }

  /// The kind of the sampler.
  public var kind: SamplerKind { method.kind }

  /// Whether a point depends on the values at the points before.
  public var isAdaptive: Bool { method.isAdaptive }

  /// Whether another study tries other points.
  public var hasChance: Bool { method.hasChance }

  /// How many trials are drawn at random before it looks at values; nil for one that never does.
  public var randomTrials: Int? { method.randomTrials }

  /// How many trials a search of `space` makes where it may make `trials`: fewer on a grid that has no more points.
  ///
  /// It is more than `trials` only for a grid with too many points, which no spec may ask for.
  public func trialCount(in space: SearchSpace, trials: Int) -> Int {
    method.trialCount(in: space, trials: trials)
  }

  /// The sampler of one study of a space, at its start.
  ///
  /// - Parameters:
  ///   - trials: how many trials the search may make, at least 1.
  ///   - study: the number of the study, from 0; each has other points.
  public func makeSampler(for space: SearchSpace, trials: Int, study: Int) -> any Sampler {
    method.makeSampler(for: space, trials: trials, study: study)
  }

  /// All that its points depend on, as a value with one text.
  package var canonical: JSONLiteral {
    .object([.init(key: "kind", value: .text(kind.name))] + method.options)
  }

  /// A kind, or an object with `kind`.
  package static let shape = Shape<SamplerConfiguration>.kinds(
    "sampler", SamplerKind.all.map { ($0.name, $0) }
  ) { kind, keys in kind.ask(keys) }
}

extension SamplerConfiguration: Hashable {
  /// Samplers are the same when their kinds and options are.
  public static func == (one: SamplerConfiguration, other: SamplerConfiguration) -> Bool {
    AnyHashable(one.method) == AnyHashable(other.method)
  }

  /// Hashes kind and options.
  public func hash(into hasher: inout Hasher) { hasher.combine(AnyHashable(method)) }
}
