extension Unicode.Scalar {
  /// Whether it shows nothing but can change how its neighbours are shown.
  package var isInvisibleControl: Bool {
    switch properties.generalCategory {
    case .control: true
    case .format: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    default: false
    }
  }
}
