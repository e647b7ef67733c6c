package import CareModel
import Quantities

/// Reads a rota back: one of ours, or one made by hand with hardly more than worker, call and start.
///
/// What is not there is worked out where only one answer is possible: the duty from the worker and the time, the demand from
/// who fits it, the end from the call's length, uncovered calls from what is missing. Rules are not judged here: whatever
/// can be understood goes to the checker, calls and workers that the day doesn't know among it.
/// ```swift
/// let reading = RotaReader.read(bytes, file: "rota.json", of: caseload)
/// ```
package enum RotaReader {
  /// Reads JSON where the text begins like JSON, CSV otherwise.
  package static func read(_ bytes: [UInt8], file: String, of caseload: Caseload) -> RotaReading {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let first = text.first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      return read(json: bytes, file: file, of: caseload)
    }
    return read(csv: bytes, file: file, of: caseload)
  }

  private static func read(json bytes: [UInt8], file: String, of caseload: Caseload) -> RotaReading {
    do {
      return RotaTreeReader.read(try JSONParser.parse(bytes, file: file), of: caseload)
    } catch {
      return RotaReading(rota: nil, problems: [error.problem])
    }
  }

  private static func read(csv bytes: [UInt8], file: String, of caseload: Caseload) -> RotaReading {
    RotaSheetReader.read(CSVParser.read(bytes, file: file), of: caseload)
  }
}
