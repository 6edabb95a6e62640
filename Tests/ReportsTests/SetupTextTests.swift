import ExperimentSupport
import Foundation
import Testing
import Training

@testable import Analysis
@testable import Reports

/// What the setup and provenance sections say of a small experiment in which nothing is left at its
/// default, whole.
@Suite struct SetupTextTests {
  private func text(seeds: String = "[3, 5, 6, 7, 8, 9]") throws -> String {
    let runs = (0..<6).map { _ in SmallExperiment.record([100, 20, 10]) }
    let results = try SmallExperiment.results(
      [("a", runs), ("b", runs)], targets: "[20, 0.00001]",
      kinds: [
        #""kind": "adam", "amsgrad": true, "epsilon": 1e-8, "lookahead": { "k": 6, "alpha": 0.25 }"#,
        #"""
        "kind": "sgd", "momentum": 0.9, "weight_decay": 0.0001, "decay": "weights", "clip_norm": 5,
        "schedule": { "kind": "step", "every": 1, "factor": 0.00001, "warmup": 3 }
        """#,
      ],
      problem: #"""
        "batch_size": 32, "standardize": "train", "standardize_target": "train",
        "stop": { "patience": 3, "min_delta": 0.5, "watch": "validation_loss" },
        """#, seeds: seeds)
    return MarkdownWriter().markdown(
      Report(results, versions: [ToolVersion(name: "report", version: "1")]).document)
  }

  private func section(_ title: String, of text: String) throws -> String {
    try #require(text.components(separatedBy: "\n## ").first { $0.hasPrefix(title + "\n") })
  }

  @Test func theSetup() throws {
    let setup = try section("Setup", of: text())
    for part in [
      #"""
      | problem | data set | examples × features | train / validation / test | model  | epochs | batch |
      | :------ | :------- | ------------------: | ------------------------: | :----- | -----: | ----: |
      | p       | diabetes |            442 × 10 |             284 / 70 / 88 | linear |      4 |    32 |

      - *p*: linear regression with bias; the loss is the mean squared error; weights and bias start standard normal.
      - *p*: features and target are scaled to mean 0 and standard deviation 1 on the training rows; losses are in the scaled unit, RMSE in the target’s own.
      - *p*: a run stops early after 3 epochs in which `validation_loss` has not fallen by more than 0.5 below its best.

      """#,
      #"""
      & \theta \leftarrow \theta - \eta\, \frac{m / (1 - \beta_1^t)}{\sqrt{\tilde v} / \sqrt{1 - \beta_2^t} + \varepsilon} \\
      & \text{every } k \text{ updates: } s \leftarrow s + \alpha\, (\theta - s), \quad \theta \leftarrow s
      """#,
      #"""
      | hyperparameter  | symbol          |           a |
      | :-------------- | :-------------- | ----------: |
      | `learning_rate` | $`\eta`$        |       0.001 |
      | `beta1`         | $`\beta_1`$     |         0.9 |
      | `beta2`         | $`\beta_2`$     |       0.999 |
      | `epsilon`       | $`\varepsilon`$ |        1e-8 |
      | `amsgrad`       |                 |        true |
      | `weight_decay`  | $`\lambda`$     |           0 |
      | `decoupled`     |                 |       false |
      | `lookahead`     |                 | k 6, α 0.25 |

      """#,
      #"""
      & g \leftarrow \frac{c_2}{\max(\lVert g \rVert_2, c_2)}\, g \\
      & g \leftarrow g + \lambda\, \theta \quad \text{(weights only)} \\
      """#,
      #"""
      | hyperparameter  | symbol      |                                            b |
      | :-------------- | :---------- | -------------------------------------------: |
      | `learning_rate` | $`\eta`$    |                                        0.001 |
      | `momentum`      | $`\mu`$     |                                          0.9 |
      | `dampening`     | $`d`$       |                                            0 |
      | `nesterov`      |             |                                        false |
      | `weight_decay`  | $`\lambda`$ |                                       0.0001 |
      | `decoupled`     |             |                                        false |
      | `decay`         |             |                                      weights |
      | `clip_norm`     | $`c_2`$     |                                            5 |
      | `schedule`      |             | step, × 1e-5 every 1 epoch, warmup 3 updates |

      """#,
    ] { #expect(setup.contains(part), "\(part)") }
  }

  @Test func howItWasMade() throws {
    let made = try section("How it was made", of: text()).split(separator: "\n")
    #expect(made.contains("- Seeds: 3, 5, 6, 7, 8, 9; generator `philox`."))
    let run = try section("How it was made", of: text(seeds: "6")).split(separator: "\n")
    #expect(run.contains("- Seeds: 0 to 5; generator `philox`."))
  }
}
