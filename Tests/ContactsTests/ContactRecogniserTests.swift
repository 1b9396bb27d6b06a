import Foundation
import Testing

@testable import Contacts

/// The recogniser of contacts, by the vectors that the browser's runs too.
struct ContactRecogniserTests {
  struct Vectors: Decodable {
    struct Caught: Decodable, CustomTestStringConvertible {
      var why: String
      var text: String
      var kind: String
      var plain: String
      var testDescription: String { "\(why): \(text)" }
    }
    struct Innocent: Decodable, CustomTestStringConvertible {
      var why: String
      var text: String
      var testDescription: String { "\(why): \(text)" }
    }
    var caught: [Caught]
    var innocent: [Innocent]
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let vectors: Vectors = {
    let data = try! Data(contentsOf: root.appending(path: "Tests/Vectors/contacts.json"))
    return try! JSONDecoder().decode(Vectors.self, from: data)
  }()

  @Test func thereAreEnoughVectors() {
    #expect(Self.vectors.caught.count >= 150)
    #expect(Self.vectors.innocent.count >= 80)
  }

  @Test(arguments: vectors.caught) func findsADisguisedContact(_ vector: Vectors.Caught) {
    let found = ContactRecogniser.values(in: Array(vector.text.utf8))
    #expect(
      found.contains { $0.kind.rawValue == vector.kind && $0.plain == vector.plain }, "\(found)")
  }

  @Test(arguments: vectors.innocent) func leavesOtherTextsAlone(_ vector: Vectors.Innocent) {
    let found = ContactRecogniser.values(in: Array(vector.text.utf8))
    #expect(found.isEmpty, "\(found)")
  }

  @Test func placesAreThoseOfTheWrittenText() throws {
    let text = "전화: １５８８–０００１로 거세요. 메일 help＠upbit-help.com."
    let found = ContactRecogniser.values(in: Array(text.utf8))
    #expect(found.map(\.text) == ["１５８８–０００１", "help＠upbit-help.com"])
    #expect(found.map(\.plain) == ["15880001", "help@upbit-help.com"])
    #expect(found.first?.offset == "전화: ".utf8.count)
  }

  @Test func saysWhichLettersOnlyLookLikeOthers() {
    let odd = [
      "uрbit.com", "up\u{200B}bit.com", "úpbit.com", "help@uрbit.com", "@offici\u{430}l_upbit",
    ]
    for text in odd {
      #expect(ContactRecogniser.values(in: Array(text.utf8)).map(\.isOdd) == [true], "\(text)")
    }
    for text in ["upbit.com", "UPBIT.COM", "ｕｐｂｉｔ．ｃｏｍ", "upbit[.]com", "help@upbit.com"] {
      #expect(ContactRecogniser.values(in: Array(text.utf8)).map(\.isOdd) == [false], "\(text)")
    }
  }

  /// A line that the filter passes by must hold nothing.
  @Test func theFilterHidesNothing() throws {
    var texts = Self.vectors.caught.map(\.text) + Self.vectors.innocent.map(\.text)
    texts += texts.map { "안내합니다 " + $0 + " 확인하세요" } + texts.map { "您好，" + $0 + "。谢谢" }
    for text in texts {
      let bytes = Array(text.utf8)
      #expect(
        ContactRecogniser.values(in: bytes)
          == ContactRecogniser.values(in: bytes, passesQuietLines: false), "\(text)")
    }
  }

  @Test func theFilterHidesNothingOfTheSite() throws {
    let content = Self.root.appending(path: "Content")
    let files = FileManager.default.enumerator(at: content, includingPropertiesForKeys: nil)
    var count = 0
    while let file = files?.nextObject() as? URL {
      guard ["md", "yaml"].contains(file.pathExtension) else { continue }
      let bytes = [UInt8](try Data(contentsOf: file))
      count += 1
      // Every seventh file: without the filter a debug build is slow.
      guard count % 7 == 0 else { continue }
      #expect(
        ContactRecogniser.values(in: bytes)
          == ContactRecogniser.values(in: bytes, passesQuietLines: false), "\(file.path)")
    }
    #expect(count > 100)
  }

  @Test(arguments: [
    "", "\n", "\r\n", "1", "@", "+", "++++", "[.]", "://", "&#;", "\\", "카", "*", "＠",
  ])
  func textsOfNearlyNothingHoldNothing(text: String) {
    #expect(ContactRecogniser.values(in: Array(text.utf8), passesQuietLines: false).isEmpty)
  }

  @Test func randomTextsAreReadToTheirEnd() {
    let pieces = [
      "upbit", ".com", "@", "1588", "-", "5682", " ", "/", ":", "xn--", "업비트", "а", "%", "[.]",
      "+82",
      "\\", "?", "。", "\u{200B}", "ｕ", "😀", "카톡", "微信号", "일", "공", "one", "\n", "`", "&#45;", "①",
      "://",
      "점", "골뱅이", "(", "**", "|", "http", "www ",
    ]
    var seed: UInt64 = 7
    func next(_ limit: Int) -> Int {
      seed = (seed &* 1_103_515_245 &+ 12345) % 2_147_483_648
      return Int(seed) % limit
    }
    for _ in 0..<3000 {
      let text = (0..<next(14)).map { _ in pieces[next(pieces.count)] }.joined()
      let bytes = Array(text.utf8)
      for value in ContactRecogniser.values(in: bytes, passesQuietLines: false) {
        #expect(
          Array(bytes[value.offset...].prefix(value.text.utf8.count)) == Array(value.text.utf8))
      }
    }
  }

  /// Texts in which something begins at every place. Nothing is measured; one of them would not end.
  @Test(arguments: [
    "1 ", "1-", "일", "일 ", "a.", "a@", "@a ", "카톡 ", "微 ", "one ", "h t t p ", "http://", "[.]",
    "www ",
    "+8", "1588-0001 ", "double ", "&#", "a dot ", "\u{200B}", "1588|", "o1-", "카톡아이디:",
  ]) func longTextsAreReadToTheirEnd(piece: String) {
    let bytes = Array(String(repeating: piece, count: 4_000 / piece.utf8.count).utf8)
    _ = ContactRecogniser.values(in: bytes, passesQuietLines: false)
  }
}

