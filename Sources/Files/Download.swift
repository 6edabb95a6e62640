import Diagnostics
import Glibc

/// Fetches files by HTTP into a cache folder.
///
/// An address comes from a spec, which anybody may have written. So every machine that is connected
/// to, by the address or by a redirect, must belong to the public internet: names are looked up
/// here, and the connection goes to what was found and checked, even if the name means something
/// else a moment later. That holds through a proxy of the environment, too, which is asked for a
/// tunnel to the checked address. Where the folder reaches every address, none of this is done.
public struct Download: Hashable, Sendable {
  /// How long a fetch may take, in seconds.
  public static let timeLimit = 3600
  /// How many redirects are followed.
  private static let redirectLimit = 10

  /// What is fetched.
  public var url: String
  /// The SHA-256 it must have, in lower-case hexadecimal.
  public var sha256: String
  /// How long nothing or next to nothing may come, in seconds.
  var patience = 30
  /// Machines that may be connected to although they are not of the public internet.
  var trusted: Set<String> = []

  /// A file to fetch.
  public init(url: String, sha256: String) {
    self.url = url
    self.sha256 = sha256
  }

  /// The path of the file in `cache`, fetched if it is not there.
  ///
  /// It is written under another name and moved into place once its checksum is right, so that
  /// nobody ever finds half of it.
  ///
  /// - Parameters:
  ///   - cache: where files are kept by their checksums.
  ///   - sizeLimit: how many bytes the file may have; nil for any.
  /// - Throws: `.malformed` for an address that is not `http` or `https` or leads to a machine that
  ///   the cache does not reach, and for a file that is too large or has another checksum;
  ///   `.inaccessible` when the fetch fails or curl is missing.
  public func path(in cache: CacheFolder, sizeLimit: Int?) throws(InputError) -> String {
    guard WebAddress(url) != nil else {
      throw fault(
        .malformed, "this is no address that can be fetched",
        "expected http:// or https://, then the name of a machine in ASCII")
    }
    guard sha256.utf8.count == 64, sha256.utf8.allSatisfy(Self.isHexadecimal) else {
      throw fault(.malformed, "'\(sha256)' is no SHA-256", "expected 64 hexadecimal digits")
    }
    let name = "sha256-\(sha256)"
    if cache.holds(name) { return cache.file(name) }
    let target = WritingTarget(path: cache.file(name), name: cache.file(name))
    try target.makeFolders(cache.path)
    Litter.remove(from: cache.path)
    Interruption.register(target.temporaryPath)
    defer { Interruption.forget(target.temporaryPath) }
    do throws(InputError) {
      let descriptor = try target.open(target.temporaryPath)
      defer { close(descriptor) }
      let digest = try fetch(
        to: descriptor, of: target, sizeLimit: sizeLimit, everywhere: cache.reachesEveryAddress)
      guard digest == sha256 else {
        throw fault(
          .malformed, "the SHA-256 of the fetched file is \(digest)",
          "expected \(sha256): correct the checksum, or find out what the address gives")
      }
      try target.moveFile(descriptor)
    } catch {
      unlink(target.temporaryPath)
      throw error
    }
    return target.path
  }

  /// Fetches to an open file, from redirect to redirect, and tells the checksum.
  private func fetch(
    to descriptor: Int32, of target: WritingTarget, sizeLimit: Int?, everywhere: Bool
  ) throws(InputError) -> String {
    let deadline = ContinuousClock.now + .seconds(Self.timeLimit)
    var place = url
    for _ in 0...Self.redirectLimit {
      guard let address = WebAddress(place) else {
        throw failed("it is redirected to \(place.quoted), which cannot be fetched", target)
      }
      var outcome = Transfer.Outcome.failure("it has no address")
      for pinned in everywhere ? [nil] : try machines(of: address) {
        let rest = Int((deadline - .now) / .seconds(1))
        let transfer = Transfer(
          url: place, port: address.port, pinned: pinned, timeLimit: max(1, rest),
          patience: patience)
        guard
          let found = try transfer.fetch(to: descriptor, of: target, sizeLimit: sizeLimit)
        else {
          throw fault(
            .inaccessible, "cannot be fetched: the command curl is missing", "apt install curl")
        }
        outcome = found
        guard case .silence = found else { break }
      }
      switch outcome {
      case .file(let digest): return digest
      case .redirect(let other): place = other
      case .silence(let reason), .failure(let reason): throw failed(reason, target)
      case .tooLarge:
        let limit = FileContents.byteSize(sizeLimit ?? 0)
        throw fault(.malformed, "the address gives more than \(limit)", "the limit is \(limit)")
      }
    }
    throw failed("more than \(Self.redirectLimit) redirects", target)
  }

  /// The machines that an address means, all of which must belong to the public internet.
  private func machines(of address: WebAddress) throws(InputError) -> [NetworkAddress?] {
    let found: [NetworkAddress]
    do throws(ResolutionFault) {
      found = try NetworkAddress.all(of: address.host)
    } catch {
      throw fault(
        .inaccessible, "cannot be fetched: \(address.host.quoted) is not found: \(error.reason)",
        "check the address and the network; --allow-outside leaves looking it up to a proxy")
    }
    if let refused = found.first(where: {
      !PublicAddresses.contain($0) && !trusted.contains($0.text)
    }) {
      let way = address.text == url ? "" : "is redirected to \(address.text.quoted), which "
      var fault = fault(
        .malformed,
        "\(url.quoted) \(way)leads to \(refused.text), an address that is not of the public internet",
        "--allow-outside lifts this")
      fault.diagnostics[0].key = "url"
      throw fault
    }
    return found
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private func failed(_ reason: String, _ target: WritingTarget) -> InputError {
    fault(
      .inaccessible, "cannot be fetched: \(reason)",
      "try: curl --location --globoff --output \(target.path.shellWord) \(url.shellWord)")
  }

  private func fault(
    _ reason: InputError.Reason, _ message: String, _ help: String
  ) -> InputError {
    InputError(reason, [Diagnostic(file: url, message: message, help: help)])
  }
}
