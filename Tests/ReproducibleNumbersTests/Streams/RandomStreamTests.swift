import ReproducibleNumbers
import Testing

@Suite("Random streams")
struct RandomStreamTests {
  private static let arrivals = StreamPurpose("arrivals")

  private func firstWords(_ count: Int, of stream: RandomStream) -> [UInt64] {
    var stream = stream
    return (0..<count).map { _ in stream.next() }
  }

  @Test("the first words are those of an independent implementation (NumPy's Philox)")
  func knownAnswers() {
    #expect(
      firstWords(6, of: RandomStream(seed: 0, purpose: StreamPurpose("")))
        == [
          0x3de0_4002_1102_7eae, 0xa8fd_7e85_179b_bd97, 0xa6da_cb5d_9c16_86d0, 0xb1c4_3e03_c27c_2601,
          0x1564_dce5_48aa_5f5c, 0x7a65_1c19_26d4_0bfa,
        ])
    #expect(
      firstWords(6, of: RandomStream(seed: 7, purpose: Self.arrivals))
        == [
          0x55c3_ee74_4db3_79a3, 0x3c66_2936_895a_77e0, 0x8198_f0bb_6f5d_2b73, 0x23fd_19df_5497_54a7,
          0xc88f_e174_af5a_2c0d, 0xc5e3_b9ac_22c0_3987,
        ])
    let last = RandomStream(
      seed: .max, purpose: StreamPurpose("lengths of stay"), index: 123_456_789, subindex: 42)
    #expect(
      firstWords(6, of: last)
        == [
          0xbb07_3099_713f_2892, 0xef44_5d3f_72d9_8a33, 0xf6a4_ab58_cc75_7608, 0x7a0f_af5b_fa0c_9228,
          0xda7c_3ffb_cfae_f7c1, 0x7c77_4e10_a5b5_3284,
        ])
  }

  @Test("another seed, purpose, index or subindex gives another stream")
  func differentStreams() {
    let streams = [
      RandomStream(seed: 7, purpose: Self.arrivals),
      RandomStream(seed: 8, purpose: Self.arrivals),
      RandomStream(seed: 7, purpose: StreamPurpose("travel")),
      RandomStream(seed: 7, purpose: Self.arrivals, index: 1),
      RandomStream(seed: 7, purpose: Self.arrivals, subindex: 1),
    ].map { firstWords(64, of: $0) }
    #expect(Set(streams.flatMap { $0 }).count == 5 * 64)
  }

  @Test("draws from one stream do not change what another gives")
  func independence() {
    let expected = firstWords(20, of: RandomStream(seed: 7, purpose: Self.arrivals, index: 1))
    var one = RandomStream(seed: 7, purpose: Self.arrivals, index: 0)
    var two = RandomStream(seed: 7, purpose: Self.arrivals, index: 1)
    let interleaved = (0..<20).map { turn in
      for _ in 0..<turn { _ = one.next() }
      return two.next()
    }
    #expect(interleaved == expected)
  }

  @Test("a copy continues on its own from where it was taken")
  func copies() {
    var original = RandomStream(seed: 3, purpose: Self.arrivals)
    _ = original.next()
    var copy = original
    #expect(copy == original)
    let fromCopy = (0..<9).map { _ in copy.next() }
    #expect(copy != original)
    #expect((0..<9).map { _ in original.next() } == fromCopy)
  }

  @Test("neighbouring indices agree in about half of the bits")
  func neighbouringIndices() {
    var agreeing = 0
    for index in 0..<1000 as Range<UInt64> {
      var one = RandomStream(seed: 1, purpose: Self.arrivals, index: index)
      var two = RandomStream(seed: 1, purpose: Self.arrivals, index: index + 1)
      agreeing += (~(one.next() ^ two.next())).nonzeroBitCount
    }
    #expect((31_500...32_500).contains(agreeing), "\(agreeing) of 64,000 bits agree")
  }
}
