import Diagnostics
import Experiments
import Testing

@testable import Reports

extension Plan {
  /// What its report asks in vain: "line:column+length message|help" each.
  var demandFaults: [String] {
    get throws {
      do throws(InputError) {
        try CellDemands.check(self)
        return []
      } catch {
        #expect(error.reason == .malformed)
        return error.diagnostics.map { fault in
          let place = fault.place.map { "\($0.line):\($0.column)+\($0.length) " } ?? ""
          return place + fault.message + "|" + (fault.help ?? "")
        }
      }
    }
  }
}
