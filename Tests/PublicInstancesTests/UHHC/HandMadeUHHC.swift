import PublicInstances
import Testing

/// A hand-made instance whose parts can be replaced, and solutions of it.
///
/// Rows: 0 the depot, 1 and 2 patients p0 and p1, 3 another depot. Caregivers c1 (a, b) and c2 (b), shifts 0 to 200.
struct HandMadeUHHC {
  var timing = "at_service_start"
  var costs = "\"travel_time\": 1"
  /// So that patients may be left out, unless the costs say what that is worth.
  var leftOut = ", \"optional_patients\": 0"
  var origin = "generated"
  var lunch = ""
  /// Not symmetric.
  var distances = "[[0, 10, 20, 0], [11, 0, 5, 12], [21, 6, 0, 22], [0, 0, 0, 0]]"
  var shift = "\"working_shift\": {\"start\": 0, \"end\": 200}, "
  var hasLunch = "false"
  var arrival = "d0"
  /// Of the first patient.
  var services = "{\"service\": \"a\", \"duration\": 30}"
  var windows = "{\"start\": 0, \"end\": 300}"
  /// Further keys of the first patient, each behind a comma.
  var more = ""
  /// Further keys of the second patient.
  var other = ""

  var text: String {
    """
    {"metadata": {"time_window_met": "\(timing)", "cost_components": {\(costs)\(costs.contains("optional_patients") ? "" : leftOut)}, "name": "hand made", "origin": "\(origin)",
     "horizon": 600}, "distances": \(distances), \(lunch)
     "terminal_points": [{"id": "d0", "distance_matrix_index": 0}, {"id": "d1", "distance_matrix_index": 3}],
     "caregivers": [
       {"id": "c1", "abilities": ["a", "b"], "departing_point": "d0", "arrival_point": "\(arrival)", \(shift)"lunch_break": \(hasLunch)},
       {"id": "c2", "abilities": ["b"], "departing_point": "d0", "arrival_point": "d0", \(shift)"lunch_break": false}],
     "patients": [
       {"id": "p0", "required_services": [\(services)], "distance_matrix_index": 1, "time_windows": [\(windows)]\(more)},
       {"id": "p1", "required_services": [{"service": "b", "duration": 20}], "distance_matrix_index": 2,
        "time_windows": [{"start": 0, "end": 300}], "optional": true\(other)}],
     "services": []}
    """
  }

  var reading: InstanceReading<UHHCInstance> { UHHCInstanceReader.read(Array(text.utf8), file: "i.json") }

  /// One service at a time: patient, service, start, end; patient -1 is lunch at the depot, -2 lunch at p0.
  static func route(_ caregiver: Int, _ stops: [[Int]]) -> UHHCSolution.Route {
    UHHCSolution.Route(
      caregiver: caregiver,
      stops: stops.map { stop in
        let work: UHHCSolution.Work =
          stop[0] == -1 ? .lunch(at: nil) : stop[0] == -2 ? .lunch(at: 0) : .service(patient: stop[0], service: stop[1])
        return UHHCSolution.Stop(work, start: stop[2], end: stop[3])
      })
  }

  func evaluation(_ routes: UHHCSolution.Route...) throws -> UHHCEvaluation {
    let reading = reading
    let instance = try #require(reading.instance, "\(reading.problems)")
    return UHHCEvaluator.evaluate(UHHCSolution(routes: routes), of: instance)
  }
}
