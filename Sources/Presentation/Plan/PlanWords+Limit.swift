import CareModel
import Quantities

/// Past the six weeks, and on whose word.
extension PlanWords {
  /// `no authoriser`, `extended to Tue 1 Dec by A. Nother: a fall`; an extension that is over is told behind the rest.
  func standing(_ beyond: BeyondLimit) -> String {
    let more = beyond.extension.map(self.extension)
    return switch beyond.standing {
    case .extended: more ?? ""
    case .noAuthoriser: ["no authoriser", more].compactMap { $0 }.joined(separator: ", ")
    case .handedOver: ["handover recorded", more].compactMap { $0 }.joined(separator: ", ")
    case .stopped: ["calls stopped by order", more].compactMap { $0 }.joined(separator: ", ")
    }
  }

  /// `extended to Tue 1 Dec by A. Nother: a fall`.
  func `extension`(_ more: Episode.Extension) -> String {
    "extended to \(day(more.lastDay)) by \(PrintableText.of(more.authorisedBy)): \(PrintableText.of(more.reason))"
  }
}
