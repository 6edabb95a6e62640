import Diagnostics
import Experiments
import Files
import Publishing
import SpecLanguage
import Specs

/// A spec whose report is made again when it or a file that it names is another one.
struct WatchedSpec {
  /// What a look at the files finds.
  enum Look {
    /// They are what the last report was made of.
    case same
    /// They are not, but may be written just now.
    case changing
    /// They are not, and were so at the last look, too.
    case changed
  }

  /// How long files must be quiet, since editors write in steps; longer than file systems take for a
  /// moment, so that files with the same time are the same.
  static let pause = Duration.milliseconds(60)

  let path: String
  /// What the files were of which the last report was made; nil before the first.
  private var made: FileStates?
  private var seen: FileStates

  init(path: String) {
    self.path = path
    seen = FileStates([path])
  }

  /// Every file that matters, whether it is there or not.
  ///
  /// These are the spec and whatever a text in it could name: so none is overlooked, also while the spec has
  /// faults.
  var files: [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let bytes = try? FileContents.read(path, named: path, limit: ExperimentSpec.largestFile)
    let spec = bytes.flatMap { try? JSONReader.read(SourceText(name: path, bytes: $0)) }
    return [path] + (spec?.texts ?? []).map { $0.hasPrefix("/") ? $0 : folder + $0 }
  }

  /// Looks at the files.
  mutating func look() -> Look {
    let now = FileStates(files)
    defer { seen = now }
    return now == made ? .same : now == seen ? .changed : .changing
  }

  /// Makes the report of what was seen last, or says why that is impossible.
  ///
  /// - Parameter isOneOfSeveral: whether to say which spec it is.
  mutating func make(
    by making: ReportMaking, _ options: SpecOptions, isOneOfSeveral: Bool
  ) async {
    let terminal = making.terminal
    if let made {
      let changes = seen.changes(since: made)
      let isNamed = isOneOfSeveral && changes != [path]
      terminal.say(
        (isNamed ? path.visible + ": " : "") + changes.map(\.visible).joined(separator: ", ")
          + " changed")
    }
    // What changes while the report is made is new to it.
    made = seen
    do throws(InputError) {
      let plan = try Plan.read(
        path: path, allowOutside: options.allowOutside, noLimits: options.noLimits)
      let folder = ReportFolder(spec: plan.spec.source, name: plan.spec.name, output: nil)
      try folder.check()
      // What goes wrong has been said.
      _ = try? await making.make(plan, in: folder)
    } catch {
      terminal.write(error.rendered(colour: terminal.hasColour))
    }
  }
}

extension JSONValue {
  /// All texts in it that could be the name of a file.
  fileprivate var texts: [String] {
    switch content {
    case .text(let text): text.utf8.count < 1024 && !text.utf8.contains(0) ? [text] : []
    case .list(let values): values.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    default: []
    }
  }
}
