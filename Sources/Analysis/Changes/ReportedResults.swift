import Models

/// What the data files of a report say, without the spec, the data or the runs that they came from.
public struct ReportedResults: Hashable, Sendable {
  /// One setting that results depend on.
  public struct Setting: Hashable, Sendable {
    /// What it is a setting of.
    public var subject: ContenderName
    /// Its name, such as `learning_rate` or `split.test`.
    public var name: String
    /// Its value as text.
    public var value: String

    /// A setting with its value.
    public init(subject: ContenderName, name: String, value: String) {
      self.subject = subject
      self.name = name
      self.value = value
    }
  }

  /// One comparison of the answer.
  public struct Comparison: Hashable, Sendable {
    /// The problem's name.
    public var problem: String
    /// The quantity.
    public var quantity: Quantity
    /// The name of the one of whom the verdict tells, and of the other.
    public var optimizer: String, rival: String
    /// The verdict.
    public var verdict: Verdict

    /// A comparison with its verdict.
    public init(
      problem: String, quantity: Quantity, optimizer: String, rival: String, verdict: Verdict
    ) {
      self.problem = problem
      self.quantity = quantity
      self.optimizer = optimizer
      self.rival = rival
      self.verdict = verdict
    }
  }

  /// One claim of the author.
  public struct Claim: Hashable, Sendable {
    /// What is claimed.
    public var text: String
    /// Whether the runs carry it.
    public var verdict: String

    /// A claim with its verdict.
    public init(text: String, verdict: String) {
      self.text = text
      self.verdict = verdict
    }
  }

  /// The settings; nil where the report does not tell them.
  public var settings: [Setting]?
  /// The contenders in the order of the report.
  public var contenders: [ContenderName]
  /// What was observed of each.
  public var observations: [ContenderName: [Quantity: Observations]]
  /// The comparisons of the answer.
  public var comparisons: [Comparison]
  /// The author's claims.
  public var claims: [Claim]

  /// What a report says.
  public init(
    settings: [Setting]?, contenders: [ContenderName],
    observations: [ContenderName: [Quantity: Observations]], comparisons: [Comparison] = [],
    claims: [Claim] = []
  ) {
    self.settings = settings
    self.contenders = contenders
    self.observations = observations
    self.comparisons = comparisons
    self.claims = claims
  }

  /// The metric on a problem; nil where that is not told, or there is none.
  public func metric(on problem: String) -> Metric? {
    value(of: "metric", in: ContenderName(problem: problem)).flatMap(Metric.init)
  }

  /// Whether runs on a problem depend on the seed, as far as that is told.
  func dependsOnSeed(on problem: String) -> Bool {
    value(of: "depends_on_seed", in: ContenderName(problem: problem)) != "false"
  }

  /// A setting's value.
  func value(of name: String, in subject: ContenderName) -> String? {
    settings?.first { $0.subject == subject && $0.name == name }?.value
  }
}

/// A contender on a problem by the names in a report; with an empty name whatever has no such part.
public struct ContenderName: Hashable, Sendable {
  /// The problem's name.
  public var problem: String
  /// The optimizer's name.
  public var optimizer: String

  /// A contender on a problem.
  public init(problem: String = "", optimizer: String = "") {
    self.problem = problem
    self.optimizer = optimizer
  }
}
