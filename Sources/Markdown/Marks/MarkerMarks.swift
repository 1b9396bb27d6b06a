/// Markers, callouts and boxes to tick that are none.
extension LineMarks {
  /// `{steps`, `{ Steps }`, `｛steps｝`, `{include：name}`, `{{< note >}}`
  var brace: StrayMark? {
    guard let first = line.first, let close = MarkSigns.closing(first) else { return nil }
    if line.begins(with: "{%") || (line.begins(with: "{{") && line.at(2) != "{") {
      return mark(
        0, "'\(line.prefix(2).text)' fills nothing in",
        "write what it stands for; markers such as '{steps}' have one brace")
    }
    if line.begins(with: "{:") || line.begins(with: "{.") || line.begins(with: "{#") {
      guard line.trimmed.last == "}", all.count == 1 else { return nil }
      return mark(
        0, "'\(line.trimmed.text)' changes nothing",
        "remove it; '{#id}' stands at the end of a heading")
    }
    let inner = line.dropFirst().drop(while: MarkSigns.isSpace)
    let name = inner.prefix { MarkSigns.isLatin($0) || (0xFF21...0xFF5A).contains($0.value) }
    let folded = name.text.compatibilityFolded
    guard Marker.names.contains(folded) else { return otherMarker }
    let rest = inner.dropFirst(name.count).drop(while: MarkSigns.isSpace)
    let takesText = folded == "include" || folded == "caption"
    // `(steps)` in a sentence is a word; `{steps}` is not.
    let isBrace = first == "{" || first == "｛"
    let end = rest.firstIndex { $0 == close || $0 == "}" || $0 == "｝" }
    guard isBrace || end.map({ line[($0 + 1)...].trimmed.isEmpty }) ?? false,
      isBrace || all.count == 1
    else { return nil }
    return mark(
      0, "'\(line.prefix(24).text)' is no marker as it stands",
      "write '{\(folded)\(takesText ? ": …" : "")}' alone in its paragraph, in lower case and with "
        + "braces of ASCII")
  }

  /// `{단계}`, `{步骤}`, `{step s}`, `{포함: name}`: a marker by another name.
  private var otherMarker: StrayMark? {
    let text = line.trimmed
    guard all.count == 1, let first = text.first, first == "{" || first == "｛",
      let last = text.last, last == "}" || last == "｝"
    else { return nil }
    let name = text.dropFirst().dropLast().prefix { !":：".unicodeScalars.contains($0) }
    let word = name.filter { !MarkSigns.isSpace($0) }
    guard (1...10).contains(word.count),
      word.allSatisfy({ MarkSigns.isCJK($0) || MarkSigns.isLatin($0) })
    else { return nil }
    let typed = String(String.UnicodeScalarView(word)).lowercased()
    // `{step}` is a marker of no known name, and an error of its own.
    guard name.contains(where: { MarkSigns.isCJK($0) || MarkSigns.isSpace($0) }),
      let meant = Self.markersByName[typed] ?? (Marker.names.contains(typed) ? typed : nil)
    else { return nil }
    let takesText = meant == "include" || meant == "caption"
    return mark(
      0, "'\(text.prefix(24).text)' is no marker",
      "write '{\(meant)\(takesText ? ": …" : "")}'; markers have the same names in every language")
  }

  private static let markersByName: [String: String] = {
    let words = [
      "steps": "단계 절차 순서 스텝 步骤 步驟 流程", "faq": "질문 자주묻는질문 질문답변 问答 常见问题 常見問題",
      "tabs": "탭 标签 标签页 选项卡 標籤", "include": "포함 삽입 인클루드 包含 引用 插入",
      "caption": "캡션 표제목 설명 标题 表标题 表名 標題",
    ]
    var found: [String: String] = [:]
    for (name, others) in words {
      for other in others.split(separator: " ") { found[String(other)] = name }
    }
    return found
  }()

  /// `steps}`
  var halfMarker: StrayMark? {
    guard all.count == 1, let last = line.last, last == "}" || last == "｝",
      let first = line.first, MarkSigns.isLatin(first)
    else { return nil }
    let name = line.prefix(while: MarkSigns.isLatin).text.lowercased()
    guard Marker.names.contains(name), name.count + 1 == line.count || line.at(name.count) == ":"
    else { return nil }
    return mark(
      0, "'\(line.prefix(24).text)' is no marker as it stands", "write '{' before it")
  }

  /// `[!NOTE]` outside a quote, `［!NOTE］`, `[！NOTE]`, `[!주의]`.
  var callout: StrayMark? {
    guard index == 0, let first = line.first, "[［【".unicodeScalars.contains(first) else {
      return nil
    }
    let inner = line.dropFirst().drop(while: MarkSigns.isSpace)
    if place.beginsQuote, line.begins(with: "[!"),
      !line.contains(where: { "]］】".unicodeScalars.contains($0) }),
      line.dropFirst(2).prefix(while: MarkSigns.isLatin).count > 2
    {
      return mark(0, "'[!' is never closed, so it begins no callout", "write '> [!NOTE] …'")
    }
    // `[![…](a.png)](b.md)`: a picture in a link.
    guard inner.first == "!" || inner.first == "！", inner.dropFirst().first != "[",
      let close = inner.firstIndex(where: { "]］】".unicodeScalars.contains($0) })
    else { return nil }
    let name = inner[(inner.startIndex + 1)..<close]
    let isWell =
      first == "[" && inner.startIndex == line.startIndex + 1 && inner.first == "!"
      && line[close] == "]" && !name.isEmpty && name.allSatisfy(MarkSigns.isLatin)
    let hint = "write '> [!NOTE] …', or TIP, IMPORTANT, WARNING, CAUTION, SCAM"
    if !isWell, place.beginsQuote || !name.isEmpty {
      guard line.at(close - line.startIndex + 1) != "(" else { return nil }
      return mark(0, "'\(line[...close].text)' begins no callout", hint)
    }
    guard isWell, !place.beginsQuote else { return nil }
    return mark(0, "'\(line[...close].text)' stands in no quote, so it begins no callout", hint)
  }

  var task: StrayMark? {
    guard index == 0, let first = line.first, "[［☐☑".unicodeScalars.contains(first) else {
      return nil
    }
    // In a paragraph of its own only what nothing else can be meant by.
    let boxes =
      place.beginsItem
      ? [
        "[ ] ", "[x] ", "[X] ", "[v] ", "[√] ", "[] ", "［ ］", "［　］", "［x］", "［X］", "［√］", "☐", "☑",
      ]
      : ["[ ] ", "［ ］", "［　］", "［x］", "［X］", "［√］"]
    for box in boxes where line.begins(with: box) {
      return mark(
        0, "'\(box.trimmingCharactersOfSpace)' is no box to tick: a page cannot remember it",
        "remove it, or write '{steps}' above a numbered list")
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingCharactersOfSpace: String { last == " " ? String(dropLast()) : self }

  /// Letters of full width as those of ASCII, in lower case.
  fileprivate var compatibilityFolded: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map(MarkSigns.folded))
    ).lowercased()
  }
}
