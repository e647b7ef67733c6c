import CareModel
import Quantities
import Testing

@Suite("Links that can't hold")
struct LinkContradictionsTests {
  private typealias Day = ValidationDay

  private func problems(_ links: [VisitLink]) -> [String] {
    var day = Day()
    day.links = links
    return day.problems
  }

  @Test("a link joins two calls, with a minimum not above its maximum")
  func single() {
    #expect(problems([Day.link("v-1", "v-1", .order)]) == ["links[0].second link.self"])
    #expect(
      problems([Day.link("v-1", "v-2", .gap(minimum: Minutes(61), maximum: Minutes(60)))])
        == ["links[0].minimumMinutes link.gap"])
    #expect(problems([Day.link("v-1", "v-2", .gap(minimum: Minutes(60), maximum: Minutes(60)))]) == [])
  }

  @Test("same and different worker at once can't be")
  func workers() {
    #expect(
      problems([Day.link("v-1", "v-2", .sameWorker), Day.link("v-2", "v-1", .differentWorker)])
        == ["links[0].relation link.contradiction", "links[1].relation link.contradiction"])
  }

  @Test("a circle of order links is refused, and only the circle")
  func order() {
    let circle = [
      Day.link("v-1", "v-2", .order), Day.link("v-2", "v-3", .order), Day.link("v-3", "v-1", .order),
    ]
    #expect(problems(circle) == ["links[0] link.circle", "links[1] link.circle", "links[2] link.circle"])
    #expect(problems(Array(circle.prefix(2)) + [Day.link("v-1", "v-3", .order)]) == [])
    #expect(
      problems([Day.link("v-3", "v-1", .order), Day.link("v-1", "v-2", .order), Day.link("v-2", "v-1", .order)])
        == ["links[1] link.circle", "links[2] link.circle"])
  }

  @Test("gaps, order and same start are counted up together")
  func gaps() {
    let order = Day.link("v-1", "v-2", .order)
    #expect(problems([order, Day.link("v-1", "v-2", .sameStart)]).count == 2)
    #expect(problems([order, Day.link("v-1", "v-2", .gap(minimum: .zero, maximum: Minutes(29)))]).count == 2)
    #expect(problems([order, Day.link("v-1", "v-2", .gap(minimum: .zero, maximum: Minutes(30)))]) == [])
    #expect(problems([Day.link("v-1", "v-2", .sameStart), Day.link("v-2", "v-1", .sameStart)]) == [])
    #expect(problems([Day.link("v-1", "v-2", .requires), Day.link("v-2", "v-1", .requires)]) == [])
  }

  @Test("a call takes what requires it, however far, and each link once")
  func requirements() {
    var day = Day()
    day.visits = (0..<200).map { Day.visit("v-\($0)", "p-1", at: 100 + $0) }
    day.visits[0] = Day.visit("v-0", "p-9", at: 100)
    day.links = (0..<199).map { Day.link("v-\($0)", "v-\($0 + 1)", .requires) }
    let validation = day.validation
    #expect(validation.caseload().visits.isEmpty)
    #expect(validation.caseload().links.isEmpty)
    #expect(validation.problems.filter { $0.code == "visit.requiredCallLeftOut" }.count == 199)
  }

  @Test("long chains and many circles come to an end")
  func size() {
    var day = Day()
    day.visits = (0..<400).map { Day.visit("v-\($0)", "p-1", at: 100 + $0) }
    day.links = (0..<399).map { Day.link("v-\($0)", "v-\($0 + 1)", .order) }
    #expect(day.problems.isEmpty)
    day.links += (0..<399).map { Day.link("v-\($0 + 1)", "v-\($0)", .order) }
    #expect(day.validation.problems.filter { $0.code == "link.circle" }.count == 798)
  }
}
