import CareModel
import Interchange
import SyntheticCaseloads

/// Reads a file of settings for the service generator: a JSON object of keys and whole numbers.
enum GeneratorSettings {
  /// Takes over what the file sets.
  ///
  /// - Throws: `ExitCode` after saying everything that is wrong with the file.
  static func apply(_ path: String, to parameters: inout ServiceParameters) throws {
    let problems: [InputProblem]
    do {
      let root = try JSONParser.parse(try InputFile.bytes(of: path), file: path)
      problems = apply(root, to: &parameters)
    } catch let error as JSONSyntaxError {
      problems = [error.problem]
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    guard problems.isEmpty else { throw Refusal.input(problems, of: path) }
  }

  private static func apply(_ root: DocumentValue, to parameters: inout ServiceParameters) -> [InputProblem] {
    guard case .object(let members) = root.content else {
      return [
        InputProblem(
          code: "value.kind", location: "\(root.position)", found: root.shown,
          expected: "an object { … } of settings is expected")
      ]
    }
    return parameters.apply(
      members.map { member in
        var number: String?
        if case .number(let text) = member.value.content { number = text }
        return ServiceParameters.Entry(
          key: member.key, number: number, shown: member.value.shown, location: "\(member.keyPosition)")
      })
  }
}
