import ArgumentParser
import Interchange
import Presentation
import PublicInstances
import RotaOptimiser

/// `reable bench-public`: the optimiser on the public sets, under their own rules.
struct BenchPublicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-public",
    abstract: "Run the optimiser on public benchmark sets under their own rules.",
    discussion: """
      The folder has a folder for each set, with instances/ and best_known.csv, as Benchmarks/PublicSets has. With --set \
      it may be the folder of that set. What can't be read is told, the others go on, and the exit code is 65, or 74 \
      for a file that can't be opened.

      Examples:
        reable bench-public --set mankowska --budget 1000000
        reable bench-public --set vroom --folder ~/problems --rotas solutions
        reable bench-public --folder ~/sets --format csv --out table.csv
      """, shouldDisplay: false)

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv }

  @Option(help: "Only these sets: uhhc, mankowska, solomon, days, vroom. May be given several times.")
  var set: [PublicSet] = []

  @Option(help: "Where the sets are.")
  var folder = "Benchmarks/PublicSets"

  @Option(help: "Only instances whose name begins so.")
  var only: String?

  @Option(help: "Work units for each instance; follows from its size unless set.")
  var budget: Int?

  @Option(help: "Seed of the search's random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Threads to work on, 1 to 64; the values are the same with any number.")
  var threads = 1

  @Option(
    help: ArgumentHelp(
      "Leave this out, to see what it is worth. May be given several times.", valueName: "operator"))
  var without: [SearchOperator] = []

  @Option(help: "table or csv.")
  var format: Format = .table

  @Option(help: "The file to write; standard output unless set.")
  var out: String?

  @Option(help: "A folder for the rotas behind the values; VROOM's as it writes its own, too.")
  var rotas: String?

  func validate() throws {
    if let budget, !(0...1_000_000_000_000).contains(budget) {
      throw ValidationError("--budget \(budget): take a number from 0 to 1000000000000")
    }
    try ThreadCount.validate(threads)
  }

  func run() throws {
    let sets = set.isEmpty ? PublicSet.allCases : PublicSet.allCases.filter(set.contains)
    var files = PublicSetFolder(folder: folder, only: only, mayBeOfSet: sets.count == 1)
    var rows: [BenchmarkRow] = []
    for set in sets { rows += try self.rows(of: set, &files) }
    guard !rows.isEmpty else { throw files.trouble ?? Refusal.input(files.nothingFound) }
    let text = format == .csv ? csv(rows) : table(rows)
    do {
      if let out { try AtomicFile(path: out).write(text) } else { try Console.writeData(text) }
    } catch {
      throw Refusal.file(error)
    }
    if let trouble = files.trouble {
      let count = files.troubles == 1 ? "1 file" : "\(files.troubles) files"
      Console.writeNote("\(count) could not be read, as said above; the table is without.\n")
      throw trouble
    }
    guard rows.allSatisfy(\.faults.isEmpty) else { throw ExitReason.internalError.code }
  }

  private func rows(of set: PublicSet, _ files: inout PublicSetFolder) throws -> [BenchmarkRow] {
    let names = files.names(of: set)
    guard !names.isEmpty else { return [] }
    let published = files.published(of: set)
    var rows: [BenchmarkRow] = []
    for name in names {
      guard let instance = files.instance(name, of: set) else { continue }
      for convention in set.conventions {
        rows.append(row(name, instance, convention, published))
        try writeRota(of: rows[rows.count - 1])
      }
    }
    return rows
  }

  private func writeRota(of row: BenchmarkRow) throws {
    guard let rotas else { return }
    do {
      let name = "\(row.set.rawValue)-\(row.instance)-\(row.convention.rawValue)"
      try AtomicFile(path: "\(rotas)/\(name).txt").write(BenchmarkText.rota(row))
      if let document = row.document { try AtomicFile(path: "\(rotas)/\(name).json").write(document) }
    } catch {
      throw Refusal.file(error)
    }
  }

  private func row(
    _ name: String, _ instance: PublicInstance, _ convention: BestKnown.Convention, _ published: BestKnownTable?
  ) -> BenchmarkRow {
    PeakMemory.forget()
    let begin = ContinuousClock.now
    var settings = OptimiserSettings(seed: seed, budget: budget)
    settings.without = Set(without)
    settings.threads = threads
    let benchmark = PublicBenchmark(settings: settings)
    var row = benchmark.row(name, of: instance, under: convention, published: published)
    let elapsed = begin.duration(to: .now)
    row.seconds = elapsed / .seconds(1)
    row.peakMegabytes = PeakMemory.megabytes
    Console.writeNote(BenchmarkText.cells(row).filter { !$0.isEmpty }.joined(separator: "  ") + "\n")
    return row
  }

  private func csv(_ rows: [BenchmarkRow]) -> String {
    BenchmarkText.csv([BenchmarkText.columns] + rows.map { BenchmarkText.cells($0) })
  }

  private func table(_ rows: [BenchmarkRow]) -> String {
    let texts: Set<String> = ["set", "instance", "convention", "family", "remarks"]
    func table(_ titles: [String], _ cells: [[String]]) -> String {
      var table = TextTable(columns: titles.map { TextTable.Column($0, isNumeric: !texts.contains($0), fit: .cut(60)) })
      table.rows = cells.map { TextTable.Row($0) }
      return table.text(isStyled: out == nil && Console.dataIsTerminal)
    }
    return table(BenchmarkText.columns, rows.map { BenchmarkText.cells($0) }) + "\n"
      + table(BenchmarkText.summaryColumns, BenchmarkSummary.all(of: rows).map { BenchmarkText.cells($0) })
  }
}

extension PublicSet: ExpressibleByArgument {}
extension SearchOperator: ExpressibleByArgument {}
