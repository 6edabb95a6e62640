import Files

/// The variables that Slurm's programs are given.
///
/// Many variables stand for options. Those that would change what we ask and read go: a user's
/// `SQUEUE_PARTITION` would hide his job, `SBATCH_WAIT` would keep `sbatch` until the job's end. Those that say where
/// he wants to compute, such as `SBATCH_PARTITION`, stay.
enum SlurmEnvironment {
  /// Those of this process that may stay.
  static var own: [String] { cleaned(ProcessEnvironment.own) }

  /// Programs whose variables all change what they list or end.
  private static let asking = ["SQUEUE_", "SACCT_", "SCANCEL_"]
  private static let unwanted: Set = ["SBATCH_WAIT", "SBATCH_ARRAY_INX", "SLURM_BITSTR_LEN"]
  /// What the allocation around this process shares with all others.
  private static let common: Set = ["SLURM_CONF", "SLURM_CLUSTERS", "SLURM_JWT"]

  /// What may stay of variables such as `NAME=value`.
  ///
  /// Within a job a new one would inherit what it has no own value for, such as the number of processors of a task or
  /// a folder of the old one's node.
  static func cleaned(_ variables: [String]) -> [String] {
    let names = variables.map { String($0.prefix { $0 != "=" }) }
    let isWithinJob = names.contains("SLURM_JOB_ID")
    return zip(names, variables).filter { name, _ in
      if unwanted.contains(name) || asking.contains(where: name.hasPrefix) { return false }
      let isOfJob = name.hasPrefix("SLURM_") || name.hasPrefix("SLURMD_")
      return !(isWithinJob && isOfJob) || common.contains(name)
    }.map(\.1) + ["SLURM_BITSTR_LEN=0"]  // Lists of tasks whole, however long.
  }
}
