import Diagnostics
import Datasets
import Models

/// As much as is known of a target: its task, and for classification how many classes there are.
package struct TargetKind: Hashable, Sendable {
  package var task: Task
  /// How many classes there are; nil for numbers, and until the data are read.
  package var classCount: Int?

  /// The kind of a target that was read.
  package init(_ target: Target) {
    switch target {
    case .numbers: task = .regression
    case .classes(_, let names): (task, classCount) = (.classification, names.count)
    }
  }

  /// What a spec says of the target of a source; nil where it names no known table.
  package init?(_ source: DatasetSource) {
    guard let task = source.task else { return nil }
    self.task = task
    classCount = source.classCount
  }
}

/// A key of a problem that does not go with the problem's data.
package struct Misfit: Hashable, Sendable {
  package var key: String
  package var message: String
  package var help: String

  /// What of a problem does not go with a target of such a kind.
  ///
  /// - Parameter model: nil when it is unknown.
  package static func all(
    of model: ModelConfiguration?, standardizeTarget: Standardization, _ target: TargetKind
  ) -> [Misfit] {
    var misfits: [Misfit] = []
    let name = model?.kind.name ?? ""
    if let task = model?.task, task != target.task {
      let needed = task == .regression ? "regression" : "classification"
      let found = target.task == .regression ? "numbers" : "classes"
      misfits.append(
        Misfit(
          key: "model", message: "model '\(name)' cannot learn \(found)",
          help: "it needs data for \(needed)"))
    } else if let needed = model?.classCount, let count = target.classCount, count != needed {
      misfits.append(
        Misfit(
          key: "model",
          message: "model '\(name)' cannot learn \(counted(count, "class", plural: "classes"))",
          help: "it needs \(needed == 2 ? "two" : "\(needed)"); '\(ModelKind.softmax.name)' takes "
            + "any number"))
    }
    guard standardizeTarget == .train else { return misfits }
    if model?.ignoresTarget == true {
      misfits.append(
        Misfit(
          key: "standardize_target", message: "model '\(name)' has no target to standardize",
          help: "it learns its input; leave 'standardize_target' out"))
    } else if target.task == .classification {
      misfits.append(
        Misfit(
          key: "standardize_target", message: "a target of classes cannot be standardized",
          help: "'standardize_target' is for regression; leave it out"))
    }
    return misfits
  }
}
