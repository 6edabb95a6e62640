import Diagnostics
import Files

/// What a site allows.
enum SiteLimits {
  /// How many tasks an array may have; nil where Slurm does not say.
  static var arraySize: Int? {
    guard let output = try? SlurmPrograms.output("scontrol", ["show", "config"]),
      output.status == 0
    else { return nil }
    return arraySize(output.output)
  }

  /// The value of `MaxArraySize` in what `scontrol show config` says: a line such as
  /// `MaxArraySize            = 1001`, of which the highest index is one less. An index of 0 counts, too.
  static func arraySize(_ text: String) -> Int? {
    for line in text.split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "=" })
      if words.count == 2, words[0] == "MaxArraySize", let size = Int(words[1]), size > 0 {
        return size
      }
    }
    return nil
  }
}
