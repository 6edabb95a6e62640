/// Which addresses belong to the public internet: those that IANA's registries of special-purpose
/// addresses do not set aside for one machine, one network, documentation or groups (RFC 6890).
enum PublicAddresses {
  /// Whether `address` belongs to the public internet.
  ///
  /// An address of IPv6 that carries one of IPv4 is as public as that one.
  static func contain(_ address: NetworkAddress) -> Bool {
    let bytes = address.bytes[...]
    if bytes.count == 4 { return !special4.contains { $0.contains(bytes) } }
    if carriers.contains(where: { $0.contains(bytes) }) {
      return !special4.contains { $0.contains(bytes.suffix(4)) }
    }
    return unicast.contains(bytes) && !special6.contains { $0.contains(bytes) }
  }

  private static let special4 = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
  ].compactMap(Network.init)

  /// IPv4 written as IPv6, and as a translator between both writes it (RFC 6052).
  private static let carriers = ["::ffff:0:0/96", "64:ff9b::/96"].compactMap(Network.init)

  /// What IPv6 has given out so far for single machines.
  private static let unicast = Network(address: [0x20], length: 3)

  /// Of these, what is for protocols, tunnels and documentation.
  private static let special6 = [
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
  ].compactMap(Network.init)
}

/// All addresses that start with the same bits.
private struct Network {
  let address: [UInt8]
  let length: Int

  init(address: [UInt8], length: Int) {
    self.address = address
    self.length = length
  }

  /// A network as `10.0.0.0/8` spells it.
  init?(_ text: String) {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let address = NetworkAddress(String(parts[0])),
      let length = Int(parts[1])
    else { return nil }
    self.init(address: address.bytes, length: length)
  }

  func contains(_ other: ArraySlice<UInt8>) -> Bool {
    let whole = length / 8
    guard address.prefix(whole).elementsEqual(other.prefix(whole)) else { return false }
    guard length % 8 > 0 else { return true }
    let shift = 8 - length % 8
    return address[whole] >> shift == other[other.startIndex + whole] >> shift
  }
}
