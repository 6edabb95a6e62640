import CFiles
import Glibc

/// How many processors this process may use: what the least of affinity, control groups and Slurm
/// leaves it.
public struct UsableProcessors: Hashable, Sendable {
  /// How many there are, at least 1.
  public let count: Int

  /// What this process may use now.
  public init() {
    self.init(
      affinity: Self.affinity,
      slurm: getenv("SLURM_CPUS_PER_TASK").map { String(cString: $0) }
    ) { Self.text(of: $0) }
  }

  /// The start of a file whose size the kernel does not tell.
  private static func text(of path: String) -> String? {
    guard let stream = fopen(path, "re") else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// What a process may use.
  ///
  /// - Parameters:
  ///   - affinity: how many processors the scheduler may run it on.
  ///   - slurm: the value of `SLURM_CPUS_PER_TASK`; one that is no whole number from 1 on is ignored.
  ///   - file: the content of a file of `/proc` or `/sys`; nil where there is none.
  init(affinity: Int, slurm: String?, file: (String) -> String?) {
    let limits = [affinity, slurm.flatMap { Int($0) }] + Self.quotas(file)
    count = limits.compactMap { $0 }.filter { $0 >= 1 }.min() ?? 1
  }

  /// How many processors the scheduler may run this process on.
  private static var affinity: Int {
    let count = Int(cfiles_affinity())
    return count > 0 ? count : sysconf(Int32(_SC_NPROCESSORS_ONLN))
  }

  /// The quotas of the process's control group and of all above it, in processors, rounded up.
  private static func quotas(_ file: (String) -> String?) -> [Int?] {
    let lines = file("/proc/self/cgroup")?.split(separator: "\n") ?? []
    return lines.flatMap { line -> [Int?] in
      // Number, controllers and path; version 2 has no controllers.
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return [] }
      let controllers = parts[1].split(separator: ",")
      if controllers.isEmpty {
        return folders(of: parts[2]).map { second(file("/sys/fs/cgroup\($0)/cpu.max")) }
      }
      guard controllers.contains("cpu") else { return [] }
      return folders(of: parts[2]).map { folder in
        let place = "/sys/fs/cgroup/cpu\(folder)/cpu.cfs_"
        return quota(file(place + "quota_us"), period: file(place + "period_us"))
      }
    }
  }

  /// A group's folder and those above it, the root as nothing.
  private static func folders(of path: Substring) -> [String] {
    var folders = [""]
    for name in path.split(separator: "/") {
      folders.append(folders[folders.count - 1] + "/" + name)
    }
    return folders
  }

  /// The quota in version 2's file: "max 100000", or "150000 100000".
  private static func second(_ text: String?) -> Int? {
    let parts = text?.split { $0 == " " || $0 == "\n" } ?? []
    guard parts.count == 2 else { return nil }
    return quota(String(parts[0]), period: String(parts[1]))
  }

  private static func quota(_ quota: String?, period: String?) -> Int? {
    func number(_ text: String?) -> Int? { text.flatMap { Int($0.filter { $0 != "\n" }) } }
    guard let quota = number(quota), let period = number(period), quota > 0, period > 0 else {
      return nil
    }
    return (quota - 1) / period + 1
  }
}
