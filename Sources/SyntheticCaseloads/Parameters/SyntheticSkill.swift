package import CareModel

/// The skills that generated workers have and generated calls ask for (R26).
package enum SyntheticSkill {
  /// Hoists and slide sheets: calls of two workers.
  package static let movingAndHandling = Skill("moving-and-handling")
  /// Medicines given at their time.
  package static let medicines = Skill("medicines")
  /// Trained to make the first visit.
  package static let firstVisits = Skill("first-visits")
  /// Trained to agree care plans and hold weekly reviews.
  package static let plansAndReviews = Skill("plans-and-reviews")
  /// The heavy hoist, which few have learnt.
  package static let heavyHoist = Skill("heavy-hoist")
}
