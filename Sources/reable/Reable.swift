import ArgumentParser

/// The command line: thin, every decision is a module's.
@main
struct Reable: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reable",
    abstract: "Makes and checks daily rotas for a reablement service.",
    discussion: """
      Examples:
        reable rota Scenarios/small-borough-day          today's rota and its page
        reable replan day.json rota.json --off W12@09:40  the day's rota mended, and whom to ring
        reable plan service.json                         starts, reviews and tasks of the coming weeks
        reable template myday && reable rota myday       your own day, in CSV files
        reable validate myday                            what is wrong with a day
        reable check day.json rota.json                  a rota against every rule
        reable explain day.json rota.json                why not, and what would free it
        reable export day.json rota.json --format runs   on paper; for calendars and care systems, too
        reable report day.json rota.json                 who comes to whom, and how work is shared
        reable generate --preset small-borough --seed 7  an invented day

      Exit codes:
        0   done
        1   done, but an essential call is uncovered (reable plan: in the rotas of the first days) or a record was left out
        64  wrong usage
        65  the input is wrong
        69  a needed part is missing
        70  internal error
        74  a file can't be read or written
      """,
    version: ReableVersion.withBuild,
    subcommands: [
      RotaCommand.self, ReplanCommand.self, PlanCommand.self, CheckCommand.self, ExplainCommand.self,
      ReportCommand.self, ExportCommand.self, ValidateCommand.self, TemplateCommand.self, GenerateCommand.self,
      BenchPublicCommand.self, BenchLoopCommand.self,
    ]
  )
}
