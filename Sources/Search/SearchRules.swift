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
  public static func language(_ path: String) -> SearchRules {
    var rules = english
    switch path {
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

  /// By the names that the index uses.
  var lists: [(key: String, words: String)] {
    [
      ("particles", particles), ("endings", endings), ("nounVerbs", nounVerbs), ("kept", kept),
      ("short", short), ("prefixes", prefixes), ("stop", stop), ("weak", weak),
      ("hanStop", hanStop), ("hanKept", hanKept), ("hanFree", hanFree), ("known", known),
    ]
  }
}
