package import Quantities

/// What has happened in an episode so far, as far as its clocks ask (R20-R24); data of the past, never planned here.
package struct EpisodeClocks: Hashable, Sendable {
  /// Nil while the first visit is still to come.
  package let firstVisitAt: Instant?
  /// Outcomes and care plan agreed (R21).
  package let carePlanAgreedOn: CivilDate?
  /// Who answers for the care plan (R33); nil where nobody is named. It may be somebody who has left the staff list since.
  package let carePlanOwner: WorkerID?
  /// In order of time (R24).
  package let reviewsHeld: [CivilDate]
  /// The predicted end with its history, in order of when it was made (R22).
  package let predictedEnds: [PredictedEnd]
  /// Whether somebody will have to go on caring, once that has been asked (R45).
  package let onwardForecast: OnwardForecast?

  package init(
    firstVisitAt: Instant? = nil, carePlanAgreedOn: CivilDate? = nil, carePlanOwner: WorkerID? = nil,
    reviewsHeld: [CivilDate] = [],
    predictedEnds: [PredictedEnd] = [], onwardForecast: OnwardForecast? = nil
  ) {
    self.firstVisitAt = firstVisitAt
    self.carePlanAgreedOn = carePlanAgreedOn
    self.carePlanOwner = carePlanOwner
    self.reviewsHeld = reviewsHeld.sorted()
    self.predictedEnds = predictedEnds.sorted { ($0.madeOn, $0.end) < ($1.madeOn, $1.end) }
    self.onwardForecast = onwardForecast
  }

  /// On which day somebody thought that the episode would end on which day.
  package struct PredictedEnd: Hashable, Sendable {
    package let madeOn: CivilDate
    package let end: CivilDate
    package init(madeOn: CivilDate, end: CivilDate) {
      self.madeOn = madeOn
      self.end = end
    }
  }

  /// What was thought on a day about the time after the episode.
  package struct OnwardForecast: Hashable, Sendable {
    package let madeOn: CivilDate
    package let needsOnwardCare: Bool
    package init(madeOn: CivilDate, needsOnwardCare: Bool) {
      self.madeOn = madeOn
      self.needsOnwardCare = needsOnwardCare
    }
  }
}
