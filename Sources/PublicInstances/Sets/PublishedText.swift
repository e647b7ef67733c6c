import Interchange

/// Writes routes in the file format that ``PublishedRoutes`` reads, so that a set's own validator can judge them too.
enum PublishedText {
  /// One entry of a route; times are thousandths.
  typealias Stop = (patient: String, service: String, start: Int, end: Int)

  /// The document, a route a line.
  static func routes(_ routes: [(caregiver: String, stops: [Stop])]) -> String {
    let lines = routes.map { route in
      let stops = route.stops.map { stop in
        "{\"patient\": \(JSONText.quoted(stop.patient)), \"service\": \(JSONText.quoted(stop.service)), "
          + "\"start_service_time\": \(minutes(stop.start)), \"end_service_time\": \(minutes(stop.end))}"
      }
      let caregiver = JSONText.quoted(route.caregiver)
      return "  {\"caregiver_id\": \(caregiver), \"locations\": [\(stops.joined(separator: ", "))]}"
    }
    return "{\"cost_components\": {}, \"routes\": [\n\(lines.joined(separator: ",\n"))\n]}\n"
  }

  private static func minutes(_ thousandths: Int) -> String {
    thousandths % 1000 == 0
      ? String(thousandths / 1000) : ExactValue(thousandths, over: 1000).text(decimals: 3)
  }
}

extension UHHCSolution {
  /// The solution in the format in which they are published; routes that are empty or name nothing are left out.
  package func publishedText(of instance: UHHCInstance) -> String {
    PublishedText.routes(
      routes.compactMap { route in
        guard instance.caregivers.indices.contains(route.caregiver), !route.stops.isEmpty else { return nil }
        let caregiver = instance.caregivers[route.caregiver]
        let stops = route.stops.compactMap { stop -> PublishedText.Stop? in
          let start = stop.start * 1000
          let end = stop.end * 1000
          switch stop.work {
          case .lunch(let place):
            let patient = place.flatMap { instance.patients.indices.contains($0) ? instance.patients[$0].id : nil }
            return (patient ?? caregiver.departingPoint, "lunch_break", start, end)
          case .service(let patient, let service):
            guard instance.patients.indices.contains(patient),
              instance.patients[patient].services.indices.contains(service)
            else { return nil }
            return (instance.patients[patient].id, instance.patients[patient].services[service].ability, start, end)
          }
        }
        return (caregiver.id, stops)
      })
  }
}

extension MankowskaSolution {
  /// The solution in the format in which they are published; routes that are empty or name nothing are left out.
  package func publishedText(of instance: MankowskaInstance) -> String {
    PublishedText.routes(
      routes.compactMap { route in
        guard instance.caregivers.indices.contains(route.caregiver), !route.visits.isEmpty else { return nil }
        let stops = route.visits.compactMap { visit -> PublishedText.Stop? in
          guard instance.patients.indices.contains(visit.patient),
            instance.patients[visit.patient].services.indices.contains(visit.service)
          else { return nil }
          let service = instance.patients[visit.patient].services[visit.service]
          return (
            instance.patients[visit.patient].id, service.ability, visit.start, visit.start + service.duration
          )
        }
        return (instance.caregivers[route.caregiver].id, stops)
      })
  }
}
