/// An address of a file by `http` or `https`, as far as one has to know it to connect.
struct WebAddress: Hashable {
  /// The whole address.
  let text: String
  /// The machine: a name, or a numeric address, of IPv6 without its brackets.
  let host: String
  /// The port, that of the scheme where none is written.
  let port: Int

  /// The parts of an address that starts with `http://` or `https://`; nil for any other text, and
  /// where the machine is spelled in a way that programs read differently.
  init?(_ text: String) {
    self.text = text
    let schemes = [("http://", 80), ("https://", 443)]
    guard let (prefix, usual) = schemes.first(where: { text.lowercased().hasPrefix($0.0) }),
      text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { return nil }
    let authority = text.dropFirst(prefix.count).prefix { !"/?#".contains($0) }
    var place = authority[...]
    if let mark = place.lastIndex(of: "@") { place = place[place.index(after: mark)...] }
    var isNumeric6 = false
    if place.first == "[" {
      guard let end = place.firstIndex(of: "]") else { return nil }
      host = String(place[place.index(after: place.startIndex)..<end])
      place = place[place.index(after: end)...]
      isNumeric6 = true
    } else {
      host = String(place.prefix { $0 != ":" })
      place = place.dropFirst(host.count)
    }
    if place.isEmpty || place == ":" {
      port = usual
    } else {
      guard place.first == ":", let number = UInt16(place.dropFirst()), number > 0 else {
        return nil
      }
      port = Int(number)
    }
    let isSpelled =
      isNumeric6
      ? NetworkAddress(host)?.bytes.count == 16
      : !host.isEmpty && host.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
    guard isSpelled else { return nil }
  }
}
