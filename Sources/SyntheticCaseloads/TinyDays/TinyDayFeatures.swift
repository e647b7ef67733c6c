/// What may occur in a tiny day; each that is switched on occurs in some days and not in others.
package struct TinyDayFeatures: OptionSet, Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Calls of two workers, some with a second length of its own.
  package static let twoPersonCalls = TinyDayFeatures(rawValue: 1 << 0)
  package static let breaks = TinyDayFeatures(rawValue: 1 << 1)
  /// Links of every type, at most two.
  package static let links = TinyDayFeatures(rawValue: 1 << 2)
  /// Starts: first visits with deadlines, and their bundles, at home and in hospital.
  package static let starts = TinyDayFeatures(rawValue: 1 << 3)
  /// Refusals, by people, calls and workers.
  package static let refusals = TinyDayFeatures(rawValue: 1 << 4)
  /// Preferences of all strengths, required ones among them, core teams and recent visits.
  package static let preferences = TinyDayFeatures(rawValue: 1 << 5)
  /// Published workers and times.
  package static let published = TinyDayFeatures(rawValue: 1 << 6)
  /// One lock that can be kept.
  package static let locks = TinyDayFeatures(rawValue: 1 << 7)
  /// Calls by telephone and video.
  package static let remoteCalls = TinyDayFeatures(rawValue: 1 << 8)
  package static let overtime = TinyDayFeatures(rawValue: 1 << 9)
  /// Duties from which the way home is the worker's own affair.
  package static let openEnds = TinyDayFeatures(rawValue: 1 << 10)
  package static let timeCritical = TinyDayFeatures(rawValue: 1 << 11)
  /// Calls with two alternatives of windows.
  package static let alternatives = TinyDayFeatures(rawValue: 1 << 12)
  /// People who are away for some of the day or all of it.
  package static let suspensions = TinyDayFeatures(rawValue: 1 << 13)
  /// Duties of two parts.
  package static let splitDuties = TinyDayFeatures(rawValue: 1 << 14)
  /// Rest and weekly hours that shorten a duty.
  package static let restRules = TinyDayFeatures(rawValue: 1 << 15)
  /// Episodes past their last permitted day, with and without handover, and closed referrals.
  package static let limits = TinyDayFeatures(rawValue: 1 << 16)
  /// Care plans and reviews with their clocks.
  package static let clocks = TinyDayFeatures(rawValue: 1 << 17)
  /// A moment of planning in the middle of the day.
  package static let lateAsOf = TinyDayFeatures(rawValue: 1 << 18)
  /// A call under way or done; it comes with a moment of planning in the middle of the day.
  package static let facts = TinyDayFeatures(rawValue: 1 << 19)
  /// Windows that begin and end off the grain.
  package static let oddMinutes = TinyDayFeatures(rawValue: 1 << 20)

  /// A day that is planned before it begins.
  package static let usual: TinyDayFeatures = all.subtracting([.facts])
  package static let all = TinyDayFeatures(rawValue: (1 << 21) - 1)
}
