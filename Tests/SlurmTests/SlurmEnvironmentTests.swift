import Testing

@testable import Slurm

/// Variables that Slurm's programs are given.
@Suite struct SlurmEnvironmentTests {
  private let always = ["SLURM_BITSTR_LEN=0"]

  @Test("what would change what is asked and read goes, where to compute stays")
  func options() {
    let variables = [
      "PATH=/bin", "SQUEUE_PARTITION=gpu", "SACCT_FORMAT=state", "SCANCEL_INTERACTIVE=1",
      "SBATCH_WAIT=1", "SBATCH_ARRAY_INX=0-9", "SBATCH_PARTITION=cpu", "SBATCH_ACCOUNT=a=b",
      "SLURM_BITSTR_LEN=8", "SLURM_TMPDIR=/tmp", "SLURM_CONF=/etc/slurm.conf",
    ]
    #expect(
      SlurmEnvironment.cleaned(variables) == [
        "PATH=/bin", "SBATCH_PARTITION=cpu", "SBATCH_ACCOUNT=a=b", "SLURM_TMPDIR=/tmp",
        "SLURM_CONF=/etc/slurm.conf",
      ] + always)
  }

  @Test("within a job nothing of that job goes into a new one")
  func withinJob() {
    let variables = [
      "SLURM_JOB_ID=7", "SLURM_ARRAY_TASK_ID=5", "SLURM_CPUS_PER_TASK=64",
      "SLURM_TMPDIR=/scratch/7", "SLURMD_NODENAME=n1", "SLURM_CONF=/etc/slurm.conf",
      "SLURM_CLUSTERS=big", "SLURM_JWT=t",
      "SBATCH_ACCOUNT=physics", "MY_SLURM_NOTE=x", "HOME=here",
    ]
    #expect(
      SlurmEnvironment.cleaned(variables) == [
        "SLURM_CONF=/etc/slurm.conf", "SLURM_CLUSTERS=big", "SLURM_JWT=t", "SBATCH_ACCOUNT=physics",
        "MY_SLURM_NOTE=x", "HOME=here",
      ] + always)
  }
}
