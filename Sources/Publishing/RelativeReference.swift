/// A path below a folder as a link to it (RFC 3986): all but unreserved characters and `/` are escaped.
enum RelativeReference {
  /// The reference that leads to `path`.
  static func to(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
      if isPlain { return String(scalar) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }

  /// The path that a reference leads to; what is no reference stays as it is.
  static func path(of reference: String) -> String {
    var bytes: [UInt8] = []
    var rest = reference.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, digits.first != UInt8(ascii: "+"),
        let code = UInt8(Substring(digits), radix: 16)
      else { return reference }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self) ?? reference
  }
}
