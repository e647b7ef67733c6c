/// The kinds of records that a day consists of, in the order of the format.
package enum RecordKind: String, CaseIterable, Hashable, Comparable, Sendable {
  case place, person, episode, referral, worker, visit, link

  /// The key of their list in a document.
  package var listKey: String {
    switch self {
    case .place: "places"
    case .person: "people"
    case .episode: "episodes"
    case .referral: "referrals"
    case .worker: "workers"
    case .visit: "visits"
    case .link: "links"
    }
  }

  /// As people say it: a visit is a call.
  package var printedName: String { self == .visit ? "call" : rawValue }

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .place: 0
    case .person: 1
    case .episode: 2
    case .referral: 3
    case .worker: 4
    case .visit: 5
    case .link: 6
    }
  }
}

/// One record of a document: its kind and its place in that kind's list.
package struct RecordKey: Hashable, Comparable, Sendable {
  package let kind: RecordKind
  /// From 0, in the order of the document.
  package let index: Int

  package init(_ kind: RecordKind, _ index: Int) {
    self.kind = kind
    self.index = index
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.kind == right.kind ? left.index < right.index : left.kind < right.kind
  }
}
