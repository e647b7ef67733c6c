import CareModel
import Quantities

extension Visit {
  /// The alternative that a start belongs to: the one whose safe window holds it, else the one whose safe window is
  /// nearest, the earlier of two; nil for a call without windows.
  func window(meantBy start: Instant) -> WindowAlternative? {
    var nearest: (window: WindowAlternative, distance: Seconds)?
    for window in windows {
      let distance = window.safe.distance(to: start)
      if nearest.map({ distance < $0.distance }) ?? true { nearest = (window, distance) }
    }
    return nearest?.window
  }
}

extension InstantInterval {
  /// How far an instant lies outside, on either side; zero inside.
  func distance(to instant: Instant) -> Seconds { max(.zero, start - instant, instant - end) }
}
