/// The name by which a document calls one of its records; the type says of which kind.
package struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String
  package init(_ text: String) { self.text = text }
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  package var description: String { text }
}

package typealias PlaceID = Identifier<Place>
package typealias PersonID = Identifier<Person>
package typealias EpisodeID = Identifier<Episode>
package typealias ReferralID = Identifier<Referral>
package typealias WorkerID = Identifier<Worker>
package typealias DutyID = Identifier<DutyPeriod>
package typealias VisitID = Identifier<Visit>
package typealias Skill = Identifier<SkillCatalogue>

/// The service's own list of skills (R26); skills are compared by name alone.
package enum SkillCatalogue {}
