package import Quantities

extension Person {
  /// ``suspensions`` in order of time, those that touch or overlap as one: a move from one hospital to another is one absence.
  package var stays: [InstantInterval] {
    var joined: [InstantInterval] = []
    for next in suspensions.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, next.start <= last.end {
        joined[joined.count - 1] = InstantInterval(start: last.start, end: max(last.end, next.end)) ?? last
      } else {
        joined.append(next)
      }
    }
    return joined
  }
}
