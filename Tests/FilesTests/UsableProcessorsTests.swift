import Testing

@testable import Files

/// The number of workers, from made-up machines.
@Suite struct UsableProcessorsTests {
  private func count(
    affinity: Int = 64, slurm: String? = nil, _ files: [String: String] = [:]
  ) -> Int {
    UsableProcessors(affinity: affinity, slurm: slurm) { files[$0] }.count
  }

  @Test func affinityCountsWhereNothingElseLimits() {
    #expect(count(affinity: 12) == 12)
    #expect(count(affinity: 0) == 1)
    #expect(count(affinity: 8, ["/proc/self/cgroup": "0::/\n"]) == 8)
  }

  @Test(arguments: [
    ("4", 4), ("100", 64), ("0", 64), ("-3", 64), ("four", 64), ("", 64), ("2.5", 64), ("1", 1),
  ])
  func slurmCountsWhereItGivesAWholeNumber(text: String, expected: Int) {
    #expect(count(slurm: text) == expected)
  }

  @Test(arguments: [
    ("200000 100000\n", 2), ("150000 100000\n", 2), ("50000 100000\n", 1), ("max 100000\n", 64),
    ("1 100000", 1), ("900000 100000", 9), ("", 64), ("x y\n", 64), ("100000 0", 64),
    ("9223372036854775807 1", 64),
  ])
  func quotasOfVersionTwoAreRoundedUp(text: String, expected: Int) {
    #expect(
      count(["/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": text]) == expected)
  }

  @Test func theLeastOfAllGroupsAboveCounts() {
    let files = [
      "/proc/self/cgroup": "0::/a/b\n", "/sys/fs/cgroup/a/b/cpu.max": "800000 100000",
      "/sys/fs/cgroup/a/cpu.max": "300000 100000", "/sys/fs/cgroup/cpu.max": "max 100000",
    ]
    #expect(count(files) == 3)
    #expect(count(slurm: "2", files) == 2)
    #expect(count(affinity: 1, files) == 1)
    // A container sees its own group as the root.
    #expect(
      count(["/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": "250000 100000"]) == 3)
  }

  @Test func quotasOfVersionOneCount() {
    let group = "12:memory:/x\n4:cpu,cpuacct:/job\n"
    let place = "/sys/fs/cgroup/cpu/job/cpu.cfs_"
    func count(_ quota: String) -> Int {
      self.count([
        "/proc/self/cgroup": group, place + "quota_us": quota, place + "period_us": "100000\n",
      ])
    }
    #expect(count("350000\n") == 4)
    #expect(count("-1\n") == 64)
  }

  @Test func thisProcessMayUseSome() {
    #expect((1...4096).contains(UsableProcessors().count))
  }
}