/// The lists and tables that stand here and in the browser's modules.
struct RecogniserListsTests {
  static func module(_ path: String) throws -> String {
    try String(
      contentsOf: ContactRecogniserTests.root.appending(path: "Templates/assets/contacts/" + path),
      encoding: .utf8)
  }

  /// The words of `export const NAME = words(`…`)`, also within a set.
  static func list(_ name: String, in module: String) -> [String] {
    guard let start = module.range(of: "export const \(name) = ") else { return [] }
    let rest = module[start.upperBound...]
    guard let open = rest.range(of: "words("), let quote = rest[open.upperBound...].first else {
      return []
    }
    let body = rest[open.upperBound...].dropFirst().prefix { $0 != quote }
    return body.split { $0 == " " || $0.isNewline }.map(String.init)
  }

  @Test func wordsAreTheSameInTheBrowser() throws {
    let module = try Self.module("recognise/words.js")
    let sets: [(String, Set<String>)] = [
      ("ENDINGS", RecogniserWords.endings), ("SURE_ENDINGS", RecogniserWords.sureEndings),
      ("CODE_ENDINGS", RecogniserWords.codeEndings), ("FILE_ENDINGS", RecogniserWords.fileEndings),
      ("SHORT_HOSTS", RecogniserWords.shortHosts), ("SHARED_HOSTS", RecogniserWords.sharedHosts),
      ("CHAT_SCHEMES", RecogniserWords.chatSchemes), ("NO_NAMES", RecogniserWords.noNames),
      ("ANNOTATIONS", RecogniserWords.annotations), ("DASHED_WORDS", RecogniserWords.dashedWords),
    ]
    for (name, words) in sets { #expect(Set(Self.list(name, in: module)) == words, "\(name)") }
    let lists: [(String, [String])] = [
      ("RESERVED", RecogniserWords.reserved), ("SPELLED", RecogniserWords.spelled),
      ("ENGLISH_DIGITS", RecogniserWords.englishDigits), ("HYPHENS", RecogniserWords.hyphens),
      ("DOTS", RecogniserWords.dots), ("ATS", RecogniserWords.ats),
      ("CALLS", RecogniserWords.calls), ("CALLS_BEHIND", RecogniserWords.callsBehind),
      ("OTHER_NUMBERS", RecogniserWords.otherNumbers), ("UNITS", RecogniserWords.units),
      ("ID_WORDS", RecogniserWords.idWords), ("REPLACEMENTS", RecogniserWords.replacements),
      ("CHANNELS", RecogniserWords.channels), ("CHANNEL_SERVICES", RecogniserWords.channelServices),
      ("CHANNEL_BUTTONS", RecogniserWords.channelButtons),
      ("NO_CHANNELS", RecogniserWords.noChannels),
    ]
    for (name, words) in lists { #expect(Self.list(name, in: module) == words, "\(name)") }
  }

  @Test func networksAreTheSameInTheBrowser() throws {
    let module = try Self.module("recognise/words.js")
    for (network, names) in RecogniserWords.networks {
      let start = try #require(module.range(of: "[\"\(network)\", words("))
      let quote = try #require(module[start.upperBound...].first)
      let body = module[start.upperBound...].dropFirst().prefix { $0 != quote }
      #expect(body.split { $0 == " " || $0.isNewline }.map(String.init) == names, "\(network)")
    }
    let count =
      module.split(separator: "export const NETWORKS").last!.split(separator: "];").first!
      .split(separator: "words(").count - 1
    #expect(count == RecogniserWords.networks.count)
  }

  @Test func lettersThatLookLikeOthersAreTheSameInTheBrowser() throws {
    let module = try Self.module("verify/confusables.js")
    let body = try #require(module.split(separator: "`").dropFirst().first)
    var expected: [UInt32: UInt32] = [:]
    for line in body.split(separator: "\n") {
      let letters = Array(line.unicodeScalars)
      for letter in letters.dropFirst(2) { expected[letter.value] = letters[0].value }
    }
    #expect(expected == DisguisedSigns.confusables)
  }
}
