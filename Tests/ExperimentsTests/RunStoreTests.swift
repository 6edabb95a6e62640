import Files
import Foundation
import Testing
import Training

@testable import Experiments

@Suite("Kept runs")
struct RunStoreTests {
  private let folder: SpecFolder
  private let plan: Plan
  private let place: StorePlace
  private let said = Lines()

  init() throws {
    folder = try SpecFolder()
    plan = try folder.plan(
      problems: #"{ "dataset": "diabetes", "model": "linear", "epochs": 6 }"#)
    place = StorePlace(project: folder.path)
  }

  private func open() -> RunStore {
    RunStore(at: place, writer: "test", say: { [said] in said.append($0) })
  }

  private var records: [RunRecord] { plan.runs.compactMap { plan.request(for: $0).run() } }

  /// A store with all runs of the plan; its segment, under a name whose process is gone.
  private func filled(closed: Bool = true) throws -> URL {
    let store = open()
    for (run, record) in zip(plan.runs, records) { store.keep(record, of: plan.request(for: run)) }
    if closed { store.close() }
    let segment = try #require(
      KeptFolder.files(in: place.folder, ending: "seg").first.map { place.folder + "/" + $0.name })
    let gone = URL(filePath: place.folder + "/999999999-1.seg")
    try FileManager.default.moveItem(atPath: segment, toPath: gone.path)
    return gone
  }

  private func kept(_ store: RunStore) -> [RunRecord?] {
    plan.runs.map { store.record(of: plan.request(for: $0)) }
  }

