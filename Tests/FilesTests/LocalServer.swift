import Foundation
import Glibc
import Testing

/// Answers HTTP requests to 127.0.0.1 in a thread of its own until it is gone.
final class LocalServer {
  /// The port it listens at.
  let port: UInt16
  private let listener: Int32

  /// Answers every request for a path by the bytes that `answers` has for it.
  init(_ answers: [String: [UInt8]]) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, address, &length) == 0
      }
    }
    try #require(bound)
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Self.answer(connection, answers)
        close(connection)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  private static func answer(_ connection: Int32, _ answers: [String: [UInt8]]) {
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = max(0, read(connection, &buffer, buffer.count))
    let words = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
    let path = words.count > 1 ? String(words[1]) : ""
    var answer = Array(
      "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n".utf8)
    if path == "/silent" || path == "/drip" {
      // Until the client has had enough.
      var byte: UInt8 = 0x31
      if path == "/silent" { _ = read(connection, &byte, 1) }
      answer = Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8)
      _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
      while send(connection, &byte, 1, Int32(MSG_NOSIGNAL)) == 1 { usleep(100_000) }
      return
    }
    if path.hasPrefix("/to/") {
      let target = String(decoding: answers[path] ?? [], as: UTF8.self)
      answer = Array(
        "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: \(target)\r\n\r\n".utf8)
    } else if let body = answers[path] {
      // Without a length the client learns the size only at the end.
      answer = Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8) + body
    }
    var sent = 0
    while sent < answer.count {
      let written = answer[sent...].withUnsafeBytes { rest in
        send(connection, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      if written <= 0 { return }
      sent += written
    }
  }
}
