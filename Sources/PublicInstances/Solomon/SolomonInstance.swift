/// An instance of vehicle routing with time windows.
///
/// Coordinates and times are the file's whole numbers; travel time is distance. Solomon, "Algorithms for the vehicle
/// routing and scheduling problems with time window constraints", Operations Research 35 (1987) 254-265.
package struct SolomonInstance: Hashable, Sendable {
  package let name: String
  package let vehicles: Int
  /// Of each vehicle.
  package let capacity: Int
  /// Vehicles leave when its window opens and are back before it closes.
  package let depot: Customer
  /// Customer number n of the file at n - 1.
  package let customers: [Customer]

  /// A customer, or the depot.
  package struct Customer: Hashable, Sendable {
    package let x: Int
    package let y: Int
    package let demand: Int
    /// Service starts from here …
    package let ready: Int
    /// … up to here, both included.
    package let due: Int
    /// How long it takes.
    package let service: Int
  }

  /// The smaller instances of the set: its first 25 or 50 customers, as `R101.25`.
  package func first(_ count: Int) -> SolomonInstance {
    SolomonInstance(
      name: "\(name).\(count)", vehicles: vehicles, capacity: capacity, depot: depot,
      customers: Array(customers.prefix(max(0, count))))
  }

  /// Customer by the number of the file, 0 for the depot; nil where there is none.
  package func customer(_ number: Int) -> Customer? {
    number == 0 ? depot : number > 0 && number <= customers.count ? customers[number - 1] : nil
  }
}

extension SolomonInstance.Customer {
  private func squaredDistance(to other: Self) -> Int {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }

  /// Euclid's distance cut to tenths, in tenths: the DIMACS convention. Exact.
  package func tenths(to other: Self) -> Int { (100 * squaredDistance(to: other)).squareRootRoundedDown }

  /// Euclid's distance in double precision: the hierarchical convention. Square roots are correctly rounded everywhere.
  package func distance(to other: Self) -> Double { Double(squaredDistance(to: other)).squareRoot() }
}
