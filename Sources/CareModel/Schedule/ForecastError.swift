/// How far predicted ends were from the ends that came, over ended episodes (R22).
package struct ForecastError: Hashable, Sendable {
  /// Which prediction of its episode: 1 the first, made with the care plan as a rule, then one a review.
  package let number: Int
  package let episodes: Int
  /// Days off, either way, in all of them together.
  package let daysOff: Int
  /// Days by which the ends came later than predicted, less those by which they came earlier, in all of them together.
  package let daysLater: Int

  package init(number: Int, episodes: Int, daysOff: Int, daysLater: Int) {
    self.number = number
    self.episodes = episodes
    self.daysOff = daysOff
    self.daysLater = daysLater
  }
}
