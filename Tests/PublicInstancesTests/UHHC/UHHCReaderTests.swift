import CareModel
import Interchange
import PublicInstances
import Quantities
import Testing

@Suite("Instances of the UHHC set as days of ours")
struct UHHCReaderTests {
  private func minutes(_ interval: InstantInterval?, _ caseload: Caseload) -> [Int] {
    guard let interval else { return [] }
    return [interval.start, interval.end].map { ($0 - caseload.asOf).value / 60 }
  }

  private func windows(_ instance: SmallInstance, _ id: String = "p0") throws -> [[Int]] {
    let caseload = try #require(instance.reading.caseload, "\(instance.reading.problems)")
    let visit = try #require(caseload.visit(VisitID(id)))
    return visit.windows.map { minutes($0.preferred, caseload) + minutes($0.safe, caseload) }
  }

  private func shipped() throws -> [UInt8] {
    try PublicSetFiles.bytes("Scenarios/uhhc-i-134/instance.json")
  }

  @Test("the shipped instance is a day without a problem")
  func shippedInstance() throws {
    let bytes = try shipped()
    #expect(UHHCReader.looksLikeUHHC(try JSONParser.parse(bytes, file: "i.json")))
    let reading = UHHCReader.read(json: bytes, file: "i.json")
    let caseload = try #require(reading.caseload)
    #expect(reading.problems.isEmpty && reading.warnings.isEmpty && reading.inputDigest != nil)
    #expect(caseload.workers.count == 3 && caseload.people.count == 15 && caseload.visits.count == 15)
    #expect(caseload.visits.filter { $0.demands.count == 2 }.count == 2)
    #expect(caseload.visits.filter { $0.consequence == .low }.count == 9)
    #expect(caseload.visits.filter { $0.windows.count == 2 }.count == 7)
    #expect(caseload.people.filter { !$0.preferences.isEmpty }.count == 11)
    #expect(caseload.isInvented && caseload.day.length == Minutes(1440).seconds)
    let levels = Set(caseload.visits.compactMap { caseload.level(of: $0).level?.kind })
    #expect(levels == [.essentialMedium, .other])
  }

