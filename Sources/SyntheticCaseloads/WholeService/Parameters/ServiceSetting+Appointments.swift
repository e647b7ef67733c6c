extension ServiceSetting {
  /// Therapy, care plans and reviews.
  static let appointments: [ServiceSetting] =
    [
      ServiceSetting(
        .therapyPerMille, 700, 0...1000, "people who are given therapy; optional by authority", "domain.md 2.4",
        .proposal),
      ServiceSetting(
        .followUpsLeast, 2, 0...20, "therapy calls after the assessment, at least", "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .followUpsMost, 3, 0...20, "therapy calls after the assessment, at most; the least where that is more",
        "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .equipmentPerMille, 500, 0...1000, "people to whom equipment is fitted", "domain.md 2.6", .proposal),
      ServiceSetting(
        .jointTherapyPerMille, 100, 0...1000, "therapy calls with an assistant as well", "domain.md 2.6", .proposal),
      ServiceSetting(
        .remoteReviewPerMille, 300, 0...1000, "weekly reviews by telephone or video", "domain.md 2.6", .fromMemory),
      ServiceSetting(
        .lateReviewPerMille, 40, 0...1000, "weekly reviews held a day late", "R24", .proposal),
      ServiceSetting(
        .clinicPerMille, 50, 0...1000, "therapy calls held at a clinic", "R28", .proposal),
      ServiceSetting(
        .bookedDays, 14, 1...42, "days ahead for which appointments are booked", "domain.md 6", .proposal),
    ]
    + [
      (Key.firstVisitMinutes, 75, "first visits", Evidence.fromMemory),
      (.assessmentMinutes, 75, "assessments", .fromMemory),
      (.therapyMinutes, 50, "therapy calls", .fromMemory), (.equipmentMinutes, 30, "equipment fits", .fromMemory),
      (.carePlanMinutes, 60, "care plans", .proposal), (.reviewMinutes, 45, "weekly reviews", .proposal),
      (.remoteReviewMinutes, 20, "reviews by telephone or video", .proposal),
      (.lastReviewMinutes, 60, "discharge reviews", .proposal),
    ].map { key, minutes, words, evidence in
      ServiceSetting(key, minutes, 10...240, "length of \(words)", "domain.md 2.5", evidence)
    }
}
