import Glibc

/// A numeric address of the internet protocol.
struct NetworkAddress: Hashable {
  /// Its four bytes (IPv4) or sixteen (IPv6), the highest first.
  let bytes: [UInt8]

  /// The address that a text such as `192.0.2.1` or `2001:db8::1` spells; nil for any other text.
  init?(_ text: String) {
    for (family, size) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: size)
      if inet_pton(family, text, &bytes) == 1 {
        self.init(bytes: bytes)
        return
      }
    }
    return nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// What a name of a machine stands for, the address to try first in front (RFC 6724); a number in
  /// any form that the C library takes, such as `0x7f.1`, stands for an address, too.
  ///
  /// - Throws: the reason why it stands for none, as a text.
  static func all(of name: String) throws(ResolutionFault) -> [NetworkAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_ADDRCONFIG
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(name, nil, &hints, &list)
    guard code == 0 else { throw ResolutionFault(reason: String(cString: gai_strerror(code))) }
    defer { freeaddrinfo(list) }
    var found: [NetworkAddress] = []
    var entry = list
    while let current = entry?.pointee {
      if let address = NetworkAddress(current), !found.contains(address) { found.append(address) }
      entry = current.ai_next
    }
    return found
  }

  private init?(_ entry: addrinfo) {
    guard let address = entry.ai_addr else { return nil }
    let raw = UnsafeRawPointer(address)
    switch entry.ai_family {
    case AF_INET:
      let place = raw.load(as: sockaddr_in.self).sin_addr
      bytes = withUnsafeBytes(of: place) { Array($0) }
    case AF_INET6:
      let place = raw.load(as: sockaddr_in6.self).sin6_addr
      bytes = withUnsafeBytes(of: place) { Array($0) }
    default: return nil
    }
  }

  /// The usual spelling.
  var text: String {
    var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count))
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self)
  }
}

/// Why a name stands for no address.
struct ResolutionFault: Error {
  let reason: String
}
