import ArgumentParser
import Interchange

/// `reable template`: CSV files to fill in.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Write a folder of CSV files for your own day, with an example row each.",
    discussion: """
      Example:
        reable template myday && reable rota myday
      """)

  @Argument(help: "The folder to make; nothing in it is overwritten.")
  var folder: String

  func run() throws {
    do {
      try Template.write(to: folder)
    } catch {
      throw Refusal.file(error)
    }
    Console.writeNote("Wrote \(Template.files.map(\.name).joined(separator: ", ")) to \(folder)/\n")
    Console.writeNote("Fill them in (\(folder)/README.txt explains every column), then: reable rota \(folder)\n")
  }
}
