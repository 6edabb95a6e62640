import Diagnostics

/// The file a spec was read from, with the places of its fields.
public struct SpecSource: Sendable {
}
