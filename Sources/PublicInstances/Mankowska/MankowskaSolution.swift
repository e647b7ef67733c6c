import CareModel
import Interchange

/// A solution of a Mankowska instance: who does which service when.
///
/// Times are thousandths of a minute. Caregivers, patients and services are named by their place in the instance's lists.
package struct MankowskaSolution: Hashable, Sendable {
  /// At most one for each caregiver; who has none costs nothing.
  package var routes: [Route]

  package init(routes: [Route]) { self.routes = routes }

  /// A caregiver's day, from the office and back to it.
  package struct Route: Hashable, Sendable {
    package var caregiver: Int
    /// In order of time.
    package var visits: [Visit]

    package init(caregiver: Int, visits: [Visit]) {
      self.caregiver = caregiver
      self.visits = visits
    }
  }

  /// One service of one patient.
  package struct Visit: Hashable, Sendable {
    package var patient: Int
    package var service: Int
    package var start: Int

    /// No time is taken for more than a hundred years: sums of them stay in bounds.
    package init(patient: Int, service: Int, start: Int) {
      self.patient = patient
      self.service = service
      self.start = min(max(start, -50_000_000_000), 50_000_000_000)
    }
  }

  /// Reads a solution of an instance in the format in which they are published.
  package static func read(
    _ bytes: [UInt8], file: String, of instance: MankowskaInstance
  ) -> InstanceReading<MankowskaSolution> {
    InstanceReading(json: bytes, file: file) { root, log in
      let published = PublishedRoutes(root, log: log)
      guard log.isEmpty else { return nil }
      let caregivers = NameIndex(instance.caregivers.map(\.id), kind: "caregiver")
      let patients = NameIndex(instance.patients.map(\.id), kind: "patient")
      // Over all routes: the second of two services alike is another caregiver's.
      var done: Set<[Int]> = []
      return MankowskaSolution(
        routes: published.routes.compactMap { route in
          guard let caregiver = caregivers.place(route.caregiver, at: route.location, log) else { return nil }
          let visits = route.stops.compactMap { stop -> Visit? in
            guard let patient = patients.place(stop.patient, at: stop.location, log) else { return nil }
            let services = instance.patients[patient].services
            let fitting = services.indices.filter { services[$0].ability == stop.service }
            guard let service = fitting.first(where: { !done.contains([patient, $0]) }) ?? fitting.first else {
              log.add(
                InputProblem(
                  code: "reference.unknown", location: stop.location, found: stop.service,
                  expected: "a service that \(stop.patient) needs"))
              return nil
            }
            done.insert([patient, service])
            return Visit(patient: patient, service: service, start: stop.start)
          }
          return Route(caregiver: caregiver, visits: visits)
        })
    }
  }
}
