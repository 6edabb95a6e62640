/// What different sources mean by Nadam.
enum NadamVariant: String, Hashable, Sendable, CaseIterable {
  /// PyTorch's `NAdam`: Dozat's schedule, m by β1.
  case pytorch
  /// Dozat 2016, algorithm 2.
  case dozat
  /// Keras: as PyTorch, with ψ = 1.
  case keras
  /// optax: no schedule, bias correction of m one update ahead.
  case optax
  /// AlgoPerf and timm's `NAdamW`, after Choi et al. 2019: no schedule.
  case algoperf
  /// As printed in the article.
  case article

  /// Whether μ_t grows with t, at the pace of `momentum_decay`.
  var hasMomentumSchedule: Bool {
    switch self {
    case .pytorch, .dozat, .keras, .article: true
    case .optax, .algoperf: false
    }
  }
}
