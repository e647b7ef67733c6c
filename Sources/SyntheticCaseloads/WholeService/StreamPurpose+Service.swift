import ReproducibleNumbers

/// What the random numbers of a generated service are for. A renamed purpose is another service.
extension StreamPurpose {
  static let plane = StreamPurpose("synthetic service: towns and villages")
  static let planeSample = StreamPurpose("synthetic service: where people live on the whole")
  static let placeNames = StreamPurpose("synthetic service: names of places")
  static let dwellings = StreamPurpose("synthetic service: homes of people")
  static let staffDwellings = StreamPurpose("synthetic service: homes of workers")
  static let arrivalCounts = StreamPurpose("synthetic service: referrals a day")
  static let arrivals = StreamPurpose("synthetic service: referrals")
  static let courses = StreamPurpose("synthetic service: stays and endings")
  static let startPackages = StreamPurpose("synthetic service: start packages")
  static let lines = StreamPurpose("synthetic service: times and lengths of calls")
  static let bookings = StreamPurpose("synthetic service: therapy and reviews")
  static let personWishes = StreamPurpose("synthetic service: preferences and refusals")
  static let predictions = StreamPurpose("synthetic service: predicted ends")
  static let staffMembers = StreamPurpose("synthetic service: workers")
  static let absences = StreamPurpose("synthetic service: leave and sickness")
  static let acquaintance = StreamPurpose("synthetic service: who knows whom")
}
