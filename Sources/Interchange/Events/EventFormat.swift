package import CareModel

/// The keys of a document of events, as its readers know them: what `Documentation/reable-events.schema.json` must list.
package enum EventFormat {
  /// The keys of the document itself.
  package static let topLevel = EventReader.keys

  /// The keys of an event of each kind, by the names of their definitions in the schema.
  package static let kinds: [(kind: DayEvent.Kind, keys: [String])] = DayEvent.Kind.allCases.map {
    ($0, EventReader.keys(of: $0))
  }

  /// The keys of an order about a call.
  package static let order = EventReader.lockKeys
}
