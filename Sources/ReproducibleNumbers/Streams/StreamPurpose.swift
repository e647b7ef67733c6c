/// What the numbers of a stream are for; streams of different purposes are independent.
///
/// Each module declares its own as static constants: `extension StreamPurpose { package static let arrivals =
/// StreamPurpose("arrivals") }`. Renaming a purpose changes every number drawn for it, and so every recorded result.
package struct StreamPurpose: Hashable, Sendable {
  /// The 64-bit key of the purpose: the FNV-1a digest of its name's UTF-8.
  package let key: UInt64

  /// Makes the purpose of this name. Equal names give equal purposes on every machine.
  package init(_ name: String) {
    var digest = StableDigest()
    digest.update(bytes: name.utf8)
    key = digest.value
  }
}
