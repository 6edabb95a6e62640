import Datasets
import Foundation
import Testing

@testable import Models

/// The least training losses that `References/least_losses.py` found by SciPy and NumPy.
@Suite struct LeastLossTests {
  private struct Case: Decodable {
    let model: String
    let columns: Int
    let features: [Double]
    let target: [Double]
    let l2: Double
    let expected: Double

    func data(isSparse: Bool = false) -> ProblemData {
      let count = target.count
      var features = Features.dense(features)
      if isSparse {
        features = .sparse(
          SparseRows(
            rowStarts: (0...count).map { $0 * columns },
            columns: (0..<count * columns).map { Int32($0 % columns) }, values: self.features))
      }
      let classes = target.map { Int($0) }
      let names = (0...(classes.max() ?? 0)).map(String.init)
      let all = Examples(
        featureCount: columns, features: features,
        target: model == "linear"
          ? .numbers(target) : .classes(classes, names: names),
        rows: Array(0..<count))
      return ProblemData(training: all, validation: .none, test: .none, targetScale: 1)
    }

    var configuration: ModelConfiguration {
      let options = LinearConfiguration(l2: l2, initial: .zeros)
      return switch model {
      case "linear": .linear(options)
      case "logistic": .logistic(options)
      default: .softmax(options)
      }
    }
  }

  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "References/least_losses.json")
    return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
  }

  @Test func agreesWithSciPy() throws {
    let cases = try Self.cases()
    #expect(cases.count == 10)
    for one in cases {
      let least = try #require(one.configuration.optimum(on: one.data())?.loss)
      // As far as SciPy's own methods go: columns ten powers of ten apart are among them.
      #expect(abs(least - one.expected) <= 1e-7 * one.expected, "\(one.model) \(one.l2): \(least)")
      // What the gradient says: no other method came noticeably below.
      #expect(least <= one.expected * (1 + 1e-9), "\(one.model) \(one.l2): \(least)")
    }
  }

  @Test func sparseFeaturesGiveTheSame() throws {
    for one in try Self.cases() where one.columns == 4 {
      let dense = try #require(one.configuration.optimum(on: one.data())?.loss)
      let sparse = try #require(one.configuration.optimum(on: one.data(isSparse: true))?.loss)
      #expect(abs(dense - sparse) <= 1e-10 * dense)
    }
  }

  @Test func otherModelsHaveNoneAndTestFunctionsZero() {
    let function = TestFunctionConfiguration(kind: .beale, start: [1, 1])
    #expect(ModelConfiguration.testFunction(function).optimum(on: .none) == Optimum(loss: 0))
    let network = NetworkConfiguration(hidden: [3])
    #expect(ModelConfiguration.mlp(network).optimum(on: .none) == nil)
  }
}
