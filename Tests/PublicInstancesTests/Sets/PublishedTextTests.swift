import PublicInstances
import Testing

@Suite("Solutions in the published format")
struct PublishedTextTests {
  @Test(
    "what is written is read as the same solution",
    arguments: [("i-134", "i-134-sa"), ("J8", "J8"), ("i-100", "i-100-cp")])
  func uhhc(name: String, file: String) throws {
    let instance = try PublicSetFiles.uhhc(name)
    let bytes = try PublicSetFiles.bytes(.uhhc, "solutions/\(file).json")
    let solution = try #require(UHHCSolutionReader.read(bytes, file: file, of: instance).instance)
    let text = solution.publishedText(of: instance)
    #expect(UHHCSolutionReader.read(Array(text.utf8), file: "t", of: instance).instance == solution)
  }

  @Test("lunch at the departing point is written with that point's id, and thousandths are kept")
  func details() throws {
    let instance = try #require(HandMadeUHHC().reading.instance)
    let solution = UHHCSolution(routes: [HandMadeUHHC.route(0, [[-1, 0, 3, 5], [0, 0, 15, 45]])])
    let text = solution.publishedText(of: instance)
    #expect(
      text.contains(#"{"patient": "d0", "service": "lunch_break", "start_service_time": 3, "end_service_time": 5}"#))
    #expect(UHHCSolutionReader.read(Array(text.utf8), file: "t", of: instance).instance == solution)
    let name = "InstanzCPLEX_HCSRP_10_3"
    let other = try PublicSetFiles.mankowska(name)
    let bytes = try PublicSetFiles.bytes(.mankowska, "solutions/\(name).json")
    let read = try #require(MankowskaSolution.read(bytes, file: name, of: other).instance)
    let written = read.publishedText(of: other)
    #expect(written.contains("\"start_service_time\": 61.057"))
    #expect(MankowskaSolution.read(Array(written.utf8), file: "t", of: other).instance == read)
  }

  @Test("what names nothing of the instance is left out")
  func unknown() throws {
    let instance = try #require(HandMadeUHHC().reading.instance)
    let solution = UHHCSolution(routes: [
      HandMadeUHHC.route(9, [[0, 0, 1, 2]]), HandMadeUHHC.route(0, [[7, 0, 1, 2]]), HandMadeUHHC.route(1, []),
    ])
    let read = UHHCSolutionReader.read(Array(solution.publishedText(of: instance).utf8), file: "t", of: instance)
    #expect(read.instance == UHHCSolution(routes: [.init(caregiver: 0, stops: [])]))
  }
}
