import SpecLanguage

/// One entity of a crate: an identifier, a type, and properties in the order in which they are written.
struct CrateEntity {
  let id: String
  let type: String
  let properties: [JSONLiteral.Member]

  /// An entity; properties without a value are left out.
  init(_ id: String, _ type: String, _ properties: KeyValuePairs<String, JSONLiteral?>) {
    self.id = id
    self.type = type
    self.properties = properties.compactMap { key, value in
      value.map { JSONLiteral.Member(key: key, value: $0) }
    }
  }

  /// What leads to it from another entity.
  var reference: JSONLiteral { ["@id": .text(id)] }

  /// The entity as it stands in the graph.
  var literal: JSONLiteral {
    .object(
      [.init(key: "@id", value: .text(id)), .init(key: "@type", value: .text(type))] + properties)
  }
}

extension [CrateEntity] {
  /// What leads to all of them. In compacted JSON-LD one stands alone, and none is left out.
  var references: JSONLiteral? { .compacted(map(\.reference)) }
}

extension JSONLiteral {
  /// Several values of one property: one of them stands alone, and none is nil.
  static func compacted(_ values: [JSONLiteral]) -> JSONLiteral? {
    values.count > 1 ? .list(values) : values.first
  }
}
