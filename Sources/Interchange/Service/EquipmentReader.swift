import CareModel
import Quantities

/// Reads the orders of equipment of an episode or a start.
enum EquipmentReader {
  static let keys = ["id", "item", "orderedOn", "leadDays", "deliveredOn", "essential", "fit", "fittedOn"]

  static func list(_ record: RecordReader) -> [EquipmentOrder] {
    record.objects("equipment", keys: keys, atMost: ServiceLimits.orders).compactMap(read)
  }

  private static func read(_ record: RecordReader) -> EquipmentOrder? {
    let id = record.identifier("id", of: PackageLine.self)
    let item = record.text("item")
    let orderedOn = record.date("orderedOn")
    let leadDays = record.integer("leadDays", in: ServiceLimits.leadDays, unit: "days")
    let deliveredOn = record.optionalDate("deliveredOn")
    let isEssential = record.truth("essential", default: false)
    let fit = record.optionalObject("fit", keys: CallNeedReader.keys).flatMap(CallNeedReader.read)
    let fittedOn = record.optionalDate("fittedOn")
    guard let id, let item, let orderedOn, let leadDays else { return nil }
    return EquipmentOrder(
      id: id, item: item, orderedOn: orderedOn, leadDays: leadDays, deliveredOn: deliveredOn, isEssential: isEssential,
      fit: fit, fittedOn: fittedOn)
  }
}
