import Foundation
import Testing

/// Every link and picture of the committed pages leads somewhere: to a file that is there, or a place in the page.
@Suite struct LinkTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let pages: [String] = {
    let reports =
      (try? FileManager.default.contentsOfDirectory(atPath: root.path + "/reports")) ?? []
    return ["README.md", "reports/README.md", "Benchmarks/README.md", "Sources/ARCHITECTURE.md"]
      + reports.sorted().map { "reports/\($0)/report.md" }
      .filter { FileManager.default.fileExists(atPath: root.path + "/" + $0) }
  }()

  /// What is not committed may be linked all the same.
  private static let uncommitted: Set<String> = ["data/curves.csv", "data/timing.csv"]

  @Test(arguments: pages) func everyLinkLeadsSomewhere(_ page: String) throws {
    let file = Self.root.appending(path: page)
    let text = Self.withoutCode(try String(contentsOf: file, encoding: .utf8))
    let targets =
      text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
      + text.matches(of: /(?:src|srcset|href)="([^"]+)"/).map { String($0.1) }
    let names = Set(text.matches(of: /<a name="([^"]+)">/).map { String($0.1) })
    if page.hasSuffix("report.md") { #expect(targets.count > 3 && !names.isEmpty) }
    for target in targets where !target.hasPrefix("http") && !Self.uncommitted.contains(target) {
      if target.hasPrefix("#") {
        #expect(names.contains(String(target.dropFirst())), "\(page): \(target)")
      } else {
        let path = target.removingPercentEncoding ?? target
        let linked = file.deletingLastPathComponent().path + "/" + path
        #expect(FileManager.default.fileExists(atPath: linked), "\(page): \(target)")
      }
    }
  }

  /// A page without what stands in code, which leads nowhere.
  private static func withoutCode(_ text: String) -> String {
    text.replacing(/```[\s\S]*?```/, with: "").replacing(/`[^`\n]*`/, with: "`code`")
  }

  @Test func allReportsAreWalked() {
    #expect(Self.pages.count > 10)
  }
}
