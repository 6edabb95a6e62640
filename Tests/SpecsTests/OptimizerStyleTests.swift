import Diagnostics
import Files
import Foundation
import Plotting
import Reports
import TestSupport
import Testing

@testable import SpecLanguage
@testable import Specs

/// What a spec says of the look of optimizers, and the style files that it names.
struct OptimizerStyleTests {
  private static func spec(_ optimizers: String, _ rest: String = "") -> String {
    #"{"name": "a", "problems": [{"dataset": "diabetes", "model": "linear", "epochs": 10}],"#
      + "\n\"optimizers\": [" + optimizers + "]\(rest)}"
  }

  private static func adam(_ style: String, name: String = "A") -> String {
    #"{"name": "\#(name)", "kind": "adam", "style": \#(style)}"#
  }

  @Test func theWholeLookIsRead() throws {
    let text = Self.spec(
      Self.adam(
        ##"{"color": "#8000FF", "dash": "long-dashed", "marker": "star", "label": "ours", "order": -1}"##
      ) + "," + Self.adam(#"{"color": 3}"#, name: "B") + ","
        + Self.adam(#"{"color": "vermilion"}"#, name: "C") + #", {"name": "D", "kind": "sgd"}"#)
    let looks = try SpecSchemaTests.decode(text).optimizers.map(\.look)
    #expect(looks[0].color == .exact(Color(0x8000FF)) && looks[0].dash == .longDashed)
    #expect(looks[0].marker == .star && looks[0].label == "ours" && looks[0].order == -1)
    #expect(looks[1].color == .palette(2))
    #expect(looks[2].color == .exact(Color(0xD55E00)))
    #expect(looks[3] == SeriesLook())
  }

  @Test func aLabelHoldsMathematics() throws {
    let text = Self.spec(Self.adam(#"{"label": "ours, $\\beta_2$"}"#))
    let label = try #require(try SpecSchemaTests.decode(text).optimizers[0].look.label)
    #expect(LabelText.hasFormula(label) && LabelText.latex(label) == #"ours, $\beta_2$"#)
    let wrong = Self.faults(Self.spec(Self.adam(#"{"label": "$\\betta$"}"#)))
    #expect(wrong.count == 1 && wrong[0].contains("betta"))
  }

  @Test func aTunedFormHasTheHueAndItsOwnLine() throws {
    let text = Self.spec(
      Self.adam(##"{"color": "#8000FF", "dash": "dotted", "label": "ours", "order": 2}"##),
      #", "tuning": {"sampler": "halton", "trials": 2, "space": {"learning_rate": {"low": 0.1, "high": 1}}}"#
    )
    let looks = try SpecSchemaTests.decode(text).optimizers.map(\.look)
    #expect(looks.count == 2 && looks[1].color == looks[0].color && looks[1].dash == nil)
    #expect(looks[1].label == "ours (tuned)" && looks[1].order == 2)
  }

  @Test(
    "faults of a look",
    arguments: [
      (
        #"{"dash": "dashd"}"#,
        "unknown dash 'dashd'|did you mean 'dashed'? expected: solid, dashed, dash-dotted, ..."
      ),
      (
        #"{"marker": "Star"}"#,
        "unknown marker 'Star'|did you mean 'star'? expected: circle, square, triangle, ..."
      ),
      (
        ##"{"color": "#FFFF00"}"##,
        "'color' '#FFFF00' is too light to be seen on white paper|take a darker one, such as '"
      ),
      (
        ##"{"color": "#12345"}"##,
        "'color' is '#12345'|expected a colour as \"#0072B2\", or one of blue, orange, green"
      ),
      (#"{"color": 0}"#, "'color' is 0|expected a whole number from 1 to 20"),
      (#"{"colour": "blue"}"#, "unknown key 'colour' for style|did you mean 'color'?"),
      (#"{"label": ""}"#, "'label' is ''|expected a line of text of at most 200 characters"),
      (#"{"order": 0.5}"#, "'order' is 0.5|expected a whole number from"),
    ])
  func faults(style: String, expected: String) {
    let found = Self.faults(Self.spec(Self.adam(style)))
    #expect(found.count == 1 && found[0].hasPrefix(expected), "\(found)")
  }

  @Test func twoLooksOrLabelsThatAreTheSameAreAFault() {
    let look = #"{"color": "blue", "dash": "solid", "marker": "circle"}"#
    let same = Self.spec(Self.adam(look) + ",\n" + Self.adam(look, name: "B"))
    #expect(
      Self.faults(same) == [
        "two optimizers look the same|the style of line 2 has the same color, dash and marker: change one "
          + "of them, or leave it out"
      ])
    let label = #"{"label": "ours"}"#
    #expect(
      Self.faults(Self.spec(Self.adam(label) + ",\n" + Self.adam(label, name: "B"))).map {
        $0.hasPrefix("two optimizers have the label 'ours'|the other one stands in line 2")
      } == [true])
    let partly = Self.spec(
      Self.adam(#"{"color": "blue"}"#) + "," + Self.adam(#"{"color": "blue"}"#, name: "B"))
    #expect(Self.faults(partly).isEmpty)
    // What a sweep made has its look from one place.
    let swept = Self.spec(
      Self.adam(look), #", "sweep": {"optimizers/A/learning_rate": [0.1, 1]}"#)
    #expect(Self.faults(swept).isEmpty)
  }

  // MARK: Style files

  private func decode(_ file: String, _ report: String) throws -> Result<ExperimentSpec, InputError>
  {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(file.utf8).write(to: folder.appendingPathComponent("mine.json"))
    let text = Self.spec(#"{"name": "A", "kind": "adam"}"#, ", \"report\": {\(report)}")
    let confinement = try #require(
      Confinement(ofSpecAt: folder.path + "/a.json", allowingOutside: false))
    return Result { () throws(InputError) in
      try ExperimentSpec.decode(
        SourceText(name: "a.json", bytes: Array(text.utf8)), cells: .standard,
        confinement: confinement, noLimits: false)
    }
  }

  @Test func aStyleFileChangesAPreset() throws {
    let spec = try decode(
      ##"{"base": "ieee", "width": 4, "text_size": 10, "font": "DejaVu Serif", "grid": true, "palette": ["#112233", "#445566"], "line_width": 2, "band_opacity": 0.5}"##,
      #""style": "mine.json", "cells": [{"figure": "loss_curves", "style": "mine.json"}]"#
    ).get()
    let style = try #require(spec.report.look.style)
    #expect(style.name == "mine.json" && style.width == 4 && style.textSize == 10)
    #expect(style.tickSize == FigureStyle.ieee.tickSize && style.ink == FigureStyle.ieee.ink)
    #expect(style.fontFamily == "DejaVu Serif" && style.grid == FigureStyle.screen.grid)
    #expect(style.palette == Palette([Color(0x112233), Color(0x445566)]) && !style.isFlexible)
    #expect(style.lineWidth == 2 && style.bandOpacity == 0.5)
    #expect(spec.report.styleFiles.map(\.path) == ["mine.json"])
    #expect(spec.report.styleFiles[0].sha256.count == 64)
  }

  @Test(arguments: [
    ("{}", #""style": "min.json""#, "a.json:2", "no file 'min.json'"),
    ("{}", #""style": "../mine.json""#, "a.json:2", "leads out of the project"),
    ("{}", #""style": "iee""#, "a.json:2", "unknown style 'iee'"),
    ("{\n \"widht\": 3}", #""style": "mine.json""#, "mine.json:2:2", "unknown key 'widht'"),
    ("{\n \"width\": 1}", #""style": "mine.json""#, "mine.json:2:11", "'width' is 1"),
    ("{\n \"base\": \"x\"}", #""style": "mine.json""#, "mine.json:2:10", "unknown style 'x'"),
    ("{", #""style": "mine.json""#, "mine.json:1", "ends too early"),
    (
      ##"{"palette": ["#FFFFFF"]}"##, #""style": "mine.json""#, "mine.json:1:14", "is too light"
    ),
  ])
  func faultsOfStyleFiles(file: String, report: String, place: String, message: String) throws {
    guard case .failure(let error) = try decode(file, report) else {
      Issue.record("no fault")
      return
    }
    let found = error.diagnostics[0]
    let at = "\(found.file):" + (found.place.map { "\($0.line):\($0.column)" } ?? "")
    #expect(error.diagnostics.count == 1 && at.hasPrefix(place), "\(at)")
    #expect(found.message.contains(message), "\(found.message)")
  }

  private static func faults(_ text: String) -> [String] {
    do throws(InputError) {
      _ = try SpecSchemaTests.decode(text)
      return []
    } catch {
      return error.diagnostics.map { $0.message + "|" + ($0.help ?? "") }
    }
  }
}
