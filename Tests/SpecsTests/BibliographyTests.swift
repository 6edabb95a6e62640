import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import SpecLanguage
@testable import Specs

/// What is read from BibTeX files, and what is refused.
struct BibliographyTests {
  private func read(_ text: String) throws(InputError) -> Bibliography {
    try BibliographyReader.read(SourceText(name: "r.bib", bytes: Array(text.utf8)), named: "r.bib")
  }

  private func faults(_ text: String) -> [String] {
    do throws(InputError) {
      _ = try read(text)
      return []
    } catch {
      return error.diagnostics.map { fault in
        let place = fault.place.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
        return place + fault.message + "|" + (fault.help ?? "")
      }
    }
  }

  @Test("the works are those that pybtex finds")
  func peers() throws {
    let rows = try References().rows("bibliography.txt")
    let found = try read(References().text("bibliography.bib")).entries.flatMap { entry in
      entry.fields.map { [entry.key, entry.kind, $0.name, $0.value] }
    }
    #expect(found == rows)
    #expect(found.count > 20)
  }

  @Test("what is left out or empty is nothing, and keys are told apart by case")
  func lookUp() throws {
    let works = try read("@misc{A, title = {}, year = {1}}")
    let entry = try #require(works.entry(for: "A"))
    #expect(entry["title"] == nil && entry["author"] == nil && entry["year"] == "1")
    #expect(works.entry(for: "a") == nil)
    #expect(try read("no entries, 100%\n").entries.isEmpty)
    #expect(try read("\u{FEFF}@comment words\n@misc{A}").entries.count == 1)
  }

  @Test(
    "faults with their places",
    arguments: [
      (
        "@article{a, title = {x}}\n@misc{A}",
        "2:7+1 two entries have the key 'A'|rename or remove one: the first is on line 1"
      ),
      (
        "@article{a,\n  title = {x {y,\n  year = 2}\n",
        "2:11+1 '{' is never closed|braces must match, even after a backslash"
      ),
      (
        "@article{a,\n  title = \"x}\"}", "2:13+1 '}' closes nothing|is a '{' missing before it?"
      ),
      ("@article{a,\n  title = {x}", "1:9+1 this entry is never closed|close it with '}'"),
      (
        "@article{a,\n  title = {x}\n  year = 2}",
        "3:3+1 expected ',' or '}'|is a comma missing before this?"
      ),
      (
        "@article{a,\n  title {x}}", "2:3+5 no '=' after 'title'|fields are written name = {value}"
      ),
      (
        "@article{a,\n  title = }",
        "2:11+1 expected a value|values are written {text}, \"text\" or as a number"
      ),
      (
        "@string{icml = {I}}\n@misc{a, title = icmk # {x}}",
        "2:18+4 no @string is called 'icmk'|did you mean 'icml'? text needs braces: {icmk}"
      ),
      (
        "@misc{a, title = Hello}",
        "1:18+5 no @string is called 'Hello'|text needs braces: {Hello}"
      ),
      ("@misc{title = {x}}", "1:7+5 this entry has no key|write @misc{key, ...}"),
      ("@misc{, title = {x}}", "1:7+1 this entry has no key|write @misc{key, ...}"),
      ("@misc{a b, title = {x}}", "1:7+1 no ',' after the key 'a'|write @misc{key, ...}"),
      (
        "mail me@example.org",
        "1:8+12 no '{' after '@example.org'|an entry is written @article{key, ...}; an @ elsewhere needs a '%' before it on its line"
      ),
      (
        "a @ b",
        "1:3+3 no '{' after '@b'|an entry is written @article{key, ...}; an @ elsewhere needs a '%' before it on its line"
      ),
      ("@{x}", "1:1+1 '@' begins no entry|write @article{key, ...}"),
      (
        "@misc{a, year = 1, Year = 2}", "1:20+4 'a' has two fields 'year'|remove one of them"
      ),
      ("@misc{a,\n  title", "2:3+5 the file ends within an entry|close it with '}'"),
    ])
  func refused(_ text: String, _ expected: String) {
    #expect(faults(text) == [expected])
  }

