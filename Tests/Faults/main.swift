// Lets every system call of a small build fail in turn: swift run Faults
//
// 1. A small site is loaded and published once, and a second edition of it is prepared.
// 2. A run of the second without faults counts its system calls, call by call.
// 3. For each call and each reason (a full disk, a broken one, no permission, no more open files, a
//    signal, a read-only disk) everything begins anew from the first edition, and that one call fails.
// 4. Every run must end with a message or a whole publish, and leave the whole first or the whole
//    second edition; the next run without faults must publish the second and leave nothing else.

import Diagnostics
import Foundation
import HelpCenter
import SiteIO
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let reasons: [(name: String, code: Int32)] = [
  ("ENOSPC", ENOSPC), ("EIO", EIO), ("EACCES", EACCES), ("EMFILE", EMFILE), ("EINTR", EINTR),
  ("EROFS", EROFS),
]

/// The editions: files that stay, change, come, go, and folders that become files.
func edition(_ number: Int) -> [OutputFile] {
  var texts = [
    "404.html": "not found", "same/index.html": "same", "ko/index.html": "edition \(number)",
    "assets/site.css": "a { order: \(number) }",
  ]
  texts[number == 1 ? "gone/index.html" : "come/index.html"] = "\(number)"
  texts[number == 1 ? "turns/into.html" : "turns"] = "\(number)"
  return texts.map { OutputFile(path: $0.key, bytes: Array($0.value.utf8)) }
}

/// Fails the call with this number, once; counts all.
final class Gate: Sendable {
  private let state: Mutex<(made: Int, isOver: Bool)>
  private let number: Int
  private let code: Int32

  init(failing number: Int = -1, with code: Int32 = 0) {
    state = Mutex((0, false))
    (self.number, self.code) = (number, code)
  }

  var count: Int { state.withLock { $0.made } }

  var calls: DiskCalls {
    DiskCalls { _ in
      self.state.withLock { state in
        guard !state.isOver else { return nil }
        state.made += 1
        return state.made - 1 == self.number ? self.code : nil
      }
    }
  }
}

func texts(in folder: String) -> [String: String] {
  var found: [String: String] = [:]
  for path in FileManager.default.enumerator(atPath: folder) ?? .init() {
    guard let path = path as? String,
      let text = try? String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
    else { continue }
    found[path] = text
  }
  return found
}

func texts(of files: [OutputFile]) -> [String: String] {
  Dictionary(
    uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

struct Fault: Error, CustomStringConvertible { var description: String }

/// One run from the first edition. Throws `Fault` when a promise is broken.
func run(_ folder: String, _ gate: Gate, isInPlace: Bool) throws {
  let site = "\(folder)/site"
  try? FileManager.default.removeItem(atPath: folder)
  try FileManager.default.createDirectory(
    atPath: "\(folder)/source/Content", withIntermediateDirectories: true)
  try FileManager.default.createDirectory(
    atPath: "\(folder)/source/Templates", withIntermediateDirectories: true)
  try Data("title: A\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/source/Content/site.yaml"))
  _ = try SitePublisher.publish(edition(1), to: site)

  let (first, second) = (texts(of: edition(1)), texts(of: edition(2)))
  // With the calls that tell the state of the site, and without the waits.
  var options = PublishOptions(isInPlace: isInPlace, isRecorded: true)
  options.settling = .zero
  var message: String?
  do {
    let loaded = try SourceLoader.load(source: "\(folder)/source", jobs: 1, calls: gate.calls)
    // A source that cannot be read is an error with its file, and nothing is published.
    if let finding = loaded.diagnostics.first(where: { $0.severity == .error }) {
      message = finding.message
    } else {
      _ = try SitePublisher.publish(edition(2), to: site, options: options, calls: gate.calls)
    }
  } catch let error as SiteIOError {
    message = "\(error)"
  }
  let now = texts(in: site)
  if message == nil, now != second { throw Fault(description: "no word, and \(now.keys.sorted())") }
  if message?.isEmpty == true { throw Fault(description: "an empty message") }
  if !isInPlace, now != first, now != second {
    throw Fault(description: "torn: \(now.keys.sorted())")
  }
  // File by file every file is whole: that of one of the two editions.
  for (path, text) in now where path != ".part" && first[path] != text && second[path] != text {
    throw Fault(description: "'\(path)' is torn: \(text.count) characters")
  }
  _ = try SitePublisher.publish(edition(2), to: site, options: options)
  if texts(in: site) != second { throw Fault(description: "the next build did not mend it") }
  let left = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  if left != [".site.lock", "site", "source"] { throw Fault(description: "left: \(left)") }
}

let folder = NSTemporaryDirectory() + "faults-\(getpid())"
defer { try? FileManager.default.removeItem(atPath: folder) }
var runs = 0
var broken = 0
for isInPlace in [false, true] {
  let whole = Gate()
  try run(folder, whole, isInPlace: isInPlace)
  for number in 0..<whole.count {
    for reason in reasons {
      runs += 1
      do {
        try run(folder, Gate(failing: number, with: reason.code), isInPlace: isInPlace)
      } catch {
        broken += 1
        print("call \(number) of \(whole.count), \(reason.name), in place \(isInPlace): \(error)")
      }
    }
  }
  print(
    "\(isInPlace ? "file by file" : "exchanged"): \(whole.count) system calls, each failed in \(reasons.count) ways"
  )
}
print("\(runs) runs, \(broken) broken promises")
exit(broken == 0 ? 0 : 1)
