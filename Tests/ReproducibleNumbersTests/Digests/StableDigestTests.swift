import ReproducibleNumbers
import Testing

@Suite("The stable digest")
struct StableDigestTests {
  @Test(
    "it gives the published answers of FNV-1a",
    arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
      as [(String, UInt64)])
  func publishedAnswers(text: String, expected: UInt64) {
    var digest = StableDigest()
    digest.update(bytes: text.utf8)
    #expect(digest.value == expected)
  }

  @Test("where one text ends and the next begins makes a difference")
  func textBoundaries() {
    var one = StableDigest()
    one.update("ab")
    one.update("c")
    var two = StableDigest()
    two.update("a")
    two.update("bc")
    #expect(one != two)
  }

  @Test("an integer counts by its value, not its width, and the order counts")
  func integers() {
    var narrow = StableDigest()
    narrow.update(Int32(-5))
    var wide = StableDigest()
    wide.update(Int64(-5))
    #expect(narrow == wide)
    var bytes = StableDigest()
    bytes.update(bytes: [0xFB, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(bytes == wide)
    narrow.update(1)
    narrow.update(2)
    wide.update(2)
    wide.update(1)
    #expect(narrow != wide)
  }
}
