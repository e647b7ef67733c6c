package import Interchange

/// A day in the input format of VROOM, an open solver for vehicle routing (BSD-2; its `docs/API.md` has the format).
///
/// Times are seconds from the problem's origin. Who may do a job is said by one number a group: a job asks for the skill
/// that stands for exactly the vehicles that may do it. What VROOM can't say is in `unsaid`; a comparison must speak of it.
/// ```swift
/// let problem = VROOMProblem(instance)
/// print(problem.json.lines(depth: 2))
/// ```
package struct VROOMProblem: Hashable, Sendable {
  package var vehicles: [Vehicle] = []
  package var jobs: [Job] = []
  /// One table of travel times for each way of getting about, in order of name.
  package var matrices: [Matrix] = []
  /// Sentences on what the day asks for and this problem leaves out.
  package var unsaid: [String] = []

  /// A shift.
  package struct Vehicle: Hashable, Sendable {
    package var id: Int
    package var description: String
    /// Names a matrix.
    package var profile: String
    package var startIndex: Int
    /// Nil where the way home does not count.
    package var endIndex: Int?
    package var skills: [Int] = []
    package var window: Span
    package var breaks: [Rest] = []
  }

  /// A call by one worker.
  package struct Job: Hashable, Sendable {
    package var id: Int
    package var description: String
    package var locationIndex: Int
    package var service: Int
    package var skills: [Int] = []
    /// 0 to 100; sums of them are maximised, so two low ones may displace a high one.
    package var priority: Int
    /// Of the start of service.
    package var windows: [Span]
  }

  /// A break of a shift.
  package struct Rest: Hashable, Sendable {
    package var id: Int
    package var service: Int
    /// Of its start.
    package var window: Span
  }

  /// A stretch of seconds, both ends included.
  package struct Span: Hashable, Sendable {
    package var start: Int
    package var end: Int
    package init(_ start: Int, _ end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// Travel times between all places, row by row.
  package struct Matrix: Hashable, Sendable {
    package var profile: String
    package var durations: [[Int]]
  }

  /// The input document.
  package var json: JSONText {
    .object([
      JSONMember("vehicles", .array(vehicles.map(\.json))),
      JSONMember("jobs", .array(jobs.map(\.json))),
      JSONMember(
        "matrices",
        .object(
          matrices.map { matrix in
            let rows = matrix.durations.map { JSONText.array($0.map { .integer($0) }) }
            return JSONMember(matrix.profile, .object([JSONMember("durations", .array(rows))]))
          })),
    ])
  }

  /// Gives each job the skill of the vehicles that may do it: none where all may.
  ///
  /// - Parameter groups: the places of those vehicles in ``vehicles``, in order, for each job.
  mutating func setSkills(_ groups: [[Int]]) {
    var skillOf: [[Int]: Int] = [:]
    for (job, group) in zip(jobs.indices, groups) where group.count < vehicles.count {
      let skill = skillOf[group] ?? skillOf.count + 1
      if skillOf.updateValue(skill, forKey: group) == nil {
        for vehicle in group { vehicles[vehicle].skills.append(skill) }
      }
      jobs[job].skills = [skill]
    }
  }
}

extension VROOMProblem.Vehicle {
  fileprivate var json: JSONText {
    .record([
      JSONMember("id", .integer(id)), JSONMember("description", .text(description)),
      JSONMember("profile", .text(profile)), JSONMember("start_index", .integer(startIndex)),
      endIndex.map { JSONMember("end_index", .integer($0)) },
      skills.isEmpty ? nil : JSONMember("skills", .array(skills.map { .integer($0) })),
      JSONMember("time_window", window.json),
      breaks.isEmpty
        ? nil
        : JSONMember(
          "breaks",
          .array(
            breaks.map {
              .object([
                JSONMember("id", .integer($0.id)), JSONMember("service", .integer($0.service)),
                JSONMember("time_windows", .array([$0.window.json])),
              ])
            })),
    ])
  }
}

extension VROOMProblem.Job {
  fileprivate var json: JSONText {
    .record([
      JSONMember("id", .integer(id)), JSONMember("description", .text(description)),
      JSONMember("location_index", .integer(locationIndex)), JSONMember("service", .integer(service)),
      skills.isEmpty ? nil : JSONMember("skills", .array(skills.map { .integer($0) })),
      JSONMember("priority", .integer(priority)), JSONMember("time_windows", .array(windows.map(\.json))),
    ])
  }
}

extension VROOMProblem.Span {
  fileprivate var json: JSONText { .array([.integer(start), .integer(end)]) }
}
