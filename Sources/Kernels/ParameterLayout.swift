/// The tensors behind a flat vector of parameters, in the order in which they lie in it.
///
/// An objective tells its layout, and a rule may use it: to decay weights and not biases, to treat
/// matrices as such, or to leave the first and the last layer to another rule.
public struct ParameterLayout: Hashable, Sendable {
  /// What a tensor is in its model.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// Multiplies what the layer is given.
    case weight
    /// Is added to the layer's outputs.
    case bias
    /// The coordinates of a test function.
    case point
  }

  /// A tensor: a block of the flat vector, row by row.
  public struct Tensor: Hashable, Sendable {
    /// Its name, unique in the layout, such as "hidden 1 weight".
    public let name: String
    /// Its extents as it lies in the vector, row by row: of a layer's weights inputs × outputs. Their
    /// product is its number of parameters.
    public let shape: [Int]
    /// What it is in the model.
    public let role: Role
    /// Whether it belongs to the layer that sees the features.
    public let isFirstLayer: Bool
    /// Whether it belongs to the layer whose outputs the loss sees.
    public let isLastLayer: Bool

    /// A tensor of a layer.
    public init(
      name: String, shape: [Int], role: Role, isFirstLayer: Bool, isLastLayer: Bool
    ) {
      self.name = name
      self.shape = shape
      self.role = role
      self.isFirstLayer = isFirstLayer
      self.isLastLayer = isLastLayer
    }

    /// How many parameters it has.
    public var count: Int { shape.reduce(1, *) }
  }

  /// The tensors in the order of the flat vector.
  public let tensors: [Tensor]

  /// Tensors in the order of the flat vector.
  public init(_ tensors: [Tensor]) { self.tensors = tensors }

  /// How many parameters there are.
  public var count: Int { tensors.reduce(0) { $0 + $1.count } }

  /// The places of each tensor in the flat vector.
  public var ranges: [Range<Int>] {
    var start = 0
    return tensors.map { tensor in
      defer { start += tensor.count }
      return start..<start + tensor.count
    }
  }

  /// One tensor of `count` weights, for a vector of which no more is known.
  public static func single(count: Int) -> ParameterLayout {
    ParameterLayout([
      Tensor(
        name: "parameters", shape: [count], role: .weight, isFirstLayer: true, isLastLayer: true)
    ])
  }
}
