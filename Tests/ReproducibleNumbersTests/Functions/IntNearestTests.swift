import ReproducibleNumbers
import Testing

@Suite("The nearest integer")
struct IntNearestTests {
  @Test(
    "numbers are rounded to the nearest integer, halves away from 0, and never trap",
    arguments: [
      (0, 0), (0.49999999999999994, 0), (0.5, 1), (-0.5, -1), (1.5, 2), (2.5, 3), (-2.5, -3), (-2.4, -2),
      (4_503_599_627_370_495.5, 4_503_599_627_370_496), (0x1p62, 1 << 62), (0x1p63, .max), (-0x1p63, .min),
      (1e300, .max), (-1e300, .min), (.infinity, .max), (-.infinity, .min), (.nan, 0),
    ] as [(Double, Int)])
  func rounding(number: Double, expected: Int) {
    #expect(Int(nearest: number) == expected)
  }
}
