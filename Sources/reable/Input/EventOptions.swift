import ArgumentParser
import CareModel
import Interchange
import Quantities

/// What has happened, as it is typed.
struct EventOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Off for the rest of the day; what is in hand is finished.", valueName: "W12@09:40"))
  var off: [String] = []

  @Option(help: ArgumentHelp("So many minutes behind the run.", valueName: "W12+25@09:40"))
  var late: [String] = []

  @Option(help: ArgumentHelp("A call that is not wanted any more and has not begun.", valueName: "V3@09:40"))
  var cancel: [String] = []

  @Option(help: ArgumentHelp("A call that the person refuses, on the telephone or at the door.", valueName: "V3@09:40"))
  var refuse: [String] = []

  @Option(help: ArgumentHelp("The worker is at the door and nobody answers.", valueName: "V3@09:40"))
  var noReply: [String] = []

  @Option(help: ArgumentHelp("A call that is over after so many minutes.", valueName: "V3=20@09:40"))
  var cutShort: [String] = []

  @Option(help: ArgumentHelp("A call that takes so many minutes.", valueName: "V3=60@09:40"))
  var longer: [String] = []

  @Option(help: ArgumentHelp("A call that is wanted at another time.", valueName: "V3=10:00-11:00@09:40"))
  var window: [String] = []

  @Option(
    help: ArgumentHelp(
      "Somebody in hospital from then, to the end of the day unless told.", valueName: "P7@11:00-15:00"))
  var hospital: [String] = []

  @Option(
    help: ArgumentHelp(
      "An order about a call: a worker (two: W2+W5), a time, a stretch of time, or both.",
      valueName: "V3=W2,10:00@09:40"))
  var lock: [String] = []

  @Option(help: ArgumentHelp("An order about a call that is taken back.", valueName: "V3@09:40"))
  var unlock: [String] = []

  @Option(help: ArgumentHelp("Who tells all this, and gives the orders.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why an order is given.", valueName: "text"))
  var because: String?

  /// What was typed, in the order of the options.
  var all: [EventOption] {
    let lists: [(EventOption.Name, [String])] = [
      (.off, off), (.late, late), (.cancel, cancel), (.refuse, refuse), (.noReply, noReply), (.cutShort, cutShort),
      (.longer, longer), (.window, window), (.hospital, hospital), (.lock, lock), (.unlock, unlock),
    ]
    return lists.flatMap { name, texts in texts.map { EventOption(name, $0) } }
  }

  /// - Parameter asOf: as given by `--as-of`.
  func read(for day: Caseload, asOf: Instant?) -> EventReading {
    EventOption.read(all, for: day, asOf: asOf, by: EventOption.Author(name: by, reason: because))
  }
}
