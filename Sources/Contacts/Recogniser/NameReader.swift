/// Finds the names by which somebody is reached in chats and networks: `@name`, "카톡 아이디 name",
/// "微信号 name". `names.js` of the theme does the same.
struct NameReader {
  private struct Label {
    var network: String
    var name: [UInt32]
    /// It says itself that a name follows.
    var isOfNames: Bool
    /// A word of the language, too: a name must be marked by more.
    var isVague: Bool
  }

  private struct Name {
    var text: String
    var to: Int
    var isOdd: Bool
  }

  private let units: ContactUnits

  init(_ units: ContactUnits) { self.units = units }

  /// Labels by their first character, the longest first.
  private static let labels: [UInt32: [Label]] = {
    var found: [UInt32: [Label]] = [:]
    let vague: Set<String> = [
      "line", "톡", "텔레", "飞机", "飛機", "tele", "signal", "session", "potato", "土豆", "밴드", "企鹅", "卫星",
      "小飞机",
      "绿泡泡",
    ]
    for (network, names) in RecogniserWords.networks {
      for name in names {
        let label = Label(
          network: network, name: name.unicodeScalars.map(\.value),
          isOfNames: name.contains("아이디") || name.contains("号") || name.hasSuffix("id"),
          isVague: vague.contains(name))
        found[label.name[0], default: []].append(label)
      }
    }
    // Stable: of labels as long as each other the first counts, as in the browser.
    return found.mapValues { labels in
      labels.enumerated().sorted {
        ($1.element.name.count, $0.offset) < ($0.element.name.count, $1.offset)
      }.map(\.element)
    }
  }()

  /// First characters of labels, for those who look whether a line can hold one.
  static func labels(beginningWith c: UInt32) -> [[UInt32]] { labelNames[c] ?? [] }
  private static let labelNames = labels.mapValues { $0.map(\.name) }
  static let firstCharacters: Set<UInt32> = Set(labels.keys)
  /// Of those whose channels have names in Hangul.
  static let firstOfChannels: Set<UInt32> = Set(
    labels.values.joined().filter { $0.network == "kakao" }.map { $0.name[0] })

  private static let firsts: [Bool] = {
    var found = [Bool](repeating: false, count: 0x10000)
    for c in labels.keys where c < 0x10000 { found[Int(c)] = true }
    return found
  }()

  /// Whether a label can begin with a character: asked for at every character.
  private static func beginsLabel(_ c: UInt32) -> Bool { c < 0x10000 && firsts[Int(c)] }

  // MARK: Handles

  /// `@name` from its sign.
  func handle(at: Int) -> ContactMatch? {
    let before = units[at - 1]
    if Sign.isWord(before) || before == Sign.dot
      || (before == Sign.slash && Sign.isWord(units[at - 2]))
    {
      return nil
    }
    let start = at + 1
    if units[start] == Sign.space, !units.isCode(start) {
      // "@ official_upbit": only what nobody would write otherwise.
      guard let name = name(at: start + 1), name.text.utf8.count >= 5,
        name.text.utf8.contains(where: { $0 == 0x5F || (0x30...0x39).contains($0) })
      else { return nil }
      return ContactMatch(
        kind: .handle, from: at, to: name.to, plain: "@" + name.text, isOdd: name.isOdd)
    }
    if Sign.isCJK(units[start]) { return handleInCJK(at) }
    guard let name = name(at: start), name.text.utf8.count >= 4,
      name.text.utf8.contains(where: { (0x61...0x7A).contains($0) }),
      units[name.to] != Sign.slash, !isCode(at, name)
    else { return nil }
    return ContactMatch(
      kind: .handle, from: at, to: name.to, plain: "@" + name.text, isOdd: name.isOdd)
  }

  private func isCode(_ at: Int, _ name: Name) -> Bool {
    if RecogniserWords.annotations.contains(name.text) { return true }
    return units.isCode(at)
      && [Sign.open, 0x7B, Sign.dot, Sign.colon, 0x3D].contains(units[name.to])
  }

