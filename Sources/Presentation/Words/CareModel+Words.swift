package import CareModel

extension TravelMode {
  /// How somebody goes about, as it follows their hours.
  package var printedName: String {
    switch self {
    case .car: "by car"
    case .bicycle: "by bicycle"
    case .onFoot: "on foot"
    case .publicTransport: "by public transport"
    }
  }
}
