/// A solution of a UHHC instance: who goes where, when, and where lunch is had.
///
/// Times are minutes, as in the instance. Caregivers, patients and services are named by their place in its lists.
package struct UHHCSolution: Hashable, Sendable {
  /// At most one for each caregiver; who has none stays at home.
  package var routes: [Route]

  package init(routes: [Route]) { self.routes = routes }

  /// A caregiver's day.
  package struct Route: Hashable, Sendable {
    package var caregiver: Int
    /// In order of time.
    package var stops: [Stop]

    package init(caregiver: Int, stops: [Stop]) {
      self.caregiver = caregiver
      self.stops = stops
    }
  }

  /// A service or a lunch break.
  package struct Stop: Hashable, Sendable {
    package var work: Work
    package var start: Int
    package var end: Int

    /// No time is taken for more than a hundred years: sums of them stay in bounds.
    package init(_ work: Work, start: Int, end: Int) {
      self.work = work
      self.start = min(max(start, -50_000_000), 50_000_000)
      self.end = min(max(end, -50_000_000), 50_000_000)
    }
  }

  /// What is done at a stop.
  package enum Work: Hashable, Sendable {
    case service(patient: Int, service: Int)
    /// At a patient's place; nil is at the caregiver's departing point.
    case lunch(at: Int?)
  }
}
