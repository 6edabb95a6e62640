import Diagnostics
import Files
import FuzzedReading
import Glibc
import SpecLanguage
import Training

@testable import Experiments
@testable import Publishing
@testable import Reports
@testable import Specs

/// What has to hold for any bytes, whoever made them: nothing crashes, and what is read is written as
/// the same bytes again.
enum Law: String, CaseIterable {
  case record, run, segment, json, manifest, spec, data

  /// Stops the program where the law does not hold.
  func check(_ bytes: [UInt8]) {
    switch self {
    case .record: Self.checkRecord(bytes)
    case .run:
      Self.checkRun(bytes)
      Self.checkRun(Seal.run(bytes))
    case .segment:
      Self.checkSegment(bytes)
      Self.checkSegment(Seal.segment(bytes))
    case .json: Self.checkJSON(bytes)
    case .manifest: Self.checkManifest(bytes)
    case .spec: Self.checkSpec(bytes)
    case .data: Self.checkData(bytes)
    }
  }

  private static func checkRecord(_ bytes: [UInt8]) {
    if let record = try? RunRecord(encoded: bytes) { precondition(record.encoded == bytes) }
  }

  private static func checkRun(_ bytes: [UInt8]) {
    guard let run = StoredRun(bytes: bytes) else { return }
    precondition(run.bytes == bytes)
    checkRecord(run.record)
  }

  private static func checkSegment(_ bytes: [UInt8]) {
    // In memory, since a disk takes longer than all else.
    let (folder, name) = ("/dev/shm", "report-fuzz-\(getpid())")
    let path = "\(folder)/\(name)"
    defer { unlink(path) }
    var made = AppendedFile(creating: name, in: folder)
    guard made?.append(bytes) == nil, let file = ReadableParts(path: path) else {
      preconditionFailure("no file can be made in memory")
    }
    let index = SegmentIndex(file)
    var written = Array(bytes.prefix(index.entries.first?.offset ?? 0))
    var isWhole = index.damage == nil && !index.entries.isEmpty
    for entry in index.entries {
      guard let run = entry.run(in: file) else {
        isWhole = false
        continue
      }
      precondition(SHA256.value(of: run.request[...]) == entry.key)
      precondition(Digest(run.bytes.suffix(StoredRun.digestSize)) == entry.digest)
      isWhole = isWhole && entry.offset == written.count
      written += run.bytes
    }
    guard isWhole else { return }
    if written.count < bytes.count {
      written += SegmentIndex.closing(index.entries, at: written.count)
    }
    precondition(written == bytes)
  }

  private static func checkJSON(_ bytes: [UInt8]) {
    do throws(InputError) {
      guard let literal = JSONLiteral(try JSONReader.read(SourceText(name: "x", bytes: bytes)))
      else { return }
      for text in [literal.canonical, literal.written()] {
        let again = try JSONReader.read(SourceText(name: "x", bytes: Array(text.utf8)))
        precondition(JSONLiteral(again)?.canonical == literal.canonical)
      }
    } catch {
      precondition(!error.rendered(colour: false).isEmpty)
    }
  }

  private static func checkManifest(_ bytes: [UInt8]) {
    guard let manifest = Manifest(bytes, named: "x") else { return }
    for path in manifest.digests.keys {
      precondition(RelativeReference.path(of: RelativeReference.to(path)) == path)
    }
  }

  private static func checkSpec(_ bytes: [UInt8]) {
    guard let confinement = Confinement(ofSpecAt: "a.json", allowingOutside: false) else { return }
    do throws(InputError) {
      _ = try ExperimentSpec.decode(
        SourceText(name: "a.json", bytes: bytes), cells: .standard, confinement: confinement,
        noLimits: false)
    } catch {
      precondition(!error.rendered(colour: false).isEmpty)
    }
  }

  private static func checkData(_ bytes: [UInt8]) {
    do throws(InputError) {
      let table = try readFuzzed(bytes)
      precondition(isSound(table))
    } catch {
      precondition((1...20).contains(error.diagnostics.count))
      precondition(error.diagnostics.allSatisfy { $0.help != nil })
    }
  }
}

extension JSONLiteral {
  /// What was read, to be written again; nil where it holds what is never written: null, a number
  /// that is too large for a double, a key twice.
  fileprivate init?(_ value: JSONValue) {
    switch value.content {
    case .null: return nil
    case .flag(let flag): self = .flag(flag)
    case .text(let text): self = .text(text)
    case .number(let number):
      // Beyond 2⁵³ a double is written with the fewest digits, which are those of another whole number.
      if let whole = number.whole, whole.magnitude <= 1 << 53 {
        self = .whole(whole)
      } else {
        guard number.double.isFinite else { return nil }
        self = .number(number.double)
      }
    case .list(let elements):
      let literals = elements.compactMap { JSONLiteral($0) }
      guard literals.count == elements.count else { return nil }
      self = .list(literals)
    case .object(let members):
      let literals = members.compactMap { member in
        JSONLiteral(member.value).map { Member(key: member.key, value: $0) }
      }
      guard Set(literals.map { Array($0.key.utf8) }).count == members.count else { return nil }
      self = .object(literals)
    }
  }
}
