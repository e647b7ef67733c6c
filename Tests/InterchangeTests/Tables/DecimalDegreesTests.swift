import Interchange
import Testing

@Suite("Degrees as people write them")
struct DecimalDegreesTests {
  @Test(
    "they are read exactly",
    arguments: [
      ("51.4101", 51_410_100), ("-0.3004", -300_400), ("0.000001", 1), ("51", 51_000_000), ("+1.5", 1_500_000),
      ("51.41010049", 51_410_100), ("51.4101005", 51_410_101), ("-0.0000005", -1), ("-0.1", -100_000),
    ])
  func exact(text: String, microdegrees: Int) {
    #expect(DecimalDegrees.microdegrees(text) == microdegrees)
  }

  @Test(
    "anything else is refused", arguments: ["", "-", ".", "51.", ".5", "51,4", "1e2", "51.4N", "1234.5", "5 1", "--1"])
  func refused(text: String) {
    #expect(DecimalDegrees.microdegrees(text) == nil)
  }
}
