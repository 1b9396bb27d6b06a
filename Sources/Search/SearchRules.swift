/// The words behind the analysis, as data: what is an ending, what is courtesy, what is correctly spelled.
///
/// The builder splits texts with them and writes them into every entry of the index, so the browser
/// splits queries by the same lists. Each is a text of words with spaces between.
public struct SearchRules: Sendable, Hashable {
  /// Korean particles, taken off nouns.
  public var particles = ""
  /// Korean endings of verbs, those of 하다 and 되다 among them, taken off after nouns and verb stems.
  public var endings = ""
  /// Syllables by which a noun becomes a verb: an ending that begins so leaves the noun as important as it was.
  public var nounVerbs = ""
  /// Nouns whose last syllable only looks like a particle: 한도, 문의.
  public var kept = ""
  /// Nouns of one syllable: with them one syllable is enough for a stem.
  public var short = ""
  /// Syllables before a noun that leave it the same noun: 재인증.
  public var prefixes = ""
  /// What people say without meaning it: never searched for.
  public var stop = ""
  /// What says little about a question's subject: counts less.
  public var weak = ""
  /// Chinese phrases that ask, greet or connect: cut out of a sentence, the longest first.
  public var hanStop = ""
  /// Chinese words that look as if they held one of those.
  public var hanKept = ""
  /// Chinese characters that a match may lack within a phrase.
  public var hanFree = ""
  /// Correctly spelled words: never taken for a mistyped neighbour, and wanted as corrections.
  public var known = ""

  public init() {}

  /// The lists of a language, those of English with them, because everybody types English too.
  ///
  /// - Parameter tag: BCP 47, of which the first part decides: `zh-Hans` has the lists of Chinese, in
  ///   whichever folder its pages are.
  public static func language(_ tag: String) -> SearchRules {
    var rules = english
    switch primaryLanguage(of: tag) {
    case "ko":
      rules.particles = korean.particles
      rules.endings = korean.endings
      rules.nounVerbs = korean.nounVerbs
      rules.kept = korean.kept
      rules.short = korean.short
      rules.prefixes = korean.prefixes
      rules.stop += " " + korean.stop
      rules.weak += " " + korean.weak
      rules.known += " " + korean.known
    case "zh":
      rules.hanStop = chinese.hanStop.longestFirst
      rules.hanKept = chinese.hanKept.longestFirst
      rules.hanFree = chinese.hanFree
      rules.known += " " + chinese.known
      rules.weak += " " + chinese.weak
    default: break
    }
    return rules
  }

  /// The language of a BCP 47 tag, without script and region; tags are alike in upper and lower case.
  static func primaryLanguage(of tag: String) -> String {
    tag.prefix { $0 != "-" }.lowercased()
  }

  /// Without the words of English, which only queries in its letters need.
  var withoutEnglish: SearchRules {
    func rest(_ words: String, _ english: String) -> String {
      String(words.trimmingPrefix(english).trimmingPrefix(" "))
    }
    var rules = self
    rules.stop = rest(stop, Self.english.stop)
    rules.weak = rest(weak, Self.english.weak)
    return rules
  }

  /// By the names that the index uses.
  var lists: [(key: String, words: String)] {
    [
      ("particles", particles), ("endings", endings), ("nounVerbs", nounVerbs), ("kept", kept),
      ("short", short), ("prefixes", prefixes), ("stop", stop), ("weak", weak),
      ("hanStop", hanStop), ("hanKept", hanKept), ("hanFree", hanFree), ("known", known),
    ]
  }
}

// MARK: Profiles

extension SearchRules {
  /// Words that only exchanges and wallets use.
  private static let ofExchanges = Set(
    """
    bitcoin blockchain coin coins crypto exchange fiat fork ledger mining stacking stake staking token tokens txid \
    wallet wallets whitelist withdraw withdrawal withdrawals \
    거래소 코인 지갑 지갑니 채굴 출금 입금 출고 입고 토큰 트래블룰 시세 호가 \
    充币 充值 提现 提币 钱包 链上 助记词 私钥 空投 质押 上币 哈希 主网 公链 合约 杠杆
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  /// Characters that such words are made of, and few others.
  static let charactersOfExchanges: Set<Unicode.Scalar> = ["币"]

  /// The rules of a site that is about something else.
  var withoutExchanges: SearchRules {
    func rest(_ words: String) -> String {
      words.split(separator: " ").filter { !Self.ofExchanges.contains(String($0)) }
        .joined(separator: " ")
    }
    var rules = self
    rules.kept = rest(kept)
    rules.known = rest(known)
    return rules
  }
}