  @Test("What is kept comes back, with an index or without", arguments: [true, false])
  func comesBack(closed: Bool) throws {
    #expect(open().count == 0)
    _ = try filled(closed: closed)
    let store = open()
    #expect(store.count == plan.runs.count && store.segmentCount == 1)
    #expect(kept(store) == records)
    var other = plan.request(for: plan.runs[0])
    other.seed += 1000
    #expect(store.record(of: other) == nil && !store.holds(other))
    #expect(said.all.isEmpty)
    // Nobody is to commit it.
    #expect(
      try String(contentsOfFile: folder.path + "/.report-cache/.gitignore", encoding: .utf8)
        == "*\n")
  }

  /// A process that is killed leaves a part of a run at the end.
  @Test("Wherever a segment ends, what is whole before it comes back")
  func torn() throws {
    let segment = try filled(closed: false)
    let bytes = try Data(contentsOf: segment)
    let expected = records
    for size in stride(from: 0, to: bytes.count, by: 397) {
      try bytes.prefix(size).write(to: segment)
      let store = open()
      let found = kept(store)
      let whole = found.count { $0 != nil }
      #expect(zip(found, expected).allSatisfy { $0 == nil || $0 == $1 })
      #expect(Array(found.prefix(whole)) == Array(expected.prefix(whole)), "\(size)")
      #expect(store.count == whole)
    }
    #expect(
      said.all.contains(
        "kept runs: 999999999-1.seg ends within a run, as where its process was killed; what is missing is made again"
      ))
    #expect(said.all.contains { $0.hasPrefix("kept runs: 999999999-1.seg is no segment") })
  }

  @Test("A flipped bit makes a run be made again, and never another one")
  func corrupt() throws {
    let segment = try filled()
    let bytes = try Data(contentsOf: segment)
    let expected = records
    var lost = 0
    for place in stride(from: 0, to: bytes.count, by: 211) {
      var broken = bytes
      broken[place] ^= 1 << UInt8(place % 8)
      try broken.write(to: segment)
      let found = kept(open())
      #expect(zip(found, expected).allSatisfy { $0 == nil || $0 == $1 }, "\(place)")
      lost += found.count { $0 == nil }
    }
    #expect(lost > 10)
    #expect(said.all.contains("kept runs: a run in 999999999-1.seg is corrupt; it is made again"))
  }

  @Test("What was made again after it was corrupt is found without a word")
  func madeAgain() throws {
    let segment = try filled()
    var bytes = try Data(contentsOf: segment)
    bytes[300] ^= 1
    try bytes.write(to: segment)
    // Files are told apart by when they were changed, which clocks tell by hundredths of seconds.
    Thread.sleep(forTimeInterval: 0.05)
    let store = open()
    for (run, found) in zip(plan.runs, kept(store)) where found == nil {
      let request = plan.request(for: run)
      store.keep(request.run(), of: request)
    }
    store.close()
    said.clear()
    #expect(kept(open()) == records)
    #expect(said.all.isEmpty)
  }

  @Test("Two results of one run are a fault that is told, and neither is used")
  func disputed() throws {
    _ = try filled()
    let store = open()
    let request = plan.request(for: plan.runs[0])
    var record = request.run()
    // A wrong bit in one number of one record.
    let (right, wrong) = (record.curve[3].trainLoss, record.curve[3].trainLoss.nextUp)
    record.curve[3].trainLoss = wrong
    store.keep(record, of: request)
    store.close()
    let again = open()
    let rule = request.optimizer.kind.rawValue
    let words =
      "different results of \(rule) on 'diabetes', seed \(request.seed) "
      + "(\(request.key.description.prefix(16))): the training losses after epoch 3 are "
    #expect(
      said.all.count == 1
        && said.all[0].hasPrefix("FAULT OF DETERMINISM: 999999999-1.seg (test) and "))
    #expect(said.all[0].hasSuffix("hold \(words)\(right) and \(wrong); it is made again"))
    #expect(again.record(of: request) == nil && again.count == plan.runs.count - 1)
    // Of stores that are brought together, too.
    let elsewhere = StorePlace(project: "", directory: folder.path + "/other")
    let other = RunStore(at: elsewhere, writer: "other", say: { _ in })
    other.keep(request.run(), of: request)
    let mine = StorePlace(project: "", directory: folder.path + "/mine")
    let own = RunStore(at: mine, writer: "own", say: { _ in })
    own.keep(record, of: request)
    #expect(
      own.merge(other)?.disputed.map(\.description) == [
        String(words.dropFirst("different results of ".count)) + "\(wrong) and \(right)"
      ])
  }

  @Test("Where nothing can be kept that is told once, and runs are made")
  func unwritable() async throws {
    try "".write(toFile: folder.path + "/.report-cache", atomically: true, encoding: .utf8)
    let store = open()
    let results = await Scheduler(jobs: 2, store: store).run(plan)
    store.close()
    #expect(plan.runs.map { results[$0] } == records)
    #expect(
      said.all == [
        "kept runs: nothing more can be kept in \(place.folder): .report-cache is a file, not a folder"
      ])
  }

  @Test("No link leads out of the project")
  func links() throws {
    let outside = URL(filePath: folder.path + "/outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/.report-cache", withDestinationPath: outside.path)
    let store = open()
    store.keep(records[0], of: plan.request(for: plan.runs[0]))
    #expect(
      said.all == [
        "kept runs: nothing more can be kept in \(place.folder): .report-cache is a symbolic link, which is not followed"
      ])
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test("A scheduler makes only what is missing")
  func missing() async throws {
    let store = open()
    for (run, record) in zip(plan.runs, records).dropFirst(4) {
      store.keep(record, of: plan.request(for: run))
    }
    store.close()
    let again = open()
    let results = await Scheduler(jobs: 3, store: again).run(plan)
    again.close()
    #expect(plan.runs.map { results[$0] } == records)
    #expect(results.reusedCount == plan.runs.count - 4)
    #expect(open().count == plan.runs.count)
  }

  @Test("What one process keeps it can read, and after the end nothing is kept any more")
  func ownRuns() throws {
    let store = open()
    for (run, record) in zip(plan.runs, records).dropLast() {
      #expect(store.keep(record, of: plan.request(for: run)))
      #expect(store.record(of: plan.request(for: run)) == record)
    }
    store.close()
    let last = plan.runs[plan.runs.count - 1]
    #expect(!store.keep(records[records.count - 1], of: plan.request(for: last)))
    #expect(kept(store).dropLast() == records.dropLast())
    #expect(open().count == plan.runs.count - 1 && said.all.isEmpty)
  }

  @Test("Pruning drops what nobody asks for, merging copies what is not there")
  func upkeep() throws {
    let segment = try filled()
    let fewer = try folder.plan(
      problems: #"{ "dataset": "diabetes", "model": "linear", "epochs": 6 }"#, seeds: "2")
    let store = open()
    #expect(store.countUnused(by: [fewer]) == plan.runs.count - fewer.runs.count)
    let elsewhere = StorePlace(project: "", directory: folder.path + "/other")
    let other = RunStore(at: elsewhere, writer: "other", say: { [said] in said.append($0) })
    #expect(try #require(other.merge(store)).copied == plan.runs.count)
    #expect(store.prune(keeping: [fewer]) == plan.runs.count - fewer.runs.count)
    #expect(!FileManager.default.fileExists(atPath: segment.path))
    let pruned = open()
    #expect(
      pruned.count == fewer.runs.count && kept(pruned).compactMap { $0 }.count == fewer.runs.count)
    let merged = RunStore(at: elsewhere, writer: "", say: { [said] in said.append($0) })
    let result = try #require(pruned.merge(merged))
    #expect(result.copied == plan.runs.count - fewer.runs.count && result.disputed.isEmpty)
    #expect(kept(open()) == records)
    #expect(said.all.isEmpty, "\(said.all)")
  }

  @Test("Why runs are missing")
  func why() throws {
    _ = try filled()
    func groups(_ problems: String, seeds: String = "3") throws -> [MissingRuns.Reason] {
      MissingRuns(try folder.plan(problems: problems, seeds: seeds), in: open()).groups.map(
        \.reason)
    }
    let same = #"{ "dataset": "diabetes", "model": "linear", "epochs": 6 }"#
    #expect(try groups(same).isEmpty)
    #expect(try groups(same, seeds: "5").allSatisfy { $0 == .newSeeds })
    let longer = same.replacing("\"epochs\": 6", with: "\"epochs\": 7")
    #expect(
      try groups(longer).allSatisfy {
        $0 == .changed([.init(name: "epochs", kept: "6", asked: "7")])
      })
    #expect(
      try groups(#"{ "name": "else", "dataset": "diabetes", "model": "linear", "epochs": 6 }"#)
        .allSatisfy { $0 == .newProblem })
    let lion = try folder.plan(problems: same, optimizers: #"{ "name": "x", "kind": "lion" }"#)
    #expect(MissingRuns(lion, in: open()).groups.map(\.reason) == [.newRule])
  }
}
