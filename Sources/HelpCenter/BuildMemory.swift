// What one plan of a site leaves for the next in the same program, such as a preview's.
//
// 1. Only results of pure functions are kept, each with all that the function was given: whoever asks
//    with the same gets the kept result, and nobody can tell it from a new one.
// 2. Inputs are compared, not hashed. Unchanged files share their bytes with those of the plan before,
//    and comparing these looks at no byte.
// 3. What neither this round nor the one before asked for is forgotten.

import Contacts
import Diagnostics
import Synchronization

/// Results of earlier plans of a site; see above.
public final class BuildMemory: Sendable {
  typealias ThemeResult = (value: Theme?, diagnostics: [Diagnostic])
  typealias DocumentResult = (value: Document?, diagnostics: [Diagnostic])

  let theme = KeptResults<ThemeSources, ThemeResult>()
  let documents = KeptResults<DocumentInput, DocumentResult>()
  /// What looks like a contact in each text of a file that readers see.
  let contacts = KeptResults<[UInt8], [[ContactRecogniser.Value]]>()
  /// Which phrases of harmful advice stand in a file.
  let phrases = KeptResults<[UInt8], UInt32>()
  private let surroundings = Mutex(Numbered<SurroundingsSources>())

  public init() {}

  /// Begins a plan, or the plans of one partial build.
  public func beginRound() {
    theme.beginRound()
    documents.beginRound()
    contacts.beginRound()
    phrases.beginRound()
  }

  /// The same number for the same surroundings.
  func number(of sources: SurroundingsSources) -> Int {
    surroundings.withLock { $0.number(of: sources) }
  }
}

/// All that `ThemeParser` is given.
struct ThemeSources: Sendable, Equatable {
  var templates: [SourceFile]
  var own: [SourceFile]
  var languages: [Language]
  var sections: Set<WordSection>
  var pages: SitePages
}

/// All that `DocumentParser` is given for one file, whose path is the key of its result.
struct DocumentInput: Sendable, Equatable {
  var bytes: [UInt8]
  /// `BuildMemory.number(of:)`
  var surroundings: Int
}

/// All that `DocumentSurroundings`, and what else `DocumentParser` knows, are made from.
struct SurroundingsSources: Sendable, Equatable {
  /// The paths of the documents.
  var documents: [String]
  /// `site.yaml` and all else in `Content/` that is no document.
  var others: [SourceFile]
  var languages: [Language]
  var today: String
  var zone: String
  var baseURL: String?
  var leftOut: Set<String>
  /// What documents take from the theme.
  var words: [String: [String: String]]
  var reservedIDs: Set<String>
  var icons: String
}

/// Gives the last few values numbers, so that they need not be compared for every file.
private struct Numbered<Value: Equatable & Sendable>: Sendable {
  private static var count: Int { 4 }
  private var known: [(number: Int, value: Value)] = []
  private var next = 0

  mutating func number(of value: Value) -> Int {
    if let place = known.firstIndex(where: { $0.value == value }) {
      let found = known.remove(at: place)
      known.append(found)
      return found.number
    }
    next += 1
    known.append((next, value))
    if known.count > Self.count { known.removeFirst() }
    return next
  }
}

/// Results of one pure function, by the path of the file that it was asked about and by all else that
/// it was given.
final class KeptResults<Input: Equatable & Sendable, Result: Sendable>: Sendable {
  private typealias Entries = [String: [(input: Input, result: Result)]]
  private struct Rounds {
    var current: Entries = [:]
    var last: Entries = [:]
    var made = 0
  }
  private let rounds = Mutex(Rounds())

  /// How many results were made, kept ones not counted.
  var madeCount: Int { rounds.withLock { $0.made } }

  fileprivate func beginRound() {
    rounds.withLock { rounds in
      rounds.last = rounds.current
      rounds.current = [:]
    }
  }

  /// The kept result, else that of `make`, which then is kept. Two threads that ask for the same at once
  /// both make it.
  func result(for path: String, _ input: Input, make: () -> Result) -> Result {
    if let kept = kept(path, input) { return kept }
    let result = make()
    rounds.withLock { rounds in
      rounds.current[path, default: []].append((input, result))
      rounds.made += 1
    }
    return result
  }

  private func kept(_ path: String, _ input: Input) -> Result? {
    rounds.withLock { rounds in
      if let found = rounds.current[path]?.first(where: { $0.input == input }) {
        return found.result
      }
      guard let found = rounds.last[path]?.first(where: { $0.input == input }) else { return nil }
      rounds.current[path, default: []].append(found)
      return found.result
    }
  }
}

extension BuildMemory? {
  /// As `KeptResults.result`; without a memory, nothing is kept.
  func result<Input: Equatable & Sendable, Result: Sendable>(
    _ results: KeyPath<BuildMemory, KeptResults<Input, Result>>, for path: String,
    _ input: @autoclosure () -> Input, make: () -> Result
  ) -> Result {
    guard let memory = self else { return make() }
    return memory[keyPath: results].result(for: path, input(), make: make)
  }
}
