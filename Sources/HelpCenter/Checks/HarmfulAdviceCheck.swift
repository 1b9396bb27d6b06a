import Diagnostics
import Foundation

extension Check {
  /// Texts that ask a reader for a secret, or send one to strangers to learn whether a number is
  /// real. A help center that did so once would teach its readers to expect it.
  static let harmfulAdvice = Check(name: "harmful advice") { input in
    input.parsed.texts.flatMap { file in
      HarmfulAdvice.all.flatMap { $0.findings(in: file) }
    }
  }
}

/// A sentence that names one of `subjects` and one of `requests` and forbids neither.
private struct HarmfulAdvice: Sendable {
  var subjects: [String]
  var requests: [String]
  var message: String
  var hint: String

  static let all = [
    HarmfulAdvice(
      subjects: [
        "비밀번호", "인증번호", "복구 구문", "개인키", "시드 문구", "니모닉", "密码", "验证码", "助记词", "私钥",
        "your password", "your code", "recovery phrase", "seed phrase", "private key", "your otp",
      ],
      requests: [
        "알려 주세요", "알려주세요", "보내 주세요", "보내주세요", "제출해 주세요", "적어 주세요", "请提供", "请发送",
        "请告诉", "发给客服", "提供给客服", "send us", "give us", "tell us", "share your", "provide your",
        "send your", "give your", "tell support", "give support",
      ],
      message: "the text asks the reader for a secret",
      hint: "staff never need it; remove the sentence"),
    HarmfulAdvice(
      subjects: [
        "포럼에서 확인", "카페에서 확인", "커뮤니티에서 확인", "검색해서 번호", "검색으로 번호", "论坛核实", "贴吧核实",
        "搜索引擎核实", "论坛上查", "on a forum", "on reddit", "in a forum", "with a search engine",
      ],
      requests: [
        "확인", "번호", "검색", "核实", "查", "check", "verify", "look up", "ask",
      ],
      message: "the text sends the reader to strangers to check a contact",
      hint: "send them to the official site and to the contact page"),
  ]

  /// Words that turn a sentence into a warning, which is what such a page is for.
  private static let negations = [
    "마세요", "않습니다", "않는", "안 됩니다", "아닙니다", "사기", "금지", "요구", "묻", "不要", "不会", "不能", "别", "切勿",
    "绝不", "请勿", "骗", "索要", "never", " not ", "n't", "scam", "fraud", "asks", "anyone", "no one",
    "nobody", "nor ",
  ]

  func findings(in file: SourceFile) -> [Diagnostic] {
    // Most texts have no such request at all; one look for each is all that they cost.
    guard file.bytes.containsAny(of: requests), file.bytes.containsAny(of: subjects) else {
      return []
    }
    var found: [Diagnostic] = []
    var start = 0
    let text = file.bytes
    while start < text.count {
      let end = Self.sentenceEnd(in: text, from: start)
      let sentence = String(decoding: text[start..<end], as: UTF8.self).lowercased()
      if contains(sentence, subjects), contains(sentence, requests),
        !contains(sentence, Self.negations)
      {
        let first = text[start..<end].firstIndex { $0 > 0x20 } ?? start
        found.append(
          Diagnostic(
            .error, "harmful-advice",
            at: LineTable(text).location(path: file.path, byte: first), message, hint: hint))
      }
      start = end + 1
    }
    return found
  }

  private func contains(_ sentence: String, _ words: [String]) -> Bool {
    words.contains { sentence.utf8.firstRange(of: $0.utf8) != nil }
  }

  /// The end of a sentence: `.` `!` `?` or a line end, or the full stop of Chinese.
  private static func sentenceEnd(in text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count {
      switch text[index] {
      case 0x2E, 0x21, 0x3F, 0x0A: return index
      case 0xE3 where text[index...].starts(with: [0xE3, 0x80, 0x82]): return index
      default: index += 1
      }
    }
    return text.count
  }
}

extension [UInt8] {
  fileprivate func containsAny(of words: [String]) -> Bool {
    withUnsafeBytes { text in words.contains { Self.contains(text, Array($0.utf8)) } }
  }

  /// By `memchr` and `memcmp`: the generic search compares element by element, and every article is
  /// searched for every word.
  private static func contains(_ text: UnsafeRawBufferPointer, _ needle: [UInt8]) -> Bool {
    guard let base = text.baseAddress, let first = needle.first else { return false }
    var offset = 0
    while offset + needle.count <= text.count {
      guard
        let hit = memchr(base + offset, Int32(first), text.count - offset - needle.count + 1)
      else { return false }
      if memcmp(hit, needle, needle.count) == 0 { return true }
      offset = base.distance(to: UnsafeRawPointer(hit)) + 1
    }
    return false
  }
}
