/// What of many findings a person is shown: one mistake that stands in a file a hundred thousand
/// times must not bury the others. The forms for programs hold them all.
public struct FindingDigest: Sendable {
  /// At most this many of one file.
  public static let limitPerFile = 100
  /// At most this many of one id.
  public static let limitPerKind = 1000

  /// In the order given.
  public let shown: [Diagnostic]
  /// One sentence for each file and each id of which some are left out, in the order of the first.
  public let omissions: [String]

  public init(_ diagnostics: [Diagnostic]) {
    var shown: [Diagnostic] = []
    var files = Tally()
    var kinds = Tally()
    for diagnostic in diagnostics {
      let path = diagnostic.location?.path
      if let path, files.isFull(path, Self.limitPerFile) {
        files.omit(path)
      } else if kinds.isFull(diagnostic.id, Self.limitPerKind) {
        kinds.omit(diagnostic.id)
      } else {
        if let path { files.count(path) }
        kinds.count(diagnostic.id)
        shown.append(diagnostic)
      }
    }
    self.shown = shown
    let all = "--diagnostics json lists all"
    omissions =
      files.omitted.map { "\($0.key): \($0.count) more in this file (\(all))" }
      + kinds.omitted.map { "\($0.count) more of the kind '\($0.key)' (\(all))" }
  }

  private struct Tally {
    private var counts: [String: Int] = [:]
    private var order: [String] = []
    private var left: [String: Int] = [:]

    func isFull(_ key: String, _ limit: Int) -> Bool { counts[key, default: 0] >= limit }

    mutating func count(_ key: String) { counts[key, default: 0] += 1 }

    mutating func omit(_ key: String) {
      if left[key] == nil { order.append(key) }
      left[key, default: 0] += 1
    }

    var omitted: [(key: String, count: Int)] { order.map { ($0, left[$0, default: 0]) } }
  }
}
