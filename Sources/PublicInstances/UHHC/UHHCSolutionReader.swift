import CareModel
import Interchange

/// Reads a solution as the UHHC set publishes them.
package enum UHHCSolutionReader {
  /// Reads the bytes of a solution of an instance.
  package static func read(
    _ bytes: [UInt8], file: String, of instance: UHHCInstance
  ) -> InstanceReading<UHHCSolution> {
    InstanceReading(json: bytes, file: file) { root, log in
      let published = PublishedRoutes(root, log: log)
      guard log.isEmpty else { return nil }
      let caregivers = NameIndex(instance.caregivers.map(\.id), kind: "caregiver")
      let patients = NameIndex(instance.patients.map(\.id), kind: "patient")
      // Lunch where no patient is served is lunch at the departing point.
      let served = Set(published.routes.flatMap(\.stops).filter { $0.service != lunch }.map(\.patient))
      // Over all routes: the second of two services alike is often another caregiver's.
      var done: Set<UHHCSolution.Work> = []
      return UHHCSolution(
        routes: published.routes.compactMap { route in
          guard let caregiver = caregivers.place(route.caregiver, at: route.location, log) else { return nil }
          let stops = route.stops.compactMap { stop -> UHHCSolution.Stop? in
            guard let start = minutes(stop.start, stop, log), let end = minutes(stop.end, stop, log) else { return nil }
            if stop.service == lunch {
              let place = served.contains(stop.patient) ? patients.place(stop.patient, at: stop.location, log) : nil
              return UHHCSolution.Stop(.lunch(at: place), start: start, end: end)
            }
            guard let patient = patients.place(stop.patient, at: stop.location, log),
              let work = work(stop, instance.patients[patient], patient, done, log)
            else { return nil }
            done.insert(work)
            return UHHCSolution.Stop(work, start: start, end: end)
          }
          return UHHCSolution.Route(caregiver: caregiver, stops: stops)
        })
    }
  }

  private static let lunch = "lunch_break"

  private static func minutes(_ thousandths: Int?, _ stop: PublishedRoutes.Stop, _ log: ProblemLog) -> Int? {
    if let thousandths, thousandths % 1000 == 0 { return thousandths / 1000 }
    log.add(
      InputProblem(
        code: "number.whole", location: stop.location,
        found: thousandths.map { ExactValue($0, over: 1000).description } ?? "",
        expected: "start and end of the service in whole minutes"))
    return nil
  }

  /// The service of the patient with that ability; the second of two alike where the first is done.
  private static func work(
    _ stop: PublishedRoutes.Stop, _ patient: UHHCInstance.Patient, _ index: Int, _ done: Set<UHHCSolution.Work>,
    _ log: ProblemLog
  ) -> UHHCSolution.Work? {
    let fitting = patient.services.indices.filter { patient.services[$0].ability == stop.service }
      .map { UHHCSolution.Work.service(patient: index, service: $0) }
    if let work = fitting.first(where: { !done.contains($0) }) ?? fitting.first { return work }
    log.add(
      InputProblem(
        code: "reference.unknown", location: stop.location, found: stop.service,
        expected: "a service that \(patient.id) needs"))
    return nil
  }
}
