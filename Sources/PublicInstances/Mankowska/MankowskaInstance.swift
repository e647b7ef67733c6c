/// An instance of the home health care problem with interdependent services.
///
/// Times and travel are thousandths of a minute: the files give distances with three decimals. Everybody starts at the
/// office at time 0. Mankowska, Meisel, Bierwirth, "The home health care routing and scheduling problem with interdependent
/// services", Health Care Management Science 17 (2014) 15-30.
package struct MankowskaInstance: Hashable, Sendable {
  package let name: String
  /// Thousandths of a minute, row by row.
  package let distances: [[Int]]
  /// The office's row.
  package let office: Int
  package let caregivers: [Caregiver]
  package let patients: [Patient]

  /// Somebody who visits patients; without a shift, as the set has none.
  package struct Caregiver: Hashable, Sendable {
    package let id: String
    package let abilities: [String]
  }

  /// Somebody who needs one service or two.
  package struct Patient: Hashable, Sendable {
    package let id: String
    package let row: Int
    /// In the order of the file, which a sequence keeps.
    package let services: [Service]
    /// No service may start earlier.
    package let windowStart: Int
    /// A later start is tardy.
    package let windowEnd: Int
    package let synchronization: Synchronization
  }

  /// One piece of work by one caregiver.
  package struct Service: Hashable, Sendable {
    package let ability: String
    package let duration: Int
  }

  /// How the two services of a patient hang together.
  package enum Synchronization: Hashable, Sendable {
    /// There is only one.
    case single
    case simultaneous
    /// From the start of the first listed to the start of the second.
    case sequential(minimum: Int, maximum: Int)
  }

  /// From row to row; zero for rows that are not there.
  package func travel(_ from: Int, _ to: Int) -> Int {
    guard distances.indices.contains(from), distances[from].indices.contains(to) else { return 0 }
    return distances[from][to]
  }
}
