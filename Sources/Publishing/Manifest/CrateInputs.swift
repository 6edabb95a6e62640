import Experiments
import Reports
import SpecLanguage
import Specs

/// What a report was made from: its spec, the plan that came of it, seeds, generator, data, optimizers and fonts.
struct CrateInputs {
  let plan: Plan
  let fonts: [DrawnFont]

  /// Each of them.
  var entities: [CrateEntity] {
    [spec, plannedRuns, seeds, generator] + datasets + optimizers + styleFiles + fontFiles
  }

  /// What says more of one of them.
  var details: [CrateEntity] { [canonicalSpec] }

  /// The spec lies outside of the report's folder, so that it is no data entity.
  var spec: CrateEntity {
    CrateEntity(
      CrateIdentifier.spec, "CreativeWork",
      [
        "name": .text(plan.spec.source.projectPath), "encodingFormat": "application/json",
        "sha256": .text(plan.spec.source.sha256), "identifier": canonicalSpec.reference,
      ])
  }

  private var canonicalSpec: CrateEntity {
    CrateEntity(
      "#spec-canonical", "PropertyValue",
      [
        "name": "SHA-256 of the spec in canonical form",
        "description": "JSON with sorted keys, shortest decimals and no white space",
        "value": .text(plan.spec.source.canonicalSHA256),
      ])
  }

  private var plannedRuns: CrateEntity {
    CrateEntity(
      "#plan", "CreativeWork",
      [
        "name": "The resolved plan",
        "description":
          "All that the runs depend on, every default filled in: the SHA-256 of their keys, one a line",
        "sha256": .text(plan.digest),
      ])
  }

  private var seeds: CrateEntity {
    CrateEntity(
      "#seeds", "PropertyValue", ["name": "seeds", "value": .text(SeedText.text(plan.spec.seeds))])
  }

  private var generator: CrateEntity {
    let generator = plan.spec.generator
    return CrateEntity(
      "#generator", "PropertyValue",
      [
        "name": "generator", "description": .text("revision \(generator.revision)"),
        "value": .text(generator.rawValue),
      ])
  }

  /// Each table once, however many problems are on it.
  private var datasets: [CrateEntity] {
    var known: Set<String> = []
    let datasets = plan.problems.compactMap(\.dataset).filter {
      known.insert($0.identity ?? $0.name).inserted
    }
    return datasets.enumerated().map { number, dataset in
      let provenance = dataset.provenance
      let target =
        switch dataset.target {
        case .numbers: "a number to predict"
        case .classes(_, let names): "\(names.count) classes to predict"
        }
      let digests = provenance.sha256.split(separator: ", ").map { JSONLiteral.text(String($0)) }
      return CrateEntity(
        "#data-\(number + 1)", "CreativeWork",
        [
          "name": .text(dataset.name), "alternateName": .text(provenance.source),
          "description": .text(
            "\(dataset.exampleCount) examples, \(dataset.featureCount) features, \(target)"),
          "license": provenance.licence.map(JSONLiteral.text),
          "citation": provenance.citation.map(JSONLiteral.text),
          "sha256": .compacted(digests),
        ])
    }
  }

  /// The value is what stands in the request of each of its runs: rule, revision and every hyperparameter.
  private var optimizers: [CrateEntity] {
    plan.spec.optimizers.filter { $0.tuned == nil }.enumerated().map { number, optimizer in
      let configuration = optimizer.configuration
      let rule = configuration.kind.description(variant: configuration.variant).title
      return CrateEntity(
        "#optimizer-\(number + 1)", "PropertyValue",
        [
          "name": .text(optimizer.name),
          "description": .text("\(rule), revision \(configuration.revision)"),
          "value": .text(configuration.canonical.canonical),
        ])
    }
  }

  private var styleFiles: [CrateEntity] {
    plan.spec.report.styleFiles.enumerated().map { number, file in
      CrateEntity(
        "#style-\(number + 1)", "CreativeWork",
        [
          "name": .text(file.path), "description": "Sizes, colours and fonts of figures",
          "encodingFormat": "application/json", "sha256": .text(file.sha256),
        ])
    }
  }

  private var fontFiles: [CrateEntity] {
    fonts.enumerated().map { number, font in
      CrateEntity(
        "#font-\(number + 1)", "CreativeWork",
        [
          "name": .text(font.family), "description": "The font of figures",
          "sha256": .text(font.sha256),
        ])
    }
  }
}
