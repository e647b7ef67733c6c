import PublicInstances
import Testing

@Suite("The shipped public sets")
struct PublicSetTests {
  @Test("every shipped instance is read whole", arguments: PublicSet.allCases)
  func shipped(set: PublicSet) throws {
    let names = try PublicSetFiles.names(set)
    #expect(names.count >= (set == .vroom ? 2 : 8))
    for name in names {
      let reading = try PublicSetFiles.instance(set, name)
      #expect(reading.instance?.set == set, "\(name): \(reading.problems)")
      #expect(reading.problems.isEmpty && reading.inputDigest.count == 64)
    }
  }

  @Test(
    "every table of published values is read, and has a trusted value for nearly every instance",
    arguments: PublicSet.allCases)
  func tables(set: PublicSet) throws {
    let table = try PublicSetFiles.bestKnown(set)
    let missing = try PublicSetFiles.names(set).filter { name in
      set.conventions.contains { table.best(of: name, under: $0) == nil }
    }
    #expect(missing == (set == .days ? ["x150-1"] : []))
    for row in table.rows {
      if let bound = row.lowerBound { #expect(bound <= row.value.last, "\(row.instance)") }
      #expect(!row.isProven || row.lowerBound == row.value.last)
    }
  }

  @Test("an instance of one set is not read as one of another")
  func otherSet() throws {
    for set in PublicSet.allCases {
      let name = try #require(try PublicSetFiles.names(set).first)
      let bytes = try PublicSetFiles.bytes(set, "instances/\(name).\(set.fileExtension)")
      for other in PublicSet.allCases where other != set {
        let reading = PublicInstance.read(bytes, file: "f", of: other)
        #expect(reading.instance == nil && !reading.problems.isEmpty)
      }
    }
  }
}
