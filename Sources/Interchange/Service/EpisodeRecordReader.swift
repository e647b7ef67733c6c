import CareModel
import Quantities

/// Reads one of a service's `episodes`: the keys of a day's, and what has happened in it.
enum EpisodeRecordReader {
  static let keys =
    EpisodeReader.keys
    + [
      "packages", "clocks", "reviews", "equipment", "callers", "state", "awaitingOnwardSince", "plannedEnd", "endedOn",
      "endReason",
    ]
  static let clockKeys = [
    "firstVisitAt", "carePlanAgreedOn", "carePlanOwner", "reviewsHeld", "predictedEnds", "onwardForecast",
  ]
  static let predictedEndKeys = ["madeOn", "end"]
  static let onwardForecastKeys = ["madeOn", "needsOnwardCare"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> EpisodeRecord? {
    let packages = record.objects("packages", keys: PackageVersionReader.keys, count: ServiceLimits.packages)
      .compactMap(PackageVersionReader.read)
    let clocks = record.optionalObject("clocks", keys: clockKeys).map { readClocks($0, calendar) }
    let reviews = record.optionalObject("reviews", keys: reviewKeys).map(readReviews)
    let equipment = EquipmentReader.list(record)
    let callers = readCallers(record)
    let state = record.word("state", default: EpisodeRecord.State.active)
    let awaiting = record.optionalDate("awaitingOnwardSince")
    let plannedEnd = record.optionalDate("plannedEnd")
    let endedOn = record.optionalDate("endedOn")
    let endReason = record.optionalWord("endReason", of: EpisodeRecord.EndReason.self)
    guard let episode = EpisodeReader.read(record) else { return nil }
    return EpisodeRecord(
      episode: episode, packages: packages, clocks: clocks ?? EpisodeClocks(), reviews: reviews ?? ReviewTerms(),
      equipment: equipment, callers: callers, state: state,
      awaitingOnwardSince: awaiting, plannedEnd: plannedEnd, endedOn: endedOn, endReason: endReason)
  }

  static let reviewKeys = ["risk", "modes"]
  static let riskKeys = ["level", "setBy"]

  private static func readReviews(_ record: RecordReader) -> ReviewTerms {
    let risk = record.optionalObject("risk", keys: riskKeys).flatMap { entry in
      let level = entry.word("level", of: ReviewTerms.Level.self)
      let setBy = entry.text("setBy")
      guard let level, let setBy else { return nil as ReviewTerms.Risk? }
      return ReviewTerms.Risk(level: level, setBy: setBy)
    }
    return ReviewTerms(risk: risk, suited: record.value("modes") == nil ? [] : record.words("modes"))
  }

  static let callerKeys = ["worker", "weeks"]

  private static func readCallers(_ record: RecordReader) -> [CallingRecord] {
    var seen: Set<WorkerID> = []
    return record.objects("callers", keys: callerKeys).compactMap { entry in
      let worker = entry.identifier("worker", of: Worker.self)
      let weeks = entry.integers("weeks", in: ServiceLimits.callingWeeks)
      guard let worker else { return nil }
      guard seen.insert(worker).inserted else {
        entry.report(
          "worker", code: "list.repeated", found: worker.text, expected: "each worker may stand once in the list")
        return nil
      }
      return CallingRecord(worker: worker, weeks: weeks)
    }
  }

  private static func readClocks(_ record: RecordReader, _ calendar: ServiceCalendar) -> EpisodeClocks {
    EpisodeClocks(
      firstVisitAt: record.optionalInstant("firstVisitAt", in: calendar),
      carePlanAgreedOn: record.optionalDate("carePlanAgreedOn"),
      carePlanOwner: record.optionalIdentifier("carePlanOwner", of: Worker.self),
      reviewsHeld: record.dates("reviewsHeld"),
      predictedEnds: record.objects("predictedEnds", keys: predictedEndKeys).compactMap { entry in
        let madeOn = entry.date("madeOn")
        let end = entry.date("end")
        guard let madeOn, let end else { return nil }
        return EpisodeClocks.PredictedEnd(madeOn: madeOn, end: end)
      },
      onwardForecast: record.optionalObject("onwardForecast", keys: onwardForecastKeys).flatMap { entry in
        let madeOn = entry.date("madeOn")
        let needsOnwardCare = entry.truth("needsOnwardCare")
        guard let madeOn, let needsOnwardCare else { return nil }
        return EpisodeClocks.OnwardForecast(madeOn: madeOn, needsOnwardCare: needsOnwardCare)
      })
  }
}
