import Quantities

extension Instant {
  /// The instant itself within ten years of the day, else the nearer end of that stretch.
  ///
  /// A hand-made rota may hold any number. Held in this way its times can be added, subtracted and multiplied by prices
  /// without overflow, and a time years away still breaks each rule that it broke.
  func held(near day: InstantInterval) -> Instant {
    let reach = Seconds(10 * 366 * 86_400)
    return min(max(self, day.start - reach), day.end + reach)
  }
}
