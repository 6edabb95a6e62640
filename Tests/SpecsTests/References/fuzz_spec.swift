import Diagnostics
import Files

@testable import Reports
@testable import Specs

/// Decodes any bytes as a spec and shows the faults; anything but a crash is right.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSpec(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let confinement = Confinement(ofSpecAt: "a.json", allowingOutside: false) else { return 0 }
  do throws(InputError) {
    _ = try ExperimentSpec.decode(
      SourceText(name: "a.json", bytes: bytes), cells: .standard, confinement: confinement,
      noLimits: false)
  } catch {
    _ = error.rendered(colour: false)
  }
  return 0
}
