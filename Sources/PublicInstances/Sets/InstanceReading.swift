package import CareModel
import Interchange
import ReproducibleNumbers

/// What came of reading an instance: it is whole, or there is none and it is said why.
package struct InstanceReading<Instance: Sendable>: Sendable {
  /// Nil when anything is wrong: without one of its records it would be another instance.
  package let instance: Instance?
  /// In the order of reading.
  package let problems: [InputProblem]
  /// SHA-256 of the bytes as hexadecimal digits.
  package let inputDigest: String

  init(instance: Instance?, problems: [InputProblem], inputDigest: String) {
    self.instance = problems.isEmpty ? instance : nil
    self.problems = problems
    self.inputDigest = inputDigest
  }

  /// The same reading of another type.
  package func map<Other: Sendable>(_ change: (Instance) -> Other) -> InstanceReading<Other> {
    InstanceReading<Other>(instance: instance.map(change), problems: problems, inputDigest: inputDigest)
  }
}

extension InstanceReading {
  /// Reads JSON: the tree by the function, which notes in the log what is wrong.
  init(json bytes: [UInt8], file: String, _ read: (DocumentValue, ProblemLog) -> Instance?) {
    let digest = SHA256.hexadecimal(of: bytes)
    do {
      let log = ProblemLog()
      let instance = read(try JSONParser.parse(bytes, file: file), log)
      self.init(instance: instance, problems: log.problems, inputDigest: digest)
    } catch {
      self.init(instance: nil, problems: [error.problem], inputDigest: digest)
    }
  }
}
