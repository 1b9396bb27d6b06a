import Contacts

/// Puts channels into words: one language, one directory.
struct ChannelPresenter: Sendable {
  let site: Site
  let language: Language
  let words: Words
  let directory: ContactDirectory
  /// Where readers can compare a value that is old or unsure.
  var officialSite: String?
  /// What stands before the ids of cards on a page with several directories.
  var anchorPrefix = ""

  private var path: String { language.path }

  func context(_ channel: Channel) -> ChannelContext {
    let seal = seal(channel)
    let canTap = seal.mark.isUsable
    let hours = channel.hours
    return ChannelContext(
      id: channel.id, anchor: anchorPrefix + channel.id, kind: channel.kind.rawValue,
      icon: icon(channel.kind),
      name: channel.name[path], number: channel.dial, tel: canTap ? channel.telephoneURL : nil,
      international: channel.international,
      menu: channel.menu.map { MenuRow(keys: $0.keys, name: $0.name[path]) },
      address: channel.address, mailto: canTap ? channel.address.map { "mailto:" + $0 } : nil,
      url: canTap ? channel.url : nil, urlText: channel.url.map(displayed),
      handle: channel.handle, path: channel.path.map(foreign), place: channel.place.map(foreign),
      hoursLine: hours.flatMap(answerLine), hoursRows: hours.map(rows) ?? [],
      clock: secondClock.map { words.clock($0.first) },
      localClock: secondClock.map { words.clock($0.second) },
      hoursData: hoursData(channel),
      hoursNote: hours?.note?[path], hoursSeal: hoursSeal(channel),
      intakeLine: hours?.intake.map { HoursWords(words).line($0) },
      timeZoneLine: hours == nil ? nil : timeZoneLine, languagesLine: languages(channel.languages),
      cost: channel.cost?[path], reply: channel.reply?[path],
      replyDays: canTap ? channel.replyWithin.map { "\($0.lowerBound)-\($0.upperBound)" } : nil,
      scope: channel.scope?[path],
      goodFor: items(channel.goodFor), notFor: items(channel.notFor),
      advantages: items(channel.advantages), drawbacks: items(channel.drawbacks),
      prepare: items(channel.prepare), cautions: items(channel.cautions), seal: seal,
      source: channel.verification.source[path],
      checkURL: seal.mark == .old || seal.mark == .unverified
        ? officialSite.map { "https://\($0)" } : nil,
      suspended: channel.suspension.map(suspended), audience: channel.audience,
      isFraudLine: channel.kind == .fraudLine)
  }

  private func suspended(_ suspension: Suspension) -> SuspensionContext {
    let other = suspension.instead.flatMap(directory.channel)
    return SuspensionContext(
      line: suspendedLine(suspension), source: suspension.source[path],
      instead: other.map { other in
        let seal = seal(other)
        return ChannelLink(
          name: other.name[path], href: "#" + anchorPrefix + other.id, number: other.dial,
          tel: seal.mark.isUsable ? other.telephoneURL : nil, seal: seal)
      })
  }

  /// Since when, until when, and why.
  private func suspendedLine(_ suspension: Suspension) -> String {
    let sentences = [
      words[.suspendedSince, ["date": suspension.since.description]],
      suspension.until.map { words[.suspendedUntil, ["date": $0.description]] },
      suspension.reason?[path],
    ]
    // Chinese sentences follow each other without a space.
    return sentences.compactMap { $0 }.joined(separator: language.tag.hasPrefix("zh") ? "" : " ")
  }

  /// A row of an emergency card. `owner` names whose number it is, where the channel's name does not.
  func call(_ channel: Channel, owner: String?) -> CallRow? {
    guard channel.isCallable, let number = channel.dial, let tel = channel.telephoneURL else {
      return nil
    }
    let label = owner.map { "\($0) \(channel.name[path])" } ?? channel.name[path]
    return CallRow(
      label: label, detail: channel.hours.flatMap(answerLine) ?? "", number: number, tel: tel,
      seal: seal(channel), hoursSeal: hoursSeal(channel))
  }

  private func hoursSeal(_ channel: Channel) -> Seal? {
    channel.hours?.verification.map { seal($0) }
  }

  func seal(_ channel: Channel) -> Seal {
    seal(channel.verification, mark: site.marks.mark(channel), since: channel.suspension?.since)
  }

  func seal(_ verification: Verification) -> Seal {
    seal(verification, mark: site.marks.mark(verification))
  }

