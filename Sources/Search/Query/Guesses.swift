/// What a word may have meant that the index does not know: a typo, initials, pinyin, the wrong keyboard layout.
///
/// Templates/assets/search/guesses.js does the same.
struct Guesses: Sendable {
  let words: SiteWords
  let typos: Typos
  /// On a Chinese site.
  let pinyin: PinyinChains?
  /// How many guesses to keep of many.
  let few: Int
  let analysis: QueryAnalysis

  init(_ prepared: PreparedIndex, few: Int, _ analysis: QueryAnalysis) {
    let words = SiteWords(prepared, analysis)
    self.words = words
    typos = Typos(words, analysis)
    pinyin =
      prepared.index.language == "zh"
      ? PinyinChains(words, characters: prepared.shards.hanCharacters, few: few) : nil
    self.few = few
    self.analysis = analysis
  }

  /// Adds to concepts what they may have meant.
  func guess(_ concepts: inout [Concept], with planner: QueryPlanner, inParts: Bool) {
    addPinyin(concepts, planner)
    // Few pages, or none, may say it in this form.
    for concept in concepts {
      let text = concept.text
      if concept.kind == .word, few > 10 {
        for unit in typos.apart(text) { planner.meet(concept, [unit], 0.8) }
      }
      if concept.kind == .hangul, !concept.ways.isEmpty, let unit = forms(of: text) {
        planner.meet(concept, [unit], 0.5)
      }
    }
    for concept in concepts where concept.ways.isEmpty { guess(concept, planner) }
    for concept in concepts where inParts || concept.ways.isEmpty {
      let parts = WordParts(guesses: self, planner: planner)
        .parts(of: concept, isAlone: concepts.count == 1)
      if !parts.isEmpty, let place = concepts.firstIndex(where: { $0 === concept }) {
        concepts.replaceSubrange(place...place, with: parts)
      }
    }
  }

  /// Latin words on a Chinese site may be pinyin, typed with or without spaces.
  private func addPinyin(_ concepts: [Concept], _ planner: QueryPlanner) {
    guard let pinyin else { return }
    var run: [Concept] = []
    for concept in concepts.map(Optional.some) + [nil] {
      if let concept, concept.kind == .word, !concept.exact, !concept.spelled,
        concept.text.allSatisfy({ $0.isSmallLetter || $0 == 0xFC })
      {
        run.append(concept)
        continue
      }
      let whole = run.isEmpty ? [] : pinyin.units(Units(run.map(\.text).joined()))
      for member in run {
        for unit in whole.isEmpty ? pinyin.units(member.text) : whole {
          planner.meet(member, [unit], 0.7)
        }
      }
      run = []
    }
  }

  /// Ways to take a word that no page has as it is typed.
  private func guess(_ concept: Concept, _ planner: QueryPlanner) {
    switch concept.kind {
    case .han: guessHan(concept, planner)
    case .hangul: guessKorean(concept, planner)
    case .word: guessWord(concept, planner)
    }
  }

  private func guessHan(_ concept: Concept, _ planner: QueryPlanner) {
    let text = concept.text
    if text.count > 1, !words.known.contains(text), let pinyin {
      for unit in pinyin.homophones(text, free: analysis.hanFree) {
        planner.meet(concept, [unit], 0.7)
      }
    }
    guard concept.ways.isEmpty, text.count > 3 else { return }
    // A few characters that no page has in such pairs may be wrong.
    func isKnown(_ at: Int) -> Bool {
      at > 0 && words.isFrequent(text[(at - 1)...at])
        || at + 1 < text.count && words.isFrequent(text[at...(at + 1)])
    }
    let missing = text.indices.filter { !isKnown($0) && !analysis.hanFree.contains(text[$0]) }
    if missing.count * 4 <= text.count {
      planner.meet(concept, [.han(text, free: analysis.hanFree, lacking: missing)], 0.7)
    }
  }
}

