import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page as an XML parser sees it: what is in it, or where it is broken.
final class WellFormedPage: NSObject, XMLParserDelegate {
  /// Element names with their attributes, in order.
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var problem: String?
  private var open: [String] = []
  private var texts: [(path: [String], text: String)] = []

  init(_ html: String) {
    super.init()
    let parser = XMLParser(data: Data(html.utf8))
    parser.delegate = self
    if !parser.parse() {
      problem = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well-formed")"
    }
  }

  /// All text within elements of a name, piece by piece.
  func texts(in name: String) -> [String] { texts.filter { $0.path.contains(name) }.map(\.text) }

  func count(_ name: String, class value: String? = nil) -> Int {
    elements.filter { element in
      guard let value else { return element.name == name }
      return element.name == name
        && (element.attributes["class"] ?? "").split(separator: " ").contains { $0 == value }
    }.count
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((elementName, attributes))
    open.append(elementName)
  }

  func parser(_ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?, qualifiedName: String?) {
    if !open.isEmpty { open.removeLast() }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { texts.append((open, string)) }
}
