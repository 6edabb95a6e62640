import Files
import Foundation
import Testing
import Training

@testable import Experiments

/// A store that others write to while it is looked at.
@Suite struct StoreReadingTests {
  private let folder: SpecFolder
  private let plan: Plan
  private let place: StorePlace
  private let said = Lines()

  init() throws {
    folder = try SpecFolder()
    plan = try folder.plan(
      problems: #"{ "dataset": "diabetes", "model": "linear", "epochs": 3 }"#)
    place = StorePlace(project: folder.path)
  }

  private func open(isRead: Bool = true) -> RunStore {
    RunStore(at: place, writer: "test", isRead: isRead, say: { [said] in said.append($0) })
  }

  private func keep(_ places: some Sequence<Int>, in store: RunStore) {
    for place in places {
      let request = plan.request(for: plan.runs[place])
      store.keep(request.run(), of: request)
    }
  }

  private func held(by store: RunStore) -> [Int] {
    plan.runs.indices.filter { store.holds(plan.request(for: plan.runs[$0])) }
  }

  @Test func whatOthersKeepIsFoundAtTheNextLook() throws {
    let (watcher, one, other) = (open(), open(), open())
    #expect(held(by: watcher).isEmpty)
    keep([0, 1], in: one)
    #expect(held(by: watcher).isEmpty)
    watcher.refresh()
    #expect(held(by: watcher) == [0, 1])
    keep([2], in: one)
    keep([4], in: other)
    watcher.refresh()
    #expect(held(by: watcher) == [0, 1, 2, 4] && watcher.segmentCount == 2)
    // The one that was read first goes on after the other was read.
    keep([5], in: one)
    one.close()
    other.close()
    watcher.refresh()
    watcher.refresh()
    #expect(held(by: watcher) == [0, 1, 2, 4, 5])
    for place in [0, 4, 5] {
      let request = plan.request(for: plan.runs[place])
      #expect(watcher.record(of: request) == request.run())
    }
    // Who writes finds what others wrote, and its own once.
    keep([3], in: watcher)
    watcher.refresh()
    #expect(watcher.count == 6 && held(by: watcher) == [0, 1, 2, 3, 4, 5])
    #expect(said.all.isEmpty, "\(said.all)")
  }

  @Test func anotherResultIsNamedAtTheNextLook() throws {
    let (watcher, one, other) = (open(), open(), open())
    keep([0, 1], in: one)
    watcher.refresh()
    let request = plan.request(for: plan.runs[1])
    var wrong = request.run()
    wrong.trainLoss = wrong.trainLoss.nextUp
    other.keep(wrong, of: request)
    watcher.refresh()
    watcher.refresh()
    #expect(held(by: watcher) == [0])
    #expect(said.all.count == 1 && said.all[0].hasPrefix("FAULT OF DETERMINISM: "))
    #expect(said.all[0].contains("the final training losses are "))
  }

  @Test func aStoreThatIsNotReadBeginsEmpty() throws {
    let first = open()
    keep([0, 1], in: first)
    first.close()
    let writer = open(isRead: false)
    #expect(writer.count == 0 && writer.segmentCount == 0)
    keep([1, 2], in: writer)
    #expect(held(by: writer) == [1, 2])
    writer.close()
    // The same run twice is no fault.
    #expect(held(by: open()) == [0, 1, 2] && said.all.isEmpty)
  }

  @Test func runsAreReadAsTheyLie() throws {
    let first = open()
    keep([4, 1], in: first)
    first.close()
    Thread.sleep(forTimeInterval: 0.05)
    let second = open()
    keep([3, 0], in: second)
    second.close()
    #expect(open().readingOrder(of: plan) == [4, 1, 3, 0, 2, 5])
  }
}
