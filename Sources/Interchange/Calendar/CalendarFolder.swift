package import CareModel
import Foundation
package import Quantities

/// A folder with the calendars of service days, a file for each worker and day.
package enum CalendarFolder {
  /// `2026-11-24-w-01.ics`; signs of an id that a file system might misread are written as `%2F`.
  package static func fileName(of worker: WorkerID, on date: CivilDate) -> String {
    let plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
    return "\(date)-\(worker.text.addingPercentEncoding(withAllowedCharacters: plain) ?? worker.text).ics"
  }

  /// The events that the folder holds for a service day, by worker; none where there is no such folder.
  ///
  /// - Parameter asOf: when the calendars that are to follow were made.
  /// - Throws: ``FileError`` where a calendar is there and can't be read.
  package static func events(
    in directory: String, on date: CivilDate, before asOf: Instant
  ) throws(FileError) -> (events: [WorkerID: [CalendarEvent]], problems: [InputProblem]) {
    var events: [WorkerID: [CalendarEvent]] = [:]
    var problems: [InputProblem] = []
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    for name in names where name.hasPrefix("\(date)-") && name.hasSuffix(".ics") {
      let path = "\(directory)/\(name)"
      guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path: path) }
      let coded = String(name.dropFirst("\(date)-".count).dropLast(".ics".count))
      let reading = WorkerCalendarReader.read([UInt8](data), file: path, before: asOf)
      events[WorkerID(coded.removingPercentEncoding ?? coded)] = reading.events
      problems += reading.problems
    }
    return (events, problems)
  }
}
