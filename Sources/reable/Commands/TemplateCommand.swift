import ArgumentParser
import Interchange

/// `reable template`: CSV files to fill in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a folder of CSV files for your own day or whole service, with example rows.",
    discussion: """
      Examples:
        reable template myday && reable rota myday
        reable template --service myservice && reable plan myservice
      """)

  @Flag(help: "A whole service: who is helped for weeks to come, packages, referrals, rosters; not a single day.")
  var service = false

  @Argument(help: "The folder to make; nothing in it is overwritten.")
  var folder: String

  func run() throws {
    let template = Template(service ? .wholeService : .day)
    do {
      try template.write(to: folder)
    } catch {
      throw Refusal.file(error)
    }
    Console.writeNote("Wrote \(template.files.map(\.name).joined(separator: ", ")) to \(folder)/\n")
    let next = service ? "plan" : "rota"
    Console.writeNote("Fill them in (\(folder)/README.txt explains every column), then: reable \(next) \(folder)\n")
  }
}