  @Test("other documents are not taken for an instance")
  func recognition() throws {
    let day = try JSONParser.parse(
      Array(#"{"format": "reable-day", "distances": 1, "terminal_points": 1, "caregivers": 1, "patients": 1}"#.utf8),
      file: "d.json")
    #expect(!UHHCReader.looksLikeUHHC(day))
    #expect(!UHHCReader.looksLikeUHHC(try JSONParser.parse(Array("[1]".utf8), file: "d.json")))
  }

  @Test("patients, caregivers and distances become calls, workers and a matrix")
  func plain() throws {
    let caseload = try #require(SmallInstance().reading.caseload)
    let call = try #require(caseload.visit(VisitID("p0")))
    #expect(call.kind == .personalCare && call.consequence == .medium)
    #expect(call.demands == [Demand(skills: [Skill("s1")], length: Minutes(30))])
    #expect(caseload.visit(VisitID("p1"))?.consequence == .low)
    #expect(caseload.matrices.first?.seconds == [0, 600, 1200, 660, 0, 300, 1260, 360, 0])
    #expect(caseload.policy.timeGrain == Seconds(60))
    let home = try #require(caseload.place(PlaceID("home-p0")))
    #expect(home.position?.longitudeMicrodegrees == 11_400_000 && home.access == .zero)
    let duty = try #require(caseload.worker(WorkerID("c1"))?.dutyPeriods.first)
    #expect(minutes(duty.hours, caseload) == [60, 300] && duty.endPlace == PlaceID("terminal-d0"))
    #expect(minutes(caseload.worker(WorkerID("c2"))?.dutyPeriods.first?.hours, caseload) == [0, 600])
  }

  @Test("points of the older sets' plane are no places on earth")
  func plane() throws {
    let caseload = try #require(SmallInstance(origin: "bazirha").reading.caseload)
    #expect(caseload.places.allSatisfy { $0.position == nil && $0.matrixIndex != nil })
  }

  @Test("a late start is safe until the horizon, and where lateness is forbidden only within the window")
  func lateness() throws {
    #expect(try windows(SmallInstance()) == [[100, 160, 100, 600]])
    let hard = SmallInstance(costs: "\"total_tardiness\": \"HARD\"")
    #expect(try windows(hard) == [[100, 160, 100, 160]])
  }

  @Test("on time by the end, the last start is earlier by the length of the service")
  func endOfService() throws {
    #expect(try windows(SmallInstance(timing: "at_service_end")) == [[100, 130, 100, 600]])
    var tight = SmallInstance(timing: "at_service_end", windows: "[{\"start\": 100, \"end\": 120}]")
    #expect(try windows(tight) == [[100, 100, 100, 600]])
    tight.costs = "\"total_tardiness\": \"HARD\""
    #expect(tight.reading.caseload == nil && !tight.reading.problems.isEmpty)
  }

  @Test("of several windows the last one begun counts, also where they overlap")
  func severalWindows() throws {
    let two = SmallInstance(windows: "[{\"start\": 300, \"end\": 400}, {\"start\": 100, \"end\": 160}]")
    #expect(try windows(two) == [[100, 160, 100, 299], [300, 400, 300, 600]])
    let overlapping = SmallInstance(windows: "[{\"start\": 100, \"end\": 320}, {\"start\": 300, \"end\": 400}]")
    #expect(try windows(overlapping) == [[100, 299, 100, 299], [300, 400, 300, 600]])
    let same = SmallInstance(windows: "[{\"start\": 100, \"end\": 160}, {\"start\": 100, \"end\": 200}]")
    #expect(try windows(same) == [[100, 200, 100, 600]])
  }

  private static let twoServices = "[{\"service\": \"s1\", \"duration\": 30}, {\"service\": \"s2\", \"duration\": 45}]"

  @Test("simultaneous services are one call of two workers, the third one more call at the same time")
  func simultaneous() throws {
    let together = ", \"synchronization\": {\"type\": \"simultaneous\"}"
    var instance = SmallInstance(timing: "at_service_end", services: UHHCReaderTests.twoServices, more: together)
    let caseload = try #require(instance.reading.caseload)
    #expect(caseload.visit(VisitID("p0"))?.demands.map(\.length) == [Minutes(30), Minutes(45)])
    #expect(caseload.links.isEmpty && caseload.people.count == 2)
    #expect(try windows(instance) == [[100, 115, 100, 600]])
    instance.services =
      "[{\"service\": \"s1\", \"duration\": 30}, {\"service\": \"s2\", \"duration\": 20}, {\"service\": \"s3\", \"duration\": 45}]"
    let three = try #require(instance.reading.caseload)
    #expect(three.visits.map(\.demands.count) == [2, 1, 1] && three.people.count == 2)
    #expect(Set(three.links.map(\.relation)) == [.sameStart, .differentWorker, .requires])
    #expect(try windows(instance) == windows(instance, "p0-2"))
  }

  @Test("sequential services keep their distance from start to start, by different workers")
  func sequential() throws {
    let caseload = try #require(
      SmallInstance(
        services: UHHCReaderTests.twoServices,
        more: ", \"synchronization\": {\"type\": \"sequential\", \"distance\": {\"min\": 15, \"max\": 20}}"
      ).reading.caseload)
    #expect(
      Set(caseload.links.map(\.relation)) == [
        .gap(minimum: Minutes(15), maximum: Minutes(20)), .differentWorker, .requires,
      ])
    #expect(caseload.links.allSatisfy { $0.first.text == "p0" && $0.second.text == "p0-2" })
    // The second may begin before the first is over, which no single person of ours could have.
    #expect(caseload.visit(VisitID("p0-2"))?.person == PersonID("p0-2"))
    #expect(caseload.person(PersonID("p0-2"))?.place == PlaceID("home-p0"))
  }

  @Test("independent services are linked by nothing but their workers and by each other's being done")
  func independent() throws {
    let caseload = try #require(SmallInstance(services: UHHCReaderTests.twoServices).reading.caseload)
    #expect(Set(caseload.links.map(\.relation)) == [.differentWorker, .requires])
  }

  @Test("incompatible caregivers are refused, preferred ones weakly preferred")
  func wishes() throws {
    let caseload = try #require(
      SmallInstance(more: ", \"preferred_caregivers\": [\"c1\"], \"incompatible_caregivers\": [\"c2\"]").reading
        .caseload)
    let person = try #require(caseload.person(PersonID("p0")))
    #expect(person.refusedWorkers == [WorkerID("c2")])
    #expect(person.preferences == [Preference(.workers([WorkerID("c1")]), .weak)])
  }

  @Test("a lunch break lies within shift and lunch hours, and is not asked for where there is no room")
  func lunch() throws {
    let lunch = "\"lunch_breaks\": {\"start\": 180, \"end\": 360, \"min_duration\": 30},"
    let caseload = try #require(SmallInstance(lunch: lunch).reading.caseload)
    let rest = try #require(caseload.worker(WorkerID("c1"))?.dutyPeriods.first?.breaks.first)
    #expect(minutes(rest.window, caseload) == [180, 300] && rest.length == Minutes(30))
    #expect(caseload.worker(WorkerID("c2"))?.dutyPeriods.first?.breaks.isEmpty == true)
    #expect(caseload.policy.breakRequiredAfter == .zero)
    let short = SmallInstance(lunch: lunch, shift: ", \"working_shift\": {\"start\": 60, \"end\": 200}")
    #expect(try #require(short.reading.caseload).worker(WorkerID("c1"))?.dutyPeriods.first?.breaks.isEmpty == true)
  }

  @Test("extra time is agreed overtime where it only costs")
  func extraTime() throws {
    let priced = try #require(SmallInstance().reading.caseload)
    #expect(priced.worker(WorkerID("c1"))?.dutyPeriods.first?.agreedOvertime == Minutes(720))
    let hard = try #require(SmallInstance(costs: "\"total_extra_time\": \"HARD\"").reading.caseload)
    #expect(hard.worker(WorkerID("c1"))?.dutyPeriods.first?.agreedOvertime == .zero)
  }

  @Test(
    "what is wrong is told, and nothing of the instance is used",
    arguments: [
      SmallInstance(secondPatient: "p0"), SmallInstance(secondDepot: "d9"),
      SmallInstance(services: UHHCReaderTests.twoServices, secondPatient: "p0-2"), SmallInstance(timing: "sometimes"),
      SmallInstance(distances: "[[0, 10], [11, 0, 5], [21, 6, 0]]"),
      SmallInstance(distances: "[[0, 10, 2.5], [11, 0, 5], [21, 6, 0]]"), SmallInstance(distances: "[]"),
      SmallInstance(distances: "[[0, 10, -2], [11, 0, 5], [21, 6, 0]]"), SmallInstance(services: "[]"),
      SmallInstance(shift: ", \"working_shift\": {\"start\": 300, \"end\": 60}"),
      SmallInstance(services: "[{\"service\": \"s1\", \"duration\": 1e9}]"),
      SmallInstance(windows: "[{\"start\": 100, \"end\": 99999999999999999999}]"), SmallInstance(windows: "[]"),
      SmallInstance(windows: "[{\"start\": 200, \"end\": 100}]"), SmallInstance(more: ", \"optional\": \"maybe\""),
      SmallInstance(more: ", \"synchronization\": {\"type\": \"sometimes\"}"), SmallInstance(more: ", \"mystery\": 1"),
      SmallInstance(
        services: UHHCReaderTests.twoServices,
        more: ", \"synchronization\": {\"type\": \"sequential\", \"distance\": {\"min\": 30, \"max\": 20}}"),
    ])
  func mistakes(instance: SmallInstance) {
    let reading = instance.reading
    #expect(reading.caseload == nil && !reading.problems.isEmpty)
  }

  @Test("no damage to an instance traps")
  func damage() throws {
    let text = Array(SmallInstance().text)
    let marks = ["", "\"", "{", "]", "-1", "null", "1e400", ",", "[]"]
    for place in stride(from: 0, to: text.count, by: 3) {
      let damaged =
        String(text[..<place]) + marks[place / 3 % marks.count] + String(text[min(place + 2, text.count)...])
      let reading = UHHCReader.read(json: Array(damaged.utf8), file: "i.json")
      #expect(reading.caseload != nil || !reading.problems.isEmpty)
    }
  }
}
