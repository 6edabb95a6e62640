import Diagnostics

/// What the first bytes of an IDX file say: the type of its numbers and its dimensions.
///
/// Two zeros, a type, the number of dimensions, then each dimension in four bytes, the most
/// significant first (<http://yann.lecun.com/exdb/mnist/>).
struct IDXHeader {
  /// The types of numbers, big-endian, by their code.
  enum Element: UInt8 {
    case unsignedByte = 0x08
    case signedByte = 0x09
    case short = 0x0B
    case int = 0x0C
    case float = 0x0D
    case double = 0x0E

    /// Bytes of one number.
    var size: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .short: 2
      case .int, .float: 4
      case .double: 8
      }
    }
  }

  /// The type of the numbers.
  let element: Element
  /// The dimensions, the slowest first.
  let dimensions: [Int]

  /// How many bytes the header takes.
  var size: Int { 4 + 4 * dimensions.count }
}
