/// Lists that are none.
extension LineMarks {
  /// `-목록`, `*목록`, `- ` with a no-break space.
  var bullet: StrayMark? {
    guard let sign = line.first, "-*+".unicodeScalars.contains(sign), let next = line.at(1) else {
      return nil
    }
    let hint = "write '- ' with a space behind it, or '\\\(sign)' if it is no list"
    if let space = MarkSigns.spaceName(next) {
      let after = line.dropFirst().drop(while: MarkSigns.isSpace).first
      if sign != "*", after.map(MarkSigns.isDigit) ?? true { return nil }
      return mark(1, "\(space) stands behind '\(sign)', so this is no list", hint)
    }
    guard next != sign, sign != "*" || !closesEmphasis else { return nil }
    let isWord = MarkSigns.isLatin(next) && (line.at(2).map(MarkSigns.isLatin) ?? false)
    let others = all.count { $0.first == sign && $0.at(1).map { $0 != " " && $0 != sign } ?? false }
    guard
      MarkSigns.beginsItem(next) && (next != "*" || sign != "*")
        || (isWord && (MarkSigns.isUpper(next) || others > 1) && line.contains(" "))
    else { return nil }
    return mark(1, "a space is missing behind '\(sign)', so this is no list", hint)
  }

  /// Whether a `*` further on in the paragraph may close what the first one opens.
  private var closesEmphasis: Bool {
    var text = line.dropFirst()
    for rest in all[(index + 1)...].prefix(8) { text = ArraySlice(text + ["\n"] + rest) }
    var (count, runs) = (0, 0)
    while let star = text.firstIndex(of: "*") {
      let run = text[star...].run(of: "*")
      if run % 2 == 1 { count += 1 }
      runs += 1
      text = text[(star + run)...]
    }
    // Of `**` there are two, unless one of them closes what a single `*` opens.
    return count > 0 || runs % 2 == 1
  }

  /// `＊ 항목`, `－ 항목`, `＋ 항목`
  var fullWidthBullet: StrayMark? {
    guard let sign = line.first, "＊－＋".unicodeScalars.contains(sign), let next = line.at(1),
      MarkSigns.isSpace(next) || MarkSigns.beginsItem(next)
    else { return nil }
    let after = line.dropFirst().drop(while: MarkSigns.isSpace).first
    if sign != "＊", after.map(MarkSigns.isDigit) ?? true { return nil }
    return mark(0, "'\(sign)' begins no list", "write '- '")
  }

  /// `1.항목`, `1、`, `１．`, `1.` with a no-break space; a list that stands under a text.
  var number: StrayMark? {
    guard let number = Numbering(line) else { return listUnderText }
    let hint = "write '\(number.value). ' with a space behind it"
    let escape = ", or '\(number.value)\\.' if it is no list"
    if let space = number.next.flatMap(MarkSigns.spaceName), number.isASCII {
      return mark(
        number.length, "\(space) stands behind '\(number.text)', so this is no list", hint)
    }
    guard let next = number.next, !MarkSigns.isDigit(next), number.digits <= 2 else { return nil }
    if !number.isASCII {
      return mark(0, "'\(number.text)' begins no list", hint)
    }
    guard next != " " else { return listUnderText }
    let isWord =
      MarkSigns.isLatin(next) && (line.at(number.length + 1).map(MarkSigns.isLatin) ?? false)
    let others = all.count {
      Numbering($0)?.next.map { $0 != " " && !MarkSigns.isDigit($0) } ?? false
    }
    guard MarkSigns.beginsItem(next) || (isWord && (MarkSigns.isUpper(next) || others > 1)) else {
      return nil
    }
    return mark(
      number.length, "a space is missing behind '\(number.text)', so this is no list", hint + escape
    )
  }

  /// Only a list that begins with 1 may follow a text without an empty line.
  private var listUnderText: StrayMark? {
    guard index > 0, let own = Numbering(line), own.isPlain, own.digits <= 2,
      Numbering(all[index - 1])?.isPlain != true, index + 1 < all.count,
      let next = Numbering(all[index + 1]), next.isPlain, next.value == own.value + 1
    else { return nil }
    return mark(
      0, "the list that begins with '\(own.text)' is part of the text above it",
      "put an empty line above it")
  }

  /// `• 항목`; `①`, `(1)`, `一、`, `가.`, `○` where several lines begin so.
  var repeated: StrayMark? {
    guard let kind = ListSign(line) else { return nil }
    guard index == 0 || ListSign(all[index - 1])?.kind != kind.kind else { return nil }
    // The paragraph above has been reported.
    if index == 0, let previous = place.previous(), ListSign(previous)?.kind == kind.kind {
      return nil
    }
    let follows = index + 1 < all.count && ListSign(all[index + 1])?.kind == kind.kind
    let isFollowed =
      follows
      || (index == 0 && all.count == 1
        && place.next().map { ListSign($0)?.kind == kind.kind } ?? false)
    guard kind.isCertain || isFollowed else { return nil }
    return mark(
      0, "'\(kind.text)' begins no list: its lines run together",
      kind.isNumber ? "write '1. ', '2. ' and so on" : "write '- '")
  }
}
