/// Why tasks wait.
enum WaitingReason {
  /// Whether a reason, in Slurm's word, stays until somebody changes something: then waiting is in vain.
  static func isLasting(_ reason: String) -> Bool {
    let words: Set = [
      "PartitionTimeLimit", "PartitionNodeLimit", "PartitionConfig", "BadConstraints",
      "JobHeldUser", "JobHeldAdmin", "DependencyNeverSatisfied", "InvalidAccount",
      "InvalidQOS", "AccountNotAllowed", "QOSNotAllowed", "ReservationDeleted",
    ]
    // Of QOS and accounts: what one job may have at most; what all of them may have passes.
    let isOfOneJob =
      (reason.hasPrefix("QOS") || reason.hasPrefix("Assoc")) && reason.hasSuffix("PerJobLimit")
    return words.contains(reason) || isOfOneJob || reason.hasPrefix("QOSMin")
  }

  /// What to say of such a reason.
  static func words(_ reason: String) -> String {
    "tasks wait for a reason that does not pass by itself: \(reason); 'report cancel' ends them, then ask for what "
      + "this site allows with --sbatch ('scontrol show partition' and 'sacctmgr show qos' say what)"
  }
}
