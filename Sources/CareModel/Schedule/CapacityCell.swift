package import Quantities

/// Contact time of one role, of one patch, or of those who have a skill, in a part of a day: how much there is, and how much of it is taken.
package struct CapacityCell: Hashable, Sendable {
  package let date: CivilDate
  package let part: PartOfDay
  /// The workers' contact minutes, after breaks, travel and waiting.
  package let capacity: Minutes
  /// What approved packages, appointments and planned calls take of it.
  package let load: Minutes
  /// What will probably be asked for by then: the same without reductions that are usual and behind ends that are expected.
  package let forecastLoad: Minutes

  package init(date: CivilDate, part: PartOfDay, capacity: Minutes, load: Minutes, forecastLoad: Minutes) {
    self.date = date
    self.part = part
    self.capacity = capacity
    self.load = load
    self.forecastLoad = forecastLoad
  }

  /// Thousandths of the capacity that are taken; nil where there is none.
  package var use: PerMille? { use(by: load) }

  /// The same of the forecast.
  package var forecastUse: PerMille? { use(by: forecastLoad) }

  /// Little is left: nine tenths or more are taken.
  package var isTight: Bool { isTight(load) }

  /// Little will probably be left.
  package var isForecastTight: Bool { isTight(forecastLoad) }

  private func use(by load: Minutes) -> PerMille? {
    capacity.value > 0 ? PerMille(load.value * 1000 / capacity.value) : nil
  }

  private func isTight(_ load: Minutes) -> Bool { load.value * 10 >= capacity.value * 9 && load.value > 0 }
}
