/// A fixed block of plain values that hot loops read and write without bounds checks, reference counts or exclusivity
/// checks; the class that makes it frees it.
struct FlatArray<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: value, count: max(count, 1))
  }

  init(_ elements: [Element], orEmpty filler: Element) {
    self.init(repeating: filler, count: elements.count)
    for (index, element) in elements.enumerated() { base[index] = element }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    get { base[Int(index)] }
    nonmutating set { base[Int(index)] = newValue }
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { base[index] }
    nonmutating set { base[index] = newValue }
  }

  func copy(from other: FlatArray<Element>) { base.update(from: other.base, count: count) }

  func free() { base.deallocate() }
}
