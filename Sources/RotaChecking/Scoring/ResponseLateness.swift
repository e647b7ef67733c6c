import CareModel
import Quantities

/// How late a first visit that is due comes, or counts as coming while it is uncovered.
struct ResponseLateness {
  /// It comes after its deadline, and was still in time at `asOf`.
  let isAvoidable: Bool
  /// The square of the started quarter-hours past the deadline.
  let squaredQuarterHours: Int

  private static let quarterHour = 900

  init(of call: CallUnderCheck, in caseload: Caseload) {
    guard let deadline = caseload.responseDeadline(of: call.visit) else {
      (isAvoidable, squaredQuarterHours) = (false, 0)
      return
    }
    let start = call.isCovered ? call.placement?.start ?? deadline : caseload.assumedStartOfUncoveredResponse
    let late = max(0, (start - deadline).value)
    let quarters = late / Self.quarterHour + (late % Self.quarterHour == 0 ? 0 : 1)
    let (square, overflowed) = quarters.multipliedReportingOverflow(by: quarters)
    isAvoidable = call.isCovered && deadline >= caseload.asOf && late > 0
    squaredQuarterHours = overflowed ? Int.max : square
  }
}