  /// `@업비트고객센터`: a channel's name; "@所有人" is everybody.
  private func handleInCJK(_ at: Int) -> ContactMatch? {
    var to = at + 1
    while to - at < 24, Sign.isCJK(units[to]) || Sign.isWord(units[to]) { to += 1 }
    let text = units.string(at + 1, to)
    let everybody = ["所有人", "全体", "모두", "전체", "여기"]
    guard to - at > 2, !everybody.contains(where: text.hasPrefix) else { return nil }
    return ContactMatch(kind: .handle, from: at, to: to, plain: "@" + text)
  }

  /// A name of Latin letters, digits and signs; without the full stop of a sentence.
  private func name(at start: Int) -> Name? {
    var to = start
    var isOdd = false
    while to - start < 64,
      Sign.isWord(units[to]) || units[to] == Sign.dot || units[to] == Sign.dash
    {
      isOdd = isOdd || (units.isOdd(to) && to > start)
      to += 1
    }
    while to > start, units[to - 1] == Sign.dot || units[to - 1] == Sign.dash { to -= 1 }
    return to > start ? Name(text: units.string(start, to), to: to, isOdd: isOdd) : nil
  }

  // MARK: Names behind a messenger's

  /// A messenger's name here, with the name of somebody behind it.
  func id(at: Int) -> ContactMatch? {
    let isLatin = Sign.isLatin(units[at])
    guard Self.beginsLabel(units[at]), !(isLatin && at > 0 && Sign.isWord(units[at - 1])),
      let labels = Self.labels[units[at]]
    else { return nil }
    for label in labels {
      guard let length = length(of: label, at: at) else { continue }
      // "line" is a word; the messenger is written in capitals, or an ID is spoken of.
      let isWord = label.name == Self.line && !units.isUpper(at)
      // "V X：name": letters apart are a messenger only before a colon.
      if length > label.name.count, Sign.isLatin(label.name[1]), !isBeforeColon(at + length) {
        continue
      }
      if let found = name(behind: label, at, at + length, needsWord: isWord) { return found }
      if label.network == "kakao",
        let channel = ChannelName(units: units).name(behind: label.name, at: at + length)
      {
        return ContactMatch(kind: .id, from: at, to: channel.to, plain: "kakao:\(channel.text)")
      }
    }
    return nil
  }

  private func isBeforeColon(_ start: Int) -> Bool {
    var at = start
    while units[at] == Sign.space { at += 1 }
    return units[at] == Sign.colon
  }

  private static let line = Array("line".unicodeScalars.map(\.value))
  private static let id = Array("id".unicodeScalars.map(\.value))

  /// How many units a label takes here; it may be written with spaces between its characters.
  private func length(of label: Label, at: Int) -> Int? {
    var place = at
    for sign in label.name {
      while place > at, units[place] == Sign.space || units[place] == Sign.dot,
        units[place] != sign,
        Sign.isCJK(sign) || label.name.count == 2
      {
        place += 1
      }
      guard units[place] == sign else { return nil }
      place += 1
    }
    let isWordGoingOn =
      Sign.isLatin(label.name.last!) && Sign.isLatin(units[place])
      && !units.starts(with: Self.id, at: place)
    return isWordGoingOn ? nil : place - at
  }

  private struct Evidence {
    var hasWord: Bool
    var hasSign = false
    var hasLink = false
    /// "ID is …"
    var hasVerb = false
  }

  private static let skype = ["skype", "스카이프"].map { $0.unicodeScalars.map(\.value) }
  private static let live = Array("live:".unicodeScalars.map(\.value))
  private static let verb = Array("is ".unicodeScalars.map(\.value))

