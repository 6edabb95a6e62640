import Diagnostics
import Glibc

/// One request for a file, made by the command `curl`; a redirect is told, not followed.
struct Transfer {
  /// What came of a request.
  enum Outcome {
    /// The file is there; its SHA-256.
    case file(String)
    /// The file is at another address.
    case redirect(String)
    /// The machine cannot be talked to, for a reason; another address of it may answer.
    case silence(String)
    /// Anything else.
    case failure(String)
    /// More bytes came than may.
    case tooLarge
  }

  /// How long a machine may take to be there, in seconds.
  private static let connectLimit = 30
  /// Fewer bytes a second are as good as none.
  private static let leastSpeed = 1000

  /// What is asked for.
  let url: String
  /// The port it is asked for at.
  let port: Int
  /// The only machine that is connected to, whatever the name in the address means by then; nil
  /// leaves that to curl.
  let pinned: NetworkAddress?
  /// How long all may take, in seconds.
  let timeLimit: Int
  /// How long nothing or next to nothing may come, in seconds.
  let patience: Int

  /// Fetches to an open file, whose content it replaces.
  ///
  /// - Returns: nil where the command is missing.
  func fetch(
    to descriptor: Int32, of target: WritingTarget, sizeLimit: Int?
  ) throws(InputError) -> Outcome? {
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw target.failure(errno)
    }
    guard let command = ChildProcess("curl", arguments) else { return nil }
    var checksum = SHA256()
    var size = 0
    var (failure, isTooLarge) = (InputError?.none, false)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while failure == nil, !isTooLarge, case let count = command.readOutput(into: &buffer), count > 0
    {
      size += count
      if let sizeLimit, size > sizeLimit {
        isTooLarge = true
      } else {
        checksum.update(buffer[..<count])
        failure = target.append(buffer[..<count], to: descriptor)
      }
    }
    if failure != nil || isTooLarge { command.end() }
    let (status, messages) = command.finish()
    if let failure { throw failure }
    return isTooLarge ? .tooLarge : outcome(status, messages, sha256: checksum.finish())
  }

  private var arguments: [String] {
    var arguments = [
      // What the user's own settings say could lead elsewhere.
      "--disable", "--fail", "--silent", "--show-error", "--globoff", "--proto", "=http,https",
      // Whoever fetches may be killed: then curl learns it from the next byte that it writes.
      "--no-buffer", "--connect-timeout", "\(Self.connectLimit)", "--max-time", "\(timeLimit)",
      "--speed-limit", "\(Self.leastSpeed)", "--speed-time", "\(patience)",
      "--write-out", "%{stderr}\n%{http_code} %{redirect_url}", "--url", url,
    ]
    if let pinned {
      let place = pinned.bytes.count == 4 ? pinned.text : "[\(pinned.text)]"
      // Every machine and port that curl may read in the address becomes this one.
      arguments += ["--connect-to", "::\(place):\(port)"]
    }
    return arguments
  }

  /// What curl's messages and the line after them tell.
  private func outcome(_ status: Int32, _ messages: String, sha256: String) -> Outcome {
    let lines = messages.split(separator: "\n")
    let answer = lines.last?.split(separator: " ", omittingEmptySubsequences: false) ?? []
    guard status == 0 else {
      let message = lines.first.map(String.init) ?? ""
      let reason = lines.count < 2 ? "curl ended with status \(status)" : message
      return answer.first == "000" ? .silence(reason) : .failure(reason)
    }
    guard answer.count == 2, answer[0].first == "2" else {
      let isRedirect = answer.first?.first == "3" && answer.last?.isEmpty == false
      return isRedirect
        ? .redirect(String(answer[1])) : .failure("the server answers \(answer.first ?? "nothing")")
    }
    return .file(sha256)
  }
}
