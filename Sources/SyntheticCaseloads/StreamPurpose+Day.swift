import ReproducibleNumbers

/// What the random numbers of a generated day are for. A renamed purpose is another day.
extension StreamPurpose {
  static let neighbourhoods = StreamPurpose("synthetic day: neighbourhoods")
  static let homes = StreamPurpose("synthetic day: homes of people")
  static let workerHomes = StreamPurpose("synthetic day: homes of workers")
  static let packages = StreamPurpose("synthetic day: who has which calls")
  static let callTimes = StreamPurpose("synthetic day: times and lengths of calls")
  static let starts = StreamPurpose("synthetic day: first visits")
  static let therapy = StreamPurpose("synthetic day: therapists' calls")
  static let episodes = StreamPurpose("synthetic day: episodes and referrals")
  static let wishes = StreamPurpose("synthetic day: preferences and refusals")
  static let workers = StreamPurpose("synthetic day: workers")
  static let familiarity = StreamPurpose("synthetic day: who knows whom")
  static let chosenCalls = StreamPurpose("synthetic day: time-critical and two-person calls")
  static let names = StreamPurpose("synthetic day: names")
  static let tinyDays = StreamPurpose("tiny days")
}