  private func name(
    behind label: Label, _ from: Int, _ start: Int, needsWord: Bool
  ) -> ContactMatch? {
    var at = start
    var evidence = Evidence(hasWord: label.isOfNames)
    for _ in 0..<24 {
      let word = wordEnd(at, start)
      if Self.skype.contains(label.name), units.starts(with: Self.live, at: at) {
        (evidence.hasWord, evidence.hasSign) = (true, true)
        at += Self.live.count
      } else if evidence.hasWord, units[at - 1] == Sign.space,
        units.starts(with: Self.verb, at: at)
      {
        evidence.hasVerb = true
        at += Self.verb.count
      } else if word > at {
        evidence.hasWord = true
        at = word
      } else if isJoint(at, &evidence) {
        at += 1
      } else {
        break
      }
    }
    // What stands right behind a label of Latin letters is the rest of a word.
    if at == start, Sign.isLatin(label.name.last!), !Sign.isCJK(units[at]), !Sign.isDigit(units[at])
    {
      return nil
    }
    if needsWord, !evidence.hasWord { return nil }
    if label.network == "discord", let tagged = taggedName(at: at) {
      return ContactMatch(
        kind: .id, from: from, to: tagged.to, plain: "discord:\(tagged.text)", isOdd: tagged.isOdd)
    }
    let isNumber = evidence.hasWord || label.network == "qq"
    let parted = evidence.hasWord || evidence.hasSign ? partedName(at: at) : nil
    guard let name = parted ?? name(at: at) ?? (isNumber ? spelledNumber(at: at) : nil),
      isName(name, at - start, label, evidence)
    else { return nil }
    return ContactMatch(
      kind: .id, from: from, to: name.to, plain: "\(label.network):\(name.text)", isOdd: name.isOdd)
  }

  /// "name#1234": the names of Discord until 2023.
  private func taggedName(at start: Int) -> Name? {
    guard var name = name(at: start), units[name.to] == 0x23,
      (1...4).allSatisfy({ Sign.isDigit(units[name.to + $0]) }), !Sign.isWord(units[name.to + 5])
    else { return nil }
    name.text += units.string(name.to, name.to + 5)
    name.to += 5
    return name
  }

  /// "a c m e 8 8 8": a name with its characters apart, of four or more, with a letter and a digit.
  private func partedName(at start: Int) -> Name? {
    var to = start
    var length = 0
    while Sign.isWord(units[to]), !Sign.isWord(units[to + 1]), length < 32 {
      length += 1
      guard units[to + 1] == Sign.space, Sign.isWord(units[to + 2]), !Sign.isWord(units[to + 3])
      else {
        let places = stride(from: start, through: to, by: 2)
        let isName =
          length >= 4 && places.contains { Sign.isLatin(units[$0]) }
          && places.contains { Sign.isDigit(units[$0]) }
        let text = places.map { units.string($0, $0 + 1) }.joined()
        return isName ? Name(text: text, to: to + 1, isOdd: false) : nil
      }
      to += 2
    }
    return nil
  }

  /// "二二三三四四五五": a number of five digits or more in words.
  private func spelledNumber(at start: Int) -> Name? {
    var to = start
    var text = ""
    while let digit = Sign.spelledDigit(units[to]) {
      text += String(digit)
      to += 1
    }
    return text.utf8.count >= 5 ? Name(text: text, to: to, isOdd: false) : nil
  }

  /// Whether a sign or a particle may stand between a messenger and a name.
  private func isJoint(_ at: Int, _ evidence: inout Evidence) -> Bool {
    let c = units[at]
    switch c {
    case 0: return false
    case Sign.colon, 0x3D, Sign.at, 0x3E, 0x2192:
      evidence.hasSign = true
      evidence.hasLink = evidence.hasLink || c == Sign.at
      return true
    case Sign.bar where evidence.hasWord:
      evidence.hasSign = true
      return true
    case Sign.space, Sign.dash, Sign.open, Sign.close, 0x22, 0x27, 0x201C, 0x2018, 0x60: return true
    case Sign.line where evidence.hasSign: return true
    case Sign.slash where evidence.hasWord: return true
    case Sign.dot where evidence.hasWord && units[at + 1] == Sign.space: return true
    default:
      if (evidence.hasWord ? Self.particles : Self.labelParticles).contains(c) { return true }
      return c > 0x2190 && !Sign.isCJK(c)
    }
  }

