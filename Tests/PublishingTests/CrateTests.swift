import ExperimentSupport
import Experiments
import Files
import Foundation
import Reports
import Testing
import Training

@testable import Publishing

/// The manifest as an RO-Crate 1.1 of the profile Process Run Crate 0.5.
@Suite struct CrateTests {
  /// What a spec can say to do harm.
  static let hostile = #"나담 "x" # %41 <b>..|\ ?"#
  private static let hostileJSON = #"나담 \"x\" # %41 <b>..|\\ ?"#

  private static func spec(
    title: String = hostileJSON, optimizer: String = hostileJSON, rate: Double = 0.5,
    layout: String = " "
  ) -> String {
    """
    {\(layout)"name": "made_up", "title": "\(title)", "authors": "\(hostileJSON)", "seeds": [3, 4, 5],
      "problems": [
        { "name": "\(hostileJSON)", "dataset": "iris", "model": "softmax", "epochs": 4 },
        { "name": "q", "dataset": "iris", "model": { "kind": "mlp", "hidden": [3] }, "epochs": 4 },
        { "name": "r", "dataset": { "kind": "regression", "samples": 40, "features": 3 },
          "model": "linear", "epochs": 4 }
      ],
      "optimizers": [
        { "name": "\(optimizer)", "kind": "nadam", "variant": "keras", "learning_rate": \(rate) },
        { "name": "b", "kind": "sgd" }
      ] }
    """
  }

  private static let tools = [
    ToolVersion(name: "report", version: "1.2.3"), ToolVersion(name: "cairo", version: "1.16.0"),
  ]

  /// A manifest of files that are made up.
  private func graph(
    _ spec: String = spec(), answer: String? = "It *does*.", time: String? = nil,
    files: [String] = paths
  ) throws -> CrateGraph {
    let crate = Crate(
      plan: try SmallExperiment.plan(spec), answer: answer, tools: Self.tools,
      fonts: [DrawnFont(family: "A Font", sha256: "00")], time: time)
    return try CrateGraph(
      crate.file(of: files.map { ReportFile(path: $0, bytes: Array($0.utf8)) }).bytes)
  }

  private static let paths = [
    "data/curves.csv", "data/runs.csv", "figures/a b#%나.csv", "figures/a b#%나.svg",
    "figures/l-dark.svg", "figures/l.csv", "figures/l.pdf", "figures/n-dark.csv",
    "figures/n-dark.png", "figures/n.csv", "report.md", "tables/t.tex", "values.tex",
  ]

  /// The manifest of a whole report.
  private func bundle() throws -> (files: [ReportFile], graph: CrateGraph, manifest: ReportFile) {
    let fast = (0..<6).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let slow = (0..<6).map { _ in SmallExperiment.record([100, 60, 40, 20, 10]) }
    let files = try ReportBundle(SmallExperiment.results(fast, slow), tool: "1.2.3").files
    let manifest = try #require(files.first { $0.path == "ro-crate-metadata.json" })
    return (files.filter { $0 != manifest }, try CrateGraph(manifest.bytes), manifest)
  }

  // MARK: RO-Crate 1.1

  @Test func everyReferenceLeadsSomewhereAndNothingStandsAlone() throws {
    for graph in [try graph(), try graph(answer: nil, time: "2020"), try bundle().graph] {
      let ids = graph.entities.map(\.id)
      #expect(Set(ids).count == ids.count)
      // The specification itself is no part of the crate.
      let specification = "https://w3id.org/ro/crate/1.1"
      let start = ["ro-crate-metadata.json"]
      #expect(graph.reachable(from: start).subtracting([specification]) == Set(ids))
    }
  }

  @Test func theGraphIsFlatAndCompacted() throws {
    for entity in try bundle().graph.entities + graph().entities {
      for (key, value) in entity.properties {
        let values = value as? [Any]
        #expect(values?.count != 1 && values?.isEmpty != true, "\(entity.id) \(key)")
        for value in values ?? [value] {
          let isLink = (value as? [String: String])?.keys.elementsEqual(["@id"]) == true
          #expect(value is String || isLink)
        }
      }
    }
  }

  /// Those of the two contexts, https://w3id.org/ro/crate/1.1/context and, for `sha256`, that of Workflow Run
  /// Crate.
  private static let terms: Set<String> = [
    "@id", "@type", "about", "alternateName", "author", "citation", "conformsTo", "contentSize",
    "datePublished", "description", "encodingFormat", "endTime", "hasPart", "identifier",
    "instrument", "isBasedOn", "license", "mentions", "name", "object", "result", "sha256",
    "softwareRequirements", "softwareVersion", "url", "value", "version",
  ]

