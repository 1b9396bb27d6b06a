import Diagnostics

/// The files that the entry lists, each named by its kind and content.
struct IndexParts {
  private let language: String
  private var parts: [SearchIndexFile] = []
  private var seen = Set<String>()
  /// Bytes of all parts.
  private(set) var size = 0

  init(language: String) { self.language = language }

  /// Adds a file; the answer is the hash in its name, always seven characters.
  mutating func add(_ kind: String, _ bytes: [UInt8]) -> String {
    let hash = Self.hash(bytes)
    add(bytes, name: "\(kind).\(hash)")
    return hash
  }

  /// How many of so many files share the hash in their names: a list of all hashes would cost a query more than what it
  /// looks for, and grow as fast as the site. Another text means other names for its whole group.
  static func together(of files: Int) -> Int {
    max(32, Int(Double(files).squareRoot()))
  }

  /// Adds files that are named by the hash of their group and by their place in it, in base 32; the answer are the
  /// groups' hashes.
  mutating func add(_ kind: String, _ files: [[UInt8]]) -> String {
    let size = Self.together(of: files.count)
    return stride(from: 0, to: files.count, by: size).map { start in
      let group = files[start..<min(start + size, files.count)]
      let hash = Self.hash(Array(group.joined(separator: [0])))
      for (place, bytes) in group.enumerated() {
        add(bytes, name: "\(kind).\(hash)\(String(place, radix: 32))")
      }
      return hash
    }.joined()
  }

  private mutating func add(_ bytes: [UInt8], name: String) {
    let path = "\(language)/\(name).json"
    guard seen.insert(path).inserted else { return }
    parts.append(SearchIndexFile(path: path, bytes: bytes))
    size += bytes.count
  }

  /// The files, the entry last; with `inline` the entry alone, which holds the others.
  func files(entry: [String], inline: Bool) -> [SearchIndexFile] {
    let path = "\(language)/index.json"
    guard inline else {
      let bytes = Array("{\(entry.joined(separator: ","))}\n".utf8)
      return parts + [SearchIndexFile(path: path, bytes: bytes)]
    }
    var bytes = Array("{\(entry.joined(separator: ",")),\"parts\":{".utf8)
    for (index, part) in parts.enumerated() {
      bytes += Array("\(index == 0 ? "" : ",")\n\"\(part.path)\":".utf8) + part.bytes
    }
    bytes += Array("}}\n".utf8)
    return [SearchIndexFile(path: path, bytes: bytes)]
  }

  /// FNV-1a, 35 bits as seven digits and small letters: file systems that ignore case keep such names apart.
  static func hash(_ bytes: [UInt8]) -> String {
    var value = fnv1a(bytes)
    value ^= value >> 32
    let alphabet = Array("0123456789abcdefghijklmnopqrstuv".utf8)
    let digits = (0..<7).map { alphabet[Int(value >> (UInt64($0) * 5) & 31)] }
    return String(decoding: digits, as: UTF8.self)
  }
}