  private static let particles = Set("은는이가를을로으의에서도是为為请請加这這".unicodeScalars.map(\.value))
  private static let labelParticles = Set("은는에서로으是".unicodeScalars.map(\.value))

  /// Words such as "아이디", the longest first.
  private static let words: [[UInt32]] =
    RecogniserWords.ats.filter { !Sign.isLatin($0.unicodeScalars.first!.value) }
    .map { $0.unicodeScalars.map(\.value) }
    + RecogniserWords.idWords.map { $0.unicodeScalars.map(\.value) }.enumerated()
    .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)

  private func wordEnd(_ at: Int, _ start: Int) -> Int {
    guard let word = Self.words.first(where: { units.starts(with: $0, at: at) }) else { return at }
    let end = at + word.count
    guard Sign.isLatin(word[0]) else { return end }
    let isAlone = !Sign.isWord(units[end]) && (at == start || !Sign.isWord(units[at - 1]))
    return isAlone ? end : at
  }

  // MARK: What is a name

  /// Whether a word behind a messenger is somebody's name, and no word of the sentence.
  private func isName(
    _ name: Name, _ distance: Int, _ label: Label, _ evidence: Evidence
  ) -> Bool {
    let text = name.text
    if RecogniserWords.noNames.contains(text) { return false }
    let shape = NameShape(text)
    if !shape.hasLetter {
      // A number of five digits or more names people of QQ, and of others behind "ID".
      if label.network == "qq", shape.isParted { return true }
      let isNumber = shape.isNumber && (5...12).contains(text.utf8.count)
      let isNamed =
        label.network == "qq" || (evidence.hasWord && evidence.hasSign)
        || (evidence.hasWord && !shape.isDay)
      return isNumber && isNamed && !isCounted(name.to)
    }
    if text.utf8.count < 3 || shape.isVersion || shape.isHost { return false }
    // "LINE ID is name1", and not "is 2fa-protected".
    if evidence.hasVerb {
      return text.utf8.count >= 5 && (shape.hasLine || shape.endsWithDigit)
    }
    if evidence.hasLink { return true }
    let isMarked = shape.hasDigit || shape.hasLine
    if evidence.hasWord, isMarked, evidence.hasSign || text.utf8.count >= 4 { return true }
    if evidence.hasSign, isMarked, text.utf8.count >= 4 {
      return !shape.isCount || text.utf8.count >= 6
    }
    // "telegram upbit_help": a name with a sign that no word has.
    if !evidence.hasWord, !evidence.hasSign {
      if shape.isCompound || text.utf8.count < 5 { return false }
      if label.isVague { return shape.hasLine && !Sign.isLatin(label.name[0]) }
      return shape.hasLine || (shape.hasDigit && shape.isMixed && distance <= 2)
    }
    // A word of letters alone is a name at the end of a sentence: "Telegram: never share it" goes on.
    return text.utf8.count >= 4 && !isSentence(name.to)
  }

  private func isCounted(_ to: Int) -> Bool {
    var at = to
    while units[at] == Sign.space, at - to < 2 { at += 1 }
    return Set("원%명개건人个次元年".unicodeScalars.map(\.value)).contains(units[at]) && at - to < 2
  }

  /// Whether a sentence of Latin letters goes on.
  private func isSentence(_ to: Int) -> Bool {
    var at = to
    while units[at] == Sign.space { at += 1 }
    return (at > to && Sign.isLatin(units[at])) || units[to] == 0x27 || units[to] == 0x2019
  }
}
