import Diagnostics
import Experiments
import Files

/// An array job that was submitted for a plan, with what each of its tasks is to do.
///
/// Its folder is all that processes know of each other's jobs:
///
///     shares     the units of each task by their positions in the plan
///     script     what a task runs
///     job        the job's number, once Slurm has taken it
///     begun      the same, by the first task: in case that who submitted it was ended before he could write it
///     3.log      what task 3 said
///     3.end      the exit status of task 3, once it has ended by itself
public struct Submission: Sendable {
  let folder: String
  let job: ArrayJob
  /// The positions of the units of each task.
  let shares: [[Int]]

  /// The number of the job.
  public var jobID: String { job.id }

  /// The folder of all submissions for a plan.
  static func folder(of plan: Plan, in place: StorePlace) -> String {
    Confinement.join(place.clusterFolder, "\(plan.spec.name)-\(plan.digest.prefix(16))")
  }

  /// The submissions that were made for a plan and not cleared away, earlier ones first.
  ///
  /// - Parameter known: some of them, which need not be read again.
  public static func all(
    for plan: Plan, in place: StorePlace, knowing known: [Submission] = []
  ) -> [Submission] {
    let folder = folder(of: plan, in: place)
    let count = plan.units.count
    return (FolderTree.names(in: folder) ?? []).compactMap { name in
      let own = Confinement.join(folder, name)
      if let same = known.first(where: { $0.folder == own }) { return same }
      func text(_ file: String) -> String? {
        (try? FileContents.read(Confinement.join(own, file), named: file))
          .map { String(decoding: $0, as: UTF8.self) }
      }
      guard let job = (text("job") ?? text("begun")).flatMap({ ArrayJob(text: $0) }),
        let list = text("shares").flatMap({ ShareList(text: $0, unitCount: count) })
      else { return nil }
      return Submission(folder: own, job: job, shares: list.shares)
    }.sorted { (Int($0.jobID) ?? 0) < (Int($1.jobID) ?? 0) }
  }

  /// Whether a job is being submitted for a plan, or nobody knows whether it was.
  public static func isUnderWay(for plan: Plan, in place: StorePlace) -> Bool {
    let folder = folder(of: plan, in: place)
    return (FolderTree.names(in: folder) ?? []).contains { name in
      let own = FolderTree.names(in: Confinement.join(folder, name)) ?? []
      return own.contains("script") && !own.contains("job") && !own.contains("begun")
    }
  }

  /// The units of a task; nil where the folder is of no submission for `plan`, as where the spec was changed since.
  public static func units(
    of task: Int, in folder: String, of plan: Plan, at place: StorePlace
  ) -> [WorkUnit]? {
    let units = plan.units
    guard Confinement.parent(of: folder) == Self.folder(of: plan, in: place),
      let file = ReadableParts(path: Confinement.join(folder, "shares")),
      let share = ShareList.share(task, in: file, unitCount: units.count)
    else { return nil }
    return share.map { units[$0] }
  }

  /// The last lines of what a task said.
  func lastLines(of task: Int, count: Int = 5) -> [String] {
    guard let bytes = try? FileContents.read(logPath(of: task), named: "log") else { return [] }
    return String(decoding: bytes.suffix(1 << 14), as: UTF8.self)
      .split(whereSeparator: \.isNewline).suffix(count).map(String.init)
  }

  func logPath(of task: Int) -> String { Confinement.join(folder, "\(task).log") }

  /// The exit status of a task that ended by itself.
  func exitStatus(of task: Int) -> Int? {
    (try? FileContents.read(Confinement.join(folder, "\(task).end"), named: "end"))
      .flatMap { Int(String(decoding: $0, as: UTF8.self).filter(\.isNumber)) }
  }

  /// Removes its folder.
  func clear() { FolderTree.remove(folder) }
}
