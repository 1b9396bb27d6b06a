import Diagnostics
import Foundation

extension Check {
  /// Texts that ask a reader for a secret, or send one to strangers to learn whether a number is
  /// real. A help center that did so once would teach its readers to expect it.
  static let harmfulAdvice = Check { input in
    let considered = Dictionary(
      input.parsed.documents.map { ($0.path, $0.frontMatter.considered) },
      uniquingKeysWith: { first, _ in first })
    let everywhere = input.parsed.configuration.considered
    return input.parsed.texts.flatMap { file in
      // Most texts have no such request at all.
      let phrases = input.memory.result(\.phrases, for: file.path, file.bytes) {
        HarmfulAdvice.phrases.groups(in: file.bytes)
      }
      let known = everywhere + (considered[file.path] ?? [])
      return HarmfulAdvice.all.enumerated().flatMap { number, advice in
        phrases >> (2 * number) & 3 == 3 ? advice.findings(in: file, considered: known) : []
      }
    }
  }
}

/// A sentence that names one of `subjects`, one of `requests` and, if there are any, one of `objects`,
/// and forbids none of it.
struct HarmfulAdvice: Sendable {
  /// What `considered` calls it.
  var rule: String
  var subjects: [String]
  var requests: [String]
  /// A third that must occur, where two would be found in innocent sentences.
  var objects: [String] = []
  var message: String
  var hint: String

  static let rules = ["asks-for-secret", "sends-to-strangers"]

  private static let asks = "the text asks the reader for a secret"
  private static let neverNeeded = "staff never need it; remove the sentence"

  static let all = [
    HarmfulAdvice(
      rule: rules[0],
      subjects: [
        "비밀번호", "인증번호", "복구 구문", "개인키", "시드 문구", "니모닉", "密码", "验证码", "助记词", "私钥",
        "your password", "your code", "recovery phrase", "seed phrase", "private key", "your otp",
      ],
      requests: [
        "알려 주세요", "알려주세요", "보내 주세요", "보내주세요", "제출해 주세요", "请提供", "请发送",
        "请告诉", "发给客服", "提供给客服", "send us", "give us", "tell us", "tell support", "give support",
      ],
      message: asks, hint: neverNeeded),
    // A secret of no program: whoever is told to give it away, gives it to somebody.
    HarmfulAdvice(
      rule: rules[0],
      subjects: [
        "recovery phrase", "seed phrase", "private key", "your otp", "복구 구문", "개인키", "시드 문구", "니모닉",
      ],
      requests: ["share your", "provide your", "send your", "give your", "적어 주세요"],
      message: asks, hint: neverNeeded),
    // "Provide your code with the parts it needs" asks for nothing.
    HarmfulAdvice(
      rule: rules[0],
      subjects: ["your password", "your code", "비밀번호", "인증번호"],
      requests: ["share your", "provide your", "send your", "give your", "적어 주세요"],
      objects: [
        " us ", " us.", " us,", "support", "staff", "agent", "our team", " chat", "e-mail", "email",
        "ticket", "help desk", "문의", "상담", "고객센터", "직원", "메일",
      ],
      message: asks, hint: neverNeeded),
    HarmfulAdvice(
      rule: rules[1],
      subjects: [
        "포럼", "카페에서", "카페에", "커뮤니티", "오픈채팅", "오픈 채팅", "단톡방", "텔레그램 방", "검색해", "검색으로", "论坛",
        "贴吧", "搜索引擎", "微信群", "QQ群", "qq群", "电报群", "百度", "谷歌搜", "forum", "reddit", "search engine",
        "telegram group", "open chat", "facebook group", "google it", "google the",
      ],
      requests: [
        "확인하세요", "확인해 보세요", "물어보세요", "물어 보세요", "찾으세요", "찾아보세요", "核实", "查证", "查一下", "问一下",
        "询问", "check", "verify", "look up", "ask ", "confirm", "google",
      ],
      objects: [
        "번호", "연락처", "전화", "계정", "공식", "상담원", "号码", "电话", "官方", "账号", "客服", "真伪", "number",
        "contact", "official", "account", "support", "real",
      ],
      message: "the text sends the reader to strangers to check a contact",
      hint: "send them to the official site and to the contact page"),
  ]

  /// The subjects and the requests of each, as they stand in texts, at the beginning of a sentence too.
  static let phrases = PhraseSet(
    all.flatMap { advice in
      [advice.subjects, advice.requests].map { words in
        words + words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      }
    })

  /// Words that turn a sentence into a warning, which is what such a page is for.
  private static let negations = [
    "마세요", "않습니다", "않는", "안 됩니다", "아닙니다", "사기", "금지", "요구", "묻", "不要", "不会", "不能", "别", "切勿",
    "绝不", "请勿", "骗", "索要", "never", " not ", "n't", "scam", "fraud", "asks", "anyone", "no one",
    "nobody", "nor ",
  ]

  func findings(in file: SourceFile, considered: [Considered]) -> [Diagnostic] {
    let considered = considered.filter { $0.rule == rule }
    if considered.contains(where: { $0.text == nil }) { return [] }
    var found: [Diagnostic] = []
    var start = 0
    let text = file.bytes
    while start < text.count {
      let end = Self.sentenceEnd(in: text, from: start)
      let written = String(decoding: text[start..<end], as: UTF8.self)
      let sentence = Array(written.lowercased().utf8)
      if sentence.containsAny(of: subjects), sentence.containsAny(of: requests),
        objects.isEmpty || sentence.containsAny(of: objects),
        !sentence.containsAny(of: Self.negations),
        !considered.contains(where: { written.contains($0.text ?? "") })
      {
        let first = text[start..<end].firstIndex { $0 > 0x20 } ?? start
        found.append(
          Diagnostic(
            .error, .harmfulAdvice,
            at: LineTable(text).location(path: file.path, byte: first),
            "\(message) (\(rule))",
            hint: "\(hint); if it is innocent, say so: 'considered: [{rule: \(rule), because: …}]'")
        )
      }
      start = end + 1
    }
    return found
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
    withUnsafeBytes { text in
      words.contains { Self.contains(text, $0) }
    }
  }

  /// By `memchr` and `memcmp`: the generic search of the standard library took a third of a build,
  /// because every article is searched for every word.
  private static func contains(_ text: UnsafeRawBufferPointer, _ word: String) -> Bool {
    var word = word
    return word.withUTF8 { needle in
      guard let base = text.baseAddress, let first = needle.first else { return false }
      var offset = 0
      while offset + needle.count <= text.count {
        let left = text.count - offset - needle.count + 1
        guard let hit = memchr(base + offset, Int32(first), left) else { return false }
        if memcmp(hit, needle.baseAddress!, needle.count) == 0 { return true }
        offset = base.distance(to: UnsafeRawPointer(hit)) + 1
      }
      return false
    }
  }
}
