import CareModel

/// What a service knows of one person at a moment.
struct PersonRecords: Sendable {
  let person: Person
  let place: Place
  let referral: ReferralRecord
  let episode: EpisodeRecord?
  let appointments: [Appointment]
}
