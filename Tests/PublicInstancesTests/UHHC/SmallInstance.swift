import CareModel
import Interchange
import PublicInstances

/// A hand-made instance in which single parts can be replaced.
struct SmallInstance {
  var timing = "at_service_start"
  var costs = "\"travel_time\": 1, \"total_tardiness\": 3, \"total_extra_time\": 2"
  var origin = "generated"
  var lunch = ""
  var distances = "[[0, 10, 20], [11, 0, 5], [21, 6, 0]]"
  var shift = ", \"working_shift\": {\"start\": 60, \"end\": 300}"
  var services = "[{\"service\": \"s1\", \"duration\": 30}]"
  var windows = "[{\"start\": 100, \"end\": 160.0}]"
  /// Further keys of the patient, each behind a comma.
  var more = ""
  var secondPatient = "p1"
  var secondDepot = "d0"

  var text: String {
    """
    {"metadata": {"time_window_met": "\(timing)", "cost_components": {\(costs)}, "name": "hand/made", "origin": "\(origin)",
     "horizon": 600}, "distances": \(distances), \(lunch)
     "terminal_points": [{"id": "d0", "distance_matrix_index": 0, "location": [11.32909573, 53.839512]}],
     "caregivers": [
       {"id": "c1", "abilities": ["s1", "s2"], "departing_point": "d0", "arrival_point": "d0", "lunch_break": true\(shift)},
       {"id": "c2", "abilities": ["s2", "s3"], "departing_point": "\(secondDepot)", "arrival_point": "d0", "lunch_break": false}],
     "patients": [
       {"id": "p0", "required_services": \(services), "distance_matrix_index": 1, "time_windows": \(windows),
        "location": [11.4, 53.9]\(more)},
       {"id": "\(secondPatient)", "required_services": [{"service": "s2", "duration": 15}], "distance_matrix_index": 2,
        "time_windows": [{"start": 0, "end": 600}], "location": [11.5, 53.8], "optional": true}],
     "services": [{"id": "s1", "type": "t0", "default_duration": 15}]}
    """
  }

  var reading: CaseloadReading { UHHCReader.read(json: Array(text.utf8), file: "i.json") }
}