  private func seal(
    _ verification: Verification, mark: Mark, since: PartialDate? = nil
  ) -> Seal {
    let seen = verification.date.description
    let source = verification.source[path]
    return Seal(
      mark: mark, text: words[sealWord(verification, mark), ["date": seen, "source": source]],
      label: words[mark.label], date: since?.description ?? seen, source: source,
      sureUntil: mark.isSure ? site.marks.lastSureDay(verification) : nil,
      isOwn: verification.isOwn && mark.isSure)
  }

  /// What is out of service was seen somewhere all the same.
  private func sealWord(_ verification: Verification, _ mark: Mark) -> Word {
    switch mark.isUsable || mark == .unverified ? mark : site.marks.mark(verification) {
    case .official: .sealOfficial
    case .reported: .sealReported
    case .old: .sealStale
    case .unverified, .suspended, .retired: .sealUnverified
    }
  }

  func absent(_ absent: AbsentChannel) -> AbsentContext {
    AbsentContext(name: absent.name[path], note: absent.note[path], icon: icon(absent.kind))
  }

  func domain(_ domain: OfficialDomain) -> DomainRow {
    DomainRow(
      host: domain.host, role: domain.role[path],
      seal: seal(domain.verification, mark: site.marks.mark(domain)),
      isRetired: domain.status == .retired)
  }

  var timeZoneLine: String {
    words[.timeZoneLine, ["zone": words.zone(directory.timeZone)]]
  }

  /// The languages that any of the channels answers in; `nil` when none says so.
  var languagesLine: String? {
    let served = directory.channels.flatMap(\.languages)
    let ordered = site.languages.map(\.path).filter(served.contains)
    return languages(ordered)
  }

  // MARK: Parts

  private func items(_ texts: [LocalizedText]) -> [TextItem] {
    texts.map { TextItem(text: $0[path]) }
  }

  private func languages(_ paths: [String]) -> String? {
    guard !paths.isEmpty else { return nil }
    let names = paths.map(words.serviceLanguage).joined(separator: words[.listSeparator])
    return words[.languagesLine, ["languages": names]]
  }

  private func foreign(_ text: TextInLanguage) -> ForeignText {
    let tag = site.configuration.language(text.language)?.tag ?? text.language
    return ForeignText(
      text: text.text, languageTag: tag,
      gloss: text.language == path ? nil : text.gloss?[path])
  }

  private func displayed(_ url: String) -> String {
    let bare = url.hasPrefix("https://") ? String(url.dropFirst(8)) : url
    return bare.hasSuffix("/") ? String(bare.dropLast()) : bare
  }

  private func answerLine(_ hours: ServiceHours) -> String? {
    guard let answer = hours.answer else { return nil }
    let line = HoursWords(words).line(answer)
    guard !answer.always, hours.onHolidays == .closed else { return line }
    return line + words[.listSeparator] + words[.closedOnHolidays]
  }

  private func rows(_ hours: ServiceHours) -> [HoursRow] {
    HoursTable(words: words, shift: secondClock?.shift, language: path).rows(hours)
  }

  private var secondClock: SecondClock? {
    SecondClock(of: directory.timeZone, for: language)
  }

  private func hoursData(_ channel: Channel) -> String? {
    // Nothing is said about now on hours that nobody vouches for; what the page says of old ones, the
    // script decides on the reader's day.
    let mark = site.marks.hours(of: channel)
    guard let hours = channel.hours, mark.isUsable else { return nil }
    let calendar = directory.holidays.flatMap { site.holidays[$0] }
    return HoursData(
      hours, mark: mark, sureUntil: site.marks.lastSureDayOfHours(of: channel),
      timeZone: directory.timeZone, holidays: calendar)?.json
  }

  private func icon(_ kind: ChannelKind) -> String {
    switch kind {
    case .phone: "phone"
    case .fraudLine, .police, .fraudDesk: "alert"
    case .liveChat, .messenger, .social: "chat"
    case .ticket, .email, .apiSupport, .inApp: "form"
    case .visit: "id"
    case .helpCenter, .notices, .list, .verificationPage: "bulb"
    case .regulator, .privacy, .prosecutor, .legalAid: "lock"
    }
  }
}

extension Mark {
  /// The mark in a word or two.
  var label: Word {
    switch self {
    case .official: .confidenceOfficial
    case .reported: .confidenceReported
    case .old: .markOld
    case .unverified: .confidenceUnverified
    case .suspended: .markSuspended
    case .retired: .verifyRetired
    }
  }
}
