import Quantities
import Testing

@Suite("Quantities")
struct QuantityTests {
  @Test("a started minute counts whole, and nothing or less is no minute")
  func startedMinutes() {
    let expected = [(-61, 0), (-1, 0), (0, 0), (1, 1), (59, 1), (60, 1), (61, 2), (119, 2), (120, 2), (3600, 60)]
    for (seconds, minutes) in expected {
      #expect(Seconds(seconds).startedMinutes == Minutes(minutes), "\(seconds) s")
    }
  }

  @Test("whole minutes survive the way to seconds and back")
  func minutesAndSeconds() {
    for minutes in 0...1500 { #expect(Minutes(minutes).seconds.startedMinutes == Minutes(minutes)) }
    #expect(Minutes(-2).seconds == Seconds(-120))
  }

  @Test("quantities of one unit are added, taken away, multiplied and compared")
  func arithmetic() {
    #expect(Pence(40) + Pence(5) == Pence(45))
    #expect(Pence(40) - Pence(45) == Pence(-5))
    #expect(Metres(12) * 3 == Metres(36))
    #expect(Minutes(9) < Minutes(10))
    #expect(Minutes.zero == Minutes(0))
    #expect([Pence(3), Pence(4)].reduce(.zero, +) == Pence(7))
  }

  @Test("a quantity is printed with its unit")
  func printed() {
    #expect("\(Seconds(1)), \(Minutes(2)), \(Metres(3)), \(Pence(4)), \(PerMille(5))" == "1 s, 2 min, 3 m, 4 p, 5 ‰")
  }
}
