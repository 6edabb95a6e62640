import Kernels

/// Draws that can be told apart: the k-th draw of a kind, from 1, is k / 1024 for uniform numbers and k
/// for normal ones.
struct ScriptedStream: RandomStream {
  private(set) var uniforms = 0
  private(set) var normals = 0

  mutating func uniform() -> Double {
    uniforms += 1
    return Double(uniforms) / 1024
  }

  mutating func normal() -> Double {
    normals += 1
    return Double(normals)
  }

  mutating func permutation(_ count: Int) -> [Int] { Array(0..<count) }
}
