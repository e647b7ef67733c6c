package import CareModel

/// How people are called where a full name must not stand: by initials, or by id.
package struct PersonLabels: Sendable {
  private let labels: [PersonID: String]

  /// - Parameter initials: of each person, where a name is known; two people of one day with the same keep them apart by id.
  package init(_ people: [Person], initials: (PersonID) -> String? = { _ in nil }) {
    let short = people.map { (id: $0.id, initials: initials($0.id) ?? "") }
    let holders = Dictionary(grouping: short, by: \.initials)
    labels = Dictionary(
      short.map { id, initials in
        if initials.isEmpty { return (id, id.text) }
        return (id, holders[initials]?.count == 1 ? initials : "\(initials) \(id.text)")
      }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(person: PersonID) -> String { labels[person] ?? person.text }
}
