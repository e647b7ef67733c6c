import CareModel
import Interchange
import ReproducibleNumbers

/// Reads the text form of Solomon's instances, which those of Gehring and Homberger share.
package enum SolomonReader {
  /// Reads the bytes of an instance.
  package static func read(_ bytes: [UInt8], file: String) -> InstanceReading<SolomonInstance> {
    var parser = SolomonParser(bytes, file: file)
    let instance = parser.instance()
    return InstanceReading(
      instance: instance, problems: parser.problems, inputDigest: SHA256.hexadecimal(of: bytes))
  }
}

/// Reads the lines: a name, the word VEHICLE, a table of one row, the word CUSTOMER, a table of many.
private struct SolomonParser {
  private(set) var problems: [InputProblem] = []
  private let file: String
  /// The lines that are not blank, with their numbers from 1.
  private var lines: [(number: Int, words: [Substring])] = []
  private var next = 0

  private static let maximumBytes = 4 << 20
  private static let coordinates = -1_000_000...1_000_000
  private static let amounts = 0...1_000_000_000
  private static let fleet = 1...1_000_000
  private static let customers = 10_000
  /// Most problems that are told: a file of another kind has one a line.
  private static let told = 20

  init(_ bytes: [UInt8], file: String) {
    self.file = file
    guard bytes.count <= SolomonParser.maximumBytes else {
      report("file.tooLarge", 1, "\(bytes.count) bytes", "a file of at most \(SolomonParser.maximumBytes) bytes")
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      report("file.notUTF8", 1, "a character in another encoding", "plain text")
      return
    }
    // A Swift character may be CR and LF together: split at either.
    let rows = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (index, row) in rows.enumerated() {
      let words = row.split { $0 == " " || $0 == "\t" }
      if !words.isEmpty { lines.append((index + 1, words)) }
    }
  }

  private mutating func report(_ code: String, _ line: Int, _ found: String, _ expected: String) {
    guard problems.count < SolomonParser.told else { return }
    problems.append(
      InputProblem(code: code, location: "\(file):\(line):1", found: String(found.prefix(80)), expected: expected))
  }

  mutating func instance() -> SolomonInstance? {
    guard problems.isEmpty else { return nil }
    guard let name = line("the name of the instance")?.words.joined(separator: " ") else { return nil }
    guard heading("VEHICLE"), heading("NUMBER"),
      let fleet = numbers([SolomonParser.fleet, SolomonParser.amounts], "number and capacity of the vehicles"),
      heading("CUSTOMER"), heading("CUST")
    else { return nil }
    guard let depot = customer(0) else { return nil }
    var customers: [SolomonInstance.Customer] = []
    while next < lines.count {
      if customers.count == SolomonParser.customers {
        report("list.length", lines[next].number, "more customers", "at most \(SolomonParser.customers) customers")
        return nil
      }
      guard let customer = customer(customers.count + 1) else { return nil }
      customers.append(customer)
    }
    return SolomonInstance(
      name: String(name.prefix(100)), vehicles: fleet[0], capacity: fleet[1], depot: depot, customers: customers)
  }

  private mutating func line(_ expected: String) -> (number: Int, words: [Substring])? {
    guard next < lines.count else {
      report("line.missing", (lines.last?.number ?? 0) + 1, "", expected)
      return nil
    }
    defer { next += 1 }
    return lines[next]
  }

  private mutating func heading(_ word: String) -> Bool {
    guard let line = line("a line that begins with \(word)") else { return false }
    if line.words[0].uppercased() == word { return true }
    report("heading.unknown", line.number, line.words.joined(separator: " "), "a line that begins with \(word)")
    return false
  }

  private mutating func numbers(_ ranges: [ClosedRange<Int>], _ expected: String) -> [Int]? {
    guard let line = line(expected) else { return nil }
    let numbers = line.words.map { FixedPoint.number(String($0), decimals: 0) }
    if numbers.count == ranges.count, zip(numbers, ranges).allSatisfy({ $0.map($1.contains) ?? false }) {
      return numbers.compactMap { $0 }
    }
    report(
      "row.unreadable", line.number, line.words.joined(separator: " "),
      "\(ranges.count) whole numbers in their bounds: \(expected)")
    return nil
  }

  private mutating func customer(_ number: Int) -> SolomonInstance.Customer? {
    let ranges =
      [number...number, SolomonParser.coordinates, SolomonParser.coordinates]
      + Array(repeating: SolomonParser.amounts, count: 4)
    let expected = "number \(number), coordinates, demand, ready time, due date and service time"
    guard let row = numbers(ranges, expected) else { return nil }
    guard row[4] <= row[5] else {
      report(
        "interval.backwards", lines[next - 1].number, "\(row[4]) to \(row[5])", "a due date not before the ready time")
      return nil
    }
    return SolomonInstance.Customer(x: row[1], y: row[2], demand: row[3], ready: row[4], due: row[5], service: row[6])
  }
}
