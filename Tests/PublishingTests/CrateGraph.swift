import Foundation
import Reports
import Testing

/// The entities of a manifest, read by a reader of JSON that is not ours.
struct CrateGraph {
  /// What stands in the graph, in its order.
  let entities: [Entity]
  /// The contexts that its terms come from.
  let context: [String]

  struct Entity {
    let id: String
    let type: String
    let properties: [String: Any]

    /// The text of a property.
    subscript(key: String) -> String? { properties[key] as? String }

    /// The identifiers that a property leads to.
    func links(_ key: String) -> [String] {
      let values = (properties[key] as? [Any]) ?? properties[key].map { [$0] } ?? []
      return values.compactMap { ($0 as? [String: String])?["@id"] }
    }

    /// All that it leads to.
    var links: [String] { properties.keys.flatMap { links($0) } }
  }

  init(_ bytes: [UInt8]) throws {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    context = try #require(document["@context"] as? [String])
    entities = try #require(document["@graph"] as? [[String: Any]]).map { properties in
      Entity(
        id: try #require(properties["@id"] as? String),
        type: try #require(properties["@type"] as? String), properties: properties)
    }
  }

  /// The entity of that name.
  subscript(id: String) -> Entity? { entities.first { $0.id == id } }

  /// The entities of a type.
  func all(_ type: String) -> [Entity] { entities.filter { $0.type == type } }

  /// What can be reached from some entities by some properties; nil: by any.
  func reachable(from starts: [String], by key: String? = nil) -> Set<String> {
    var reached: Set<String> = []
    var open = starts
    while let id = open.popLast() {
      guard reached.insert(id).inserted, let entity = self[id] else { continue }
      open += key.map { entity.links($0) } ?? entity.links
    }
    return reached
  }
}
