import Contacts
import Foundation

/// Reads every Markdown and YAML file of a folder for contacts, on one thread, eleven times, and prints
/// the median: bytes, milliseconds, and megabytes a second. Beside it stands the time to read each byte
/// once, below which no check can be.
enum ContactCost {
  static func printFigures(of folder: String) throws {
    let files = try texts(in: folder)
    let bytes = files.reduce(0) { $0 + $1.count }
    var found = 0
    let all = median { found = files.reduce(0) { $0 + ContactRecogniser.values(in: $1).count } }
    var sum = 0
    let floor = median { for file in files { for byte in file { sum &+= Int(byte) } } }
    precondition(sum != 0)
    print("files \(files.count), bytes \(bytes), contacts \(found)")
    print(String(format: "recogniser %.1f ms, %.0f MB/s", all, Double(bytes) / all / 1000))
    print(String(format: "each byte once %.1f ms", floor))
  }

  private static func texts(in folder: String) throws -> [[UInt8]] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    return try names.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }.sorted()
      .map { [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + $0))) }
  }

  /// In milliseconds.
  private static func median(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<11).map { _ in Double(clock.measure(work).components.attoseconds) / 1e15 }
    return times.sorted()[5]
  }
}
