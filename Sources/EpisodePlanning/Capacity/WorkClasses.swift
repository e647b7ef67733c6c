import CareModel
import Quantities

/// Workers who can do the same calls, and calls that the same workers can do at the same times, each told by role and skills
/// (R26, R27).
///
/// Only skills that some call asks for tell workers apart, so that there are few classes. A class of workers has its time in
/// each part of the day: node `class * 4 + part` of a day's flow. A class of calls may use any part from the one in which it
/// is wanted to the last in which it would still be done.
struct WorkClasses {
  /// Role and those of the skills that are asked for.
  struct WorkerClass: Hashable {
    let role: Role
    let skills: [Skill]
  }

  /// What is asked of a worker, and when: any of the roles, all of the skills, in any of the parts.
  struct DemandClass: Hashable {
    let roles: [Role]
    let skills: [Skill]
    let parts: ClosedRange<PartOfDay>

    init(_ demand: Demand, parts: ClosedRange<PartOfDay>) {
      roles = demand.roles.sorted { $0.rawValue < $1.rawValue }
      skills = demand.skills
      self.parts = parts
    }

    /// Whether somebody of a role and with some skills may do it.
    func isMet(by role: Role, _ own: [Skill]) -> Bool {
      (roles.isEmpty || roles.contains(role)) && skills.allSatisfy(own.contains)
    }
  }

  private(set) var workers: [WorkerClass] = []
  let demands: [DemandClass]
  private var workerIndex: [WorkerClass: Int] = [:]
  private let demandIndex: [DemandClass: Int]
  private let askedFor: Set<Skill>
  /// By class of calls: the nodes that can do it, the wanted part first.
  let able: [[Int]]

  init(staff: [StaffMember], asked: Set<DemandClass>) {
    askedFor = Set(asked.flatMap(\.skills))
    for member in staff {
      let own = WorkerClass(role: member.role, skills: member.skills.filter(askedFor.contains))
      if workerIndex[own] == nil {
        workerIndex[own] = workers.count
        workers.append(own)
      }
    }
    demands = asked.sorted { $0.order < $1.order }
    demandIndex = Dictionary(uniqueKeysWithValues: demands.enumerated().map { ($1, $0) })
    let classes = workers
    able = demands.map { demand in
      let fitting = classes.indices.filter { demand.isMet(by: classes[$0].role, classes[$0].skills) }
      return PartOfDay.allCases.filter(demand.parts.contains).flatMap { part in
        fitting.map { WorkClasses.node($0, part) }
      }
    }
  }

  /// How many nodes a day's flow has on the workers' side.
  var nodeCount: Int { workers.count * PartOfDay.allCases.count }

  static func node(_ workerClass: Int, _ part: PartOfDay) -> Int { workerClass * PartOfDay.allCases.count + part.place }

  /// The class and the part of a node.
  func workerClass(ofNode node: Int) -> (WorkerClass, PartOfDay) {
    let (index, part) = node.quotientAndRemainder(dividingBy: PartOfDay.allCases.count)
    return (workers[index], PartOfDay.allCases[part])
  }

  func index(of member: StaffMember) -> Int? {
    workerIndex[WorkerClass(role: member.role, skills: member.skills.filter(askedFor.contains))]
  }

  func index(of demand: Demand, parts: ClosedRange<PartOfDay>) -> Int? {
    demandIndex[DemandClass(demand, parts: parts)]
  }
}

extension WorkClasses.DemandClass {
  fileprivate var order: (String, String, Int, Int) {
    (
      roles.map(\.rawValue).joined(separator: "\u{0}"), skills.map(\.text).joined(separator: "\u{0}"),
      parts.lowerBound.place,
      parts.upperBound.place
    )
  }
}

extension PlannedCall {
  /// The parts of the day in which it can be done.
  var parts: ClosedRange<PartOfDay> { part...latestPart }

  /// What it asks of each worker.
  var asked: [WorkClasses.DemandClass] { need.demands.map { WorkClasses.DemandClass($0, parts: parts) } }
}
