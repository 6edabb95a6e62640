extension StringProtocol {
  /// The text as one word of a POSIX shell's command line, for commands that a message shows: plain
  /// paths as they are, everything else between single quotes.
  public var shellWord: String {
    let isPlain =
      !isEmpty
      && unicodeScalars.allSatisfy { scalar in
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "/._-+".unicodeScalars.contains(scalar)
      }
    guard !isPlain else { return String(self) }
    // By scalars: a quote with a combining mark is another character, but a quote to the shell.
    var word = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { word += #"'\''"# } else { word.unicodeScalars.append(scalar) }
    }
    return word + "'"
  }
}