extension Guesses {
  private func guessKorean(_ concept: Concept, _ planner: QueryPlanner) {
    let text = concept.text
    let typed = Hangul.initialsApart(concept.typed ?? text)
    func meet(_ unit: NeedleUnit, _ boost: Double) { planner.meet(concept, [unit], boost) }
    if typed.count > 1, typed.allSatisfy(Hangul.isInitial) {
      for needle in initialNeedles(typed) { planner.meet(concept, needle, 0.7) }
      return
    }
    for word in [typed, text] {
      if let range = Hangul.completion(word) { meet(.ranges([range], size: word.count), 0.8) }
    }
    // A consonant that begins the next word: 입금ㅎ.
    if typed.count > 2, Hangul.isInitial(typed[typed.count - 1]) {
      meet(.korean(Units(typed.dropLast()), analysis), 0.5)
    }
    if !concept.isFound, let unit = forms(of: text) { meet(unit, 0.7) }
    var size = typed.count - 1
    while !concept.isFound, size > 1 {
      if analysis.endings.contains(where: { $0.starts(with: typed[size...]) }) {
        meet(.korean(Units(typed[..<size]), analysis), 0.8)
      }
      size -= 1
    }
    guessLayout(concept, Hangul.keys(typed), planner)
    if !concept.isFound { for unit in typos.korean(text) { meet(unit, 0.5) } }
  }

  /// The forms of what may be a verb: it ends in a vowel, or in a consonant which contractions and tenses bring.
  private func forms(of text: Units) -> NeedleUnit? {
    // 막혀서
    let verb = text.count > 2 && text.last == 0xC11C ? Units(text.dropLast()) : text
    guard !words.known.contains(text), let final = verb.last.flatMap(Hangul.parts)?.final,
      [0, 4, 8, 17, 20].contains(final)
    else { return nil }
    let forms = Hangul.verbForms(verb)
    return forms.isEmpty ? nil : .ranges(forms, size: text.count)
  }

  /// English that was typed on the Korean layout.
  private func guessLayout(_ concept: Concept, _ keys: Units, _ planner: QueryPlanner) {
    let latin = keys.map { $0.isCapitalLetter ? $0 + 32 : $0 }
    if !concept.isFound, latin.count > 1, latin.allSatisfy(\.isSmallLetter) {
      planner.meet(concept, [.word(latin, open: true)], 0.7)
    }
    if !concept.isFound, let others = planner.synonyms[EnglishStemmer.stem(latin)] {
      planner.addPhrases(others, to: [concept])
    }
  }

  /// Words by the initials of their syllables: ㅊㄱ.
  private func initialNeedles(_ letters: Units) -> [Needle] {
    var needles = initials(letters[...]).map { [[$0]] } ?? []
    for at in stride(from: 2, through: letters.count - 2, by: 1) {
      if let left = initials(letters[..<at]), let right = initials(letters[at...]) {
        needles.append([left, right])
      }
    }
    return needles
  }

  private func initials(_ letters: ArraySlice<UInt16>) -> NeedleUnit? {
    let matching = words.hangul.filter { word in
      word.count >= letters.count
        && zip(word, letters).allSatisfy { Hangul.initial(of: $0) == $1 }
    }
    var seen = Set<Units>()
    let heads = words.best(matching).map { Units($0.prefix(letters.count)) }
      .filter { seen.insert($0).inserted }.prefix(few)
    if heads.isEmpty { return nil }
    return .ranges(heads.map { .beginning(with: $0) }, size: letters.count)
  }

  private func guessWord(_ concept: Concept, _ planner: QueryPlanner) {
    let text = concept.text
    func meet(_ unit: NeedleUnit, _ boost: Double) { planner.meet(concept, [unit], boost) }
    let isLatin = text.count > 2 && text.allSatisfy(\.isSmallLetter)
    let korean = isLatin ? Hangul.text(fromKeys: concept.raw ?? text) : []
    let word = Units(analysis.koreanStem(korean[...]))
    if !word.isEmpty {
      meet(.korean(word, analysis), 0.7)
      if let range = Hangul.completion(korean) { meet(.ranges([range], size: korean.count), 0.7) }
      if !concept.isFound, let others = planner.synonyms[word] {
        planner.addPhrases(others, to: [concept])
      }
    }
    if concept.isFound { return }
    if !concept.open { meet(.word(text, open: true), 0.5) }
    for unit in typos.apart(text) { meet(unit, 0.8) }
    if !concept.isFound { for unit in typos.english(text) { meet(unit, 0.5) } }
  }
}
