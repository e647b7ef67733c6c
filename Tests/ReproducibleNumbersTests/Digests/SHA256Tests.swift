import ReproducibleNumbers
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "it gives the answers of the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ])
  func standardExamples(text: String, expected: String) {
    #expect(SHA256.hexadecimal(of: text.utf8) == expected)
    var hash = SHA256()
    hash.update(text)
    #expect(hash.hexadecimal == expected)
  }

  @Test("a hundred thousand times the letter a, in pieces of any size", arguments: [1, 7, 63, 64, 65, 1000])
  func pieces(size: Int) {
    var hash = SHA256()
    var left = 100_000
    while left > 0 {
      hash.update(bytes: [UInt8](repeating: 0x61, count: min(size, left)))
      left -= size
    }
    #expect(hash.hexadecimal == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
  }

  @Test("all lengths about the end of a block agree with another implementation")
  func lengths() {
    var all = SHA256()
    for length in 0..<130 { all.update(SHA256.hexadecimal(of: (0..<length).map { UInt8($0) })) }
    #expect(all.hexadecimal == "86ad28dbfd993eaac93b418876265379dced3a4a051fe854038149afd8a13c2c")
  }

  @Test("asking for the digest does not end the taking in")
  func digestOnTheWay() {
    var hash = SHA256()
    hash.update("a")
    #expect(hash.digest.count == 32)
    hash.update("bc")
    #expect(hash.hexadecimal == SHA256.hexadecimal(of: "abc".utf8))
  }
}
