import Diagnostics
import Experiments
import Files

/// What a task of an array job is started with.
public struct TaskCommandWords: Sendable {
  /// The program and what it is given; the folder of the submission and the task's index follow.
  public var words: [String]

  /// A command that a task is started with.
  public init(words: [String]) { self.words = words }

  /// The script of a task, which leaves its exit status beside itself.
  ///
  /// A task may use all processors that it was given, also where nobody asked for so many for each task.
  ///
  /// - Parameter opensLog: whether it opens its log itself.
  func script(folder: String, opensLog: Bool = false) -> String {
    let place = ShellText.quoted(folder)
    let log = opensLog ? "exec > \(place)/\"$SLURM_ARRAY_TASK_ID\".log 2>&1\n" : ""
    return """
      #!/bin/sh
      \(log)[ -e \(place)/job ] || echo "$SLURM_ARRAY_JOB_ID" > \(place)/begun
      SLURM_CPUS_PER_TASK=${SLURM_CPUS_PER_TASK:-$SLURM_CPUS_ON_NODE}
      export SLURM_CPUS_PER_TASK
      \((words + [folder]).map(ShellText.quoted).joined(separator: " ")) "$SLURM_ARRAY_TASK_ID"
      status=$?
      echo "$status" > \(place)/"$SLURM_ARRAY_TASK_ID".end
      exit "$status"

      """
  }
}

extension Submission {
  /// Submits shares of a plan's work as one array job.
  ///
  /// - Parameters:
  ///   - shares: the positions of the units of each task.
  ///   - atOnce: how many tasks run at the same time at most; nil for no limit.
  ///   - options: those of `sbatch` that the user gives.
  static func make(
    _ shares: [[Int]], of plan: Plan, in place: StorePlace, command: TaskCommandWords, atOnce: Int?,
    options: [String]
  ) throws(SubmissionFault) -> Submission {
    let folder: String
    do throws(KeptFolder.Fault) {
      folder = try KeptFolder.newFolder(in: Self.folder(of: plan, in: place), below: place.root)
    } catch {
      throw .refused(
        SlurmPrograms.fault(
          place.clusterFolder, "cannot be written: \(error.reason)",
          help: "--cache names another folder, which all nodes can write"))
    }
    // A backslash in the name of a log means to Slurm that nothing in it is to be replaced, and no other sign means
    // a backslash.
    let opensLog = folder.contains("\\")
    let log =
      opensLog ? "/dev/null" : Confinement.join(folder.replacing("%", with: "%%"), "%a.log")
    do throws(SubmissionFault) {
      try write(ShareList(shares).text, "shares", in: folder)
      try write(command.script(folder: folder, opensLog: opensLog), "script", in: folder)
      let job = try ArrayJob.submit(
        script: Confinement.join(folder, "script"), name: "report-\(plan.spec.name)", log: log,
        count: shares.count, atOnce: atOnce, options: options)
      try write(job.text + "\n", "job", in: folder)
      return Submission(folder: folder, job: job, shares: shares)
    } catch {
      FolderTree.remove(folder)
      throw error
    }
  }

  private static func write(
    _ text: String, _ name: String, in folder: String
  ) throws(SubmissionFault) {
    var file = AppendedFile(creating: name, in: folder)
    let reason =
      file == nil ? "the file cannot be made" : file?.append(Array(text.utf8))
    if let reason {
      throw .refused(
        SlurmPrograms.fault(
          Confinement.join(folder, name), "cannot be written: \(reason)",
          help: "--cache names another folder, which all nodes can write"))
    }
  }
}