  @Test("all faults at once, as far as the rest can be read")
  func together() {
    #expect(
      faults("@misc{a, title = x}\n@misc{a}\n@misc{b, title = {}").map { $0.prefix(4) }
        == ["1:18", "2:7+", "3:6+"])
  }

  @Test("abbreviations cannot blow a file up")
  func explosion() {
    let lines = (1...40).map { "@string{a\($0) = a\($0 - 1) # a\($0 - 1)}" }
    let faults = faults((["@string{a0 = {0123456789}}"] + lines).joined(separator: "\n"))
    #expect(faults.count == 1 && faults[0].contains("this value is too long"), "\(faults)")
    #expect(
      self.faults("@misc{a, title = {\(String(repeating: "x", count: 1 << 17))}}").map {
        $0.contains("this value is too long")
      } == [true])
    let deep = String(repeating: "{", count: 10_000) + String(repeating: "}", count: 10_000)
    #expect(self.faults("@misc{a, title = \(deep)}").isEmpty)
  }

  @Test("no text makes the reader stop working")
  func anything() {
    let pieces = [
      "@", "misc", "{", "}", "(", ")", ",", "=", "#", "\"", "%", "\n", "a", "1", " ", "string", "é",
      "comment", "preamble", "\\", "title", "jan",
    ]
    var state: UInt64 = 7
    for _ in 0..<5_000 {
      var text = ""
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        text += pieces[Int(state >> 33) % pieces.count]
      }
      for fault in faults(text) { #expect(fault.first?.isNumber == true, "\(text): \(fault)") }
    }
  }

  // MARK: In a spec

  private func spec(_ report: String) -> String {
    """
    {"name":"a","problems":[{"dataset":"diabetes","model":"linear","epochs":1}],"optimizers":[{"name":"A","kind":"adam"}],"report":{
    \(report)
    }}
    """
  }

  @Test("a report names its bibliography by a path of the project")
  func named() throws {
    let report = try SpecSchemaTests.decode(spec(#""bibliography": "bibliography.bib""#)).report
    let works = try #require(report.bibliography)
    #expect(works.name == "bibliography.bib" && works.entry(for: "dozat2016") != nil)
    #expect(try SpecSchemaTests.decode(spec(#""style": "screen""#)).report.bibliography == nil)
  }

  @Test(
    "paths that lead nowhere",
    arguments: [
      (
        #""bibliography": "x.bib""#, "2:17+7 no file 'x.bib'|paths start from the spec's own folder"
      ),
      (
        #""bibliography": "../../../../x.bib""#,
        "2:17+19 '../../../../x.bib' leads out of the project|move the file, or pass --allow-outside"
      ),
      (
        #""bibliography": "/etc/passwd""#,
        "2:17+13 '/etc/passwd' is an absolute path|write it from the spec's own folder; --allow-outside lifts this"
      ),
      (#""bibliography": 1"#, "2:17+1 'bibliography' is 1|expected text"),
    ])
  func unreachable(_ report: String, _ expected: String) {
    #expect(SpecFaultTests.faults(spec(report)) == [expected])
    // What cannot be cited then is not told besides.
    let citing = report + #", "cells": [{ "markdown": "{{ cite:a }}" }]"#
    #expect(SpecFaultTests.faults(spec(citing)) == [expected])
  }

  @Test("faults of the file are told at their places in it")
  func faultyFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("@misc{a,\n  title = x}".utf8).write(to: folder.appending(path: "r.bib"))
    let path = folder.appending(path: "s.json").path
    let text = spec(#""bibliography": "r.bib", "dpi": 0"#)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    let error = try #require(throws: InputError.self) { try ExperimentSpec.read(path: path) }
    #expect(error.diagnostics.map(\.file) == [path, folder.appending(path: "r.bib").path])
    #expect(error.diagnostics.last?.place == Place(line: 2, column: 11))
    #expect(error.reason == .malformed)
    try FileManager.default.removeItem(at: folder.appending(path: "r.bib"))
    try FileManager.default.createDirectory(
      at: folder.appending(path: "r.bib"), withIntermediateDirectories: true)
    #expect(
      throws: InputError(
        .inaccessible,
        [
          Diagnostic(
            file: folder.appending(path: "r.bib").path, message: "this is a folder, not a file",
            help: "name a regular file", notes: ["asked for at \(path):2:17"])
        ])
    ) { try ExperimentSpec.decode(of: spec(#""bibliography": "r.bib""#), at: path) }
  }
}

extension ExperimentSpec {
  fileprivate static func decode(of text: String, at path: String) throws -> ExperimentSpec {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try read(path: path)
  }
}