  @Test func everyTermIsKnown() throws {
    let graph = try graph(time: "2020-01-01T00:00:00+00:00")
    #expect(
      graph.context == [
        "https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context",
      ])
    let keys = Set(try (graph.entities + bundle().graph.entities).flatMap(\.properties.keys))
    #expect(keys == Self.terms)
  }

  @Test func theRootHasWhatACrateMustHave() throws {
    let time = "2020-01-01T00:00:00+00:00"
    let graph = try graph(time: time)
    let descriptor = try #require(graph["ro-crate-metadata.json"])
    #expect(descriptor.type == "CreativeWork" && descriptor.links("about") == ["./"])
    #expect(descriptor.links("conformsTo") == ["https://w3id.org/ro/crate/1.1"])
    let root = try #require(graph["./"])
    #expect(root.type == "Dataset" && root["name"] == Self.hostile)
    #expect(root["description"] == "It *does*." && root["author"] == Self.hostile)
    #expect(root["datePublished"] == time)
    let licence = try #require(graph[root.links("license")[0]])
    #expect(licence.type == "CreativeWork" && licence["name"] == "No licence stated")
    #expect(licence["description"]?.isEmpty == false)
    // A clock is never asked, and a description is there in any case.
    let silent = try #require(try self.graph(answer: nil)["./"])
    #expect(silent["datePublished"] == nil)
    #expect(silent["description"] == "A comparison of optimizers that gives no answer of its own.")
  }

  @Test func filesAreDataEntitiesOfTheirFolders() throws {
    let (files, graph, _) = try bundle()
    let parts = graph.reachable(from: ["./"], by: "hasPart")
    let dataEntities = Set((graph.all("File") + graph.all("Dataset")).map(\.id))
    #expect(parts == dataEntities)
    let folders = graph.all("Dataset").map(\.id).filter { $0 != "./" }
    #expect(folders == ["data/", "figures/", "tables/"])
    for folder in folders {
      #expect(graph[folder]?.links("hasPart").allSatisfy { $0.hasPrefix(folder) } == true)
    }
    // Who is handed the folder need not find the curves there.
    let committed = files.filter { $0.path != "data/curves.csv" }
    #expect(Set(graph.all("File").map(\.id)) == Set(committed.map(\.path)))
    for file in committed {
      let entity = try #require(graph[file.path])
      #expect(entity["contentSize"] == String(file.bytes.count))
      #expect(entity["sha256"] == SHA256.hex(of: file.bytes))
    }
    let curves = try #require(graph["#data/curves.csv"])
    #expect(curves.type == "CreativeWork" && curves["name"] == "data/curves.csv")
    #expect(curves["sha256"]?.count == 64)
    let formats = ["report.md": "text/markdown", "figures/loss-p.svg": "image/svg+xml"]
    for (path, format) in formats { #expect(graph[path]?["encodingFormat"] == format) }
    #expect(graph.all("File").allSatisfy { $0["encodingFormat"]?.contains("octet") == false })
  }

  @Test func whateverASpecSaysIdentifiersAreValidAndTextsStay() throws {
    let graph = try graph()
    // Unreserved characters, `/`, an escaped byte, one `#` in front, or an address (RFC 3986).
    let valid = #/(https:)?#?([A-Za-z0-9._~\/-]|%[0-9A-F]{2})+/#
    for entity in graph.entities {
      #expect(entity.id.wholeMatch(of: valid) != nil, "\(entity.id)")
      #expect(!entity.id.contains("../"))
    }
    #expect(graph["figures/a%20b%23%25%EB%82%98.svg"] != nil)
    #expect(graph["#optimizer-1"]?["name"] == Self.hostile)
  }

  @Test func aPictureLeadsToTheNumbersThatItDraws() throws {
    let graph = try graph()
    for (picture, numbers) in [
      ("figures/a%20b%23%25%EB%82%98.svg", ["figures/a%20b%23%25%EB%82%98.csv"]),
      ("figures/l-dark.svg", ["figures/l.csv"]), ("figures/l.pdf", ["figures/l.csv"]),
      ("figures/n-dark.png", ["figures/n-dark.csv"]), ("figures/l.csv", []), ("report.md", []),
    ] {
      #expect(graph[picture]?.links("isBasedOn") == numbers, "\(picture)")
    }
  }

  // MARK: Process Run Crate 0.5

  @Test func theRunSaysWhatItMadeFromWhatAndByWhat() throws {
    let graph = try graph(time: "2020-01-01T00:00:00+00:00")
    let root = try #require(graph["./"])
    let profile = try #require(graph["https://w3id.org/ro/wfrun/process/0.5"])
    #expect(root.links("conformsTo") == [profile.id] && profile.type == "CreativeWork")
    #expect(profile["version"] == "0.5")
    let run = try #require(graph.all("CreateAction").first)
    #expect(graph.all("CreateAction").count == 1 && root.links("mentions") == [run.id])
    #expect(run.id.wholeMatch(of: #/#run-[0-9a-f]{64}/#) != nil)
    #expect(run["name"] == "18 runs and a report of them")
    #expect(run["description"]?.hasPrefix("report ") == true)
    #expect(run["endTime"] == "2020-01-01T00:00:00+00:00")
    let program = try #require(graph[run.links("instrument")[0]])
    #expect(program.type == "SoftwareApplication" && program["name"] == "report")
    #expect(program["softwareVersion"] == "1.2.3")
    #expect(
      program.links("softwareRequirements") == [
        "https://www.cairographics.org/", "https://www.swift.org/",
      ])
    for tool in graph.all("SoftwareApplication") {
      #expect(tool["name"]?.isEmpty == false && tool["softwareVersion"]?.isEmpty == false)
    }
    #expect(
      run.links("object") == [
        "#spec", "#plan", "#seeds", "#generator", "#data-1", "#data-2", "#optimizer-1",
        "#optimizer-2", "#font-1",
      ])
    #expect(run.links("result") == root.links("hasPart") + ["#data/curves.csv"])
    let types = Set((run.links("object") + run.links("result")).compactMap { graph[$0]?.type })
    #expect(types == ["File", "Dataset", "CreativeWork", "PropertyValue"])
  }

  @Test func theInputsAreToldInFull() throws {
    let graph = try graph()
    #expect(graph["#seeds"]?["value"] == "3 to 5")
    #expect(graph["#generator"]?["value"] == "philox")
    #expect(graph["#generator"]?["description"] == "revision 1")
    // Two problems on one table.
    let iris = try #require(graph["#data-1"])
    #expect(iris["name"] == "iris" && iris["sha256"]?.count == 64)
    #expect(iris["description"] == "150 examples, 4 features, 3 classes to predict")
    #expect(iris["license"] == "BSD-3-Clause, as distributed with scikit-learn")
    #expect(iris["alternateName"]?.contains("scikit-learn 1.9.1") == true)
    let synthetic = try #require(graph["#data-2"])
    #expect(synthetic["sha256"] == nil && synthetic["license"] == nil)
    #expect(synthetic["description"] == "40 examples, 3 features, a number to predict")
    let nadam = try #require(graph["#optimizer-1"])
    #expect(nadam["description"]?.hasSuffix(", revision 1") == true)
    #expect(nadam["value"]?.contains(#""kind":"nadam""#) == true)
    #expect(nadam["value"]?.contains(#""learning_rate":0.5"#) == true)
    #expect(nadam["value"]?.contains(#""revision":1,"#) == true)
    #expect(nadam["value"]?.contains(#""variant":"keras""#) == true)
    #expect(graph["#font-1"]?["name"] == "A Font" && graph["#font-1"]?["sha256"] == "00")
  }

  // MARK: Digests

  @Test func equalReportsHaveEqualManifests() throws {
    let runs = (0..<6).map { _ in SmallExperiment.record([100, 20, 10, 10, 10]) }
    let results = try SmallExperiment.results(runs, runs)
    let one = try ReportBundle(results, tool: "1").files
    #expect(try ReportBundle(results, tool: "1").files == one)
    #expect(try ReportBundle(results, tool: "2").files != one)
    let time = "2020-01-01T00:00:00+00:00"
    let timed = try ReportBundle(results, tool: "1", time: time).files
    #expect(zip(one, timed).filter(!=).map(\.0.path) == ["ro-crate-metadata.json"])
  }

  @Test func eachDigestChangesWithWhatItNames() throws {
    typealias Digests = (spec: String, canonical: String, plan: String, run: String)
    func digests(_ spec: String) throws -> Digests {
      let graph = try graph(spec)
      return (
        spec: graph["#spec"]?["sha256"] ?? "", canonical: graph["#spec-canonical"]?["value"] ?? "",
        plan: graph["#plan"]?["sha256"] ?? "", run: graph.all("CreateAction").first?.id ?? ""
      )
    }
    let one = try digests(Self.spec())
    #expect([one.spec, one.canonical, one.plan].allSatisfy { $0.count == 64 })
    let laidOut = try digests(Self.spec(layout: "\n\n  "))
    #expect(laidOut.spec != one.spec && laidOut.run != one.run)
    #expect(laidOut.canonical == one.canonical && laidOut.plan == one.plan)
    let renamed = try digests(Self.spec(optimizer: "other"))
    #expect(renamed.canonical != one.canonical && renamed.plan == one.plan)
    let faster = try digests(Self.spec(rate: 1))
    #expect(faster.plan != one.plan && faster.run != one.run)
  }

  // MARK: Reading

  @Test func whatWasWrittenIsReadBack() throws {
    let (files, _, manifest) = try bundle()
    let read = try #require(Manifest(manifest.bytes, named: "m"))
    let pairs = files.map { ($0.path, SHA256.hex(of: $0.bytes)) }
    #expect(read.digests == Dictionary(uniqueKeysWithValues: pairs))
    #expect(read.title == "made_up" && read.time == nil && read.spec?.sha256.count == 64)
    #expect(read.answer?.hasPrefix("On *p* 6 seeds are too few") == true)
    let crate = Crate(
      plan: try SmallExperiment.plan(Self.spec()), answer: nil, tools: Self.tools, fonts: [],
      time: "2020-01-01T00:00:00+00:00")
    let made = crate.file(of: Self.paths.map { ReportFile(path: $0, bytes: []) })
    let hostile = try #require(Manifest(made.bytes, named: "m"))
    #expect(hostile.title == Self.hostile && hostile.answer == nil)
    #expect(hostile.time == "2020-01-01T00:00:00+00:00")
    #expect(hostile.digests.keys.sorted() == Self.paths.sorted())
  }
}
