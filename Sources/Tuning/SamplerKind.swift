import SpecLanguage

/// A kind of sampler that a spec can name.
///
/// Each is declared in the file of its sampler and listed in `all`; nothing else knows its name.
public struct SamplerKind: Sendable {
  /// Its name in a spec.
  public let name: String
  /// What it is, in a line.
  public let summary: String
  /// Who described it.
  public let source: String
  /// Asks for its keys.
  let ask: @Sendable (Keys) -> SamplerConfiguration?

  init(
    _ name: String, summary: String, source: String,
    ask: @escaping @Sendable (Keys) -> (any SamplingMethod)?
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.ask = { keys in ask(keys).map { SamplerConfiguration($0) } }
  }

  /// All kinds, in the order in which they are listed.
  public static let all: [SamplerKind] = [.grid, .random, .halton, .tpe]

  /// Describes its keys, for a listing.
  package func describeKeys(_ keys: Keys) { _ = ask(keys) }
}

extension Keys {
  /// Asks for the seed of a sampler.
  func samplerSeed() -> UInt32? {
    optional("seed", .whole(0...Int(UInt32.max)), default: 0, "seed of the sampler")
      .map { UInt32($0) }
  }
}
