import CareModel
import Quantities
import SyntheticCaseloads
import TravelTimes

extension BenchmarkCase {
  /// Travel between the places of a small borough.
  static let travelCases = [
    BenchmarkCase(
      "travel-legs", summary: "the way from each place of a small borough to each other, one by one", repetitions: 20
    ) {
      let day = BenchmarkDay(DayPreset.smallBorough).make()
      let travel = try TravelModel(day)
      let places = day.places.map(\.id)
      return {
        var seconds = 0
        for from in places {
          for to in places { seconds += travel.leg(from: from, to: to, mode: .car, part: .morningPeak).seconds.value }
        }
        return outcome(places.count, seconds)
      }
    },
    BenchmarkCase("travel-tables", summary: "the same ways as tables, for each part of the day", repetitions: 20) {
      let day = BenchmarkDay(DayPreset.smallBorough).make()
      let travel = try TravelModel(day)
      let places = day.places.map(\.id)
      return {
        let tables = DayPart.allCases.map { travel.table(places: places, mode: .car, part: $0) }
        return outcome(places.count, tables.flatMap(\.seconds).reduce(0) { $0 + Int($1) })
      }
    },
  ]

  private static func outcome(_ places: Int, _ seconds: Int) -> BenchmarkOutcome {
    BenchmarkOutcome(counters: [
      BenchmarkCounter(.size, "size.places", "places", places),
      BenchmarkCounter(.size, "size.seconds", "seconds of travel in all", seconds),
    ])
  }
}
