import Contacts

/// Puts channels into words: one language, one directory.
struct ChannelPresenter: Sendable {
  let site: Site
  let language: Language
  let words: Words
  let directory: ContactDirectory
  /// Where readers can compare a value that is old or unsure.
  var officialSite: String?

  private var path: String { language.path }

  func context(_ channel: Channel) -> ChannelContext {
    let seal = seal(channel.verification)
    let canTap = channel.verification.confidence != .unverified && channel.status == .active
    let hours = channel.hours
    return ChannelContext(
      id: channel.id, kind: channel.kind.rawValue, icon: icon(channel.kind),
      name: channel.name[path], number: channel.dial, tel: canTap ? channel.telephoneURL : nil,
      international: channel.international,
      menu: channel.menu.map { MenuRow(keys: $0.keys, name: $0.name[path]) },
      address: channel.address, mailto: canTap ? channel.address.map { "mailto:" + $0 } : nil,
      url: canTap ? channel.url : nil, urlText: channel.url.map(displayed),
      handle: channel.handle, path: channel.path.map(foreign), place: channel.place.map(foreign),
      hoursLine: hours.flatMap(answerLine), hoursRows: hours.map(rows) ?? [],
      clock: secondClock.map { words.clock($0.first) },
      localClock: secondClock.map { words.clock($0.second) },
      hoursData: canTap ? hours.flatMap(hoursData) : nil,
      hoursNote: hours?.note?[path], hoursSeal: hours?.verification.map(self.seal),
      intakeLine: hours?.intake.map { HoursWords(words).line($0) },
      timeZoneLine: hours == nil ? nil : timeZoneLine, languagesLine: languages(channel.languages),
      cost: channel.cost?[path], reply: channel.reply?[path],
      replyDays: canTap ? channel.replyWithin.map { "\($0.lowerBound)-\($0.upperBound)" } : nil,
      scope: channel.scope?[path],
      goodFor: items(channel.goodFor), notFor: items(channel.notFor),
      advantages: items(channel.advantages), drawbacks: items(channel.drawbacks),
      prepare: items(channel.prepare), cautions: items(channel.cautions), seal: seal,
      source: channel.verification.source[path],
      checkURL: seal.state == .maybe ? officialSite.map { "https://\($0)" } : nil,
      suspendedLine: channel.suspendedUntil.map {
        words[.suspendedUntil, ["date": $0.description]]
      },
      isUnverified: channel.verification.confidence == .unverified,
      isFraudLine: channel.kind == .fraudLine,
      isRetired: channel.status == .retired)
  }

  /// A row of an emergency card. `owner` names whose number it is, where the channel's name does not.
  func call(_ channel: Channel, owner: String?) -> CallRow? {
    guard channel.isCallable, let number = channel.dial, let tel = channel.telephoneURL else {
      return nil
    }
    let label = owner.map { "\($0) \(channel.name[path])" } ?? channel.name[path]
    return CallRow(
      label: label, detail: channel.hours.flatMap(answerLine) ?? "", number: number, tel: tel,
      verified: channel.verification.date.description)
  }

  func seal(_ verification: Verification) -> Seal {
    let word: Word
    let state: Seal.State
    switch verification.confidence {
    case .unverified: (word, state) = (.sealUnverified, .maybe)
    case _ where site.isStale(verification): (word, state) = (.sealStale, .maybe)
    case .official: (word, state) = (.sealOfficial, .ok)
    case .reported: (word, state) = (.sealReported, .ok)
    }
    let date = verification.date.description
    return Seal(
      state: state, text: words[word, ["date": date, "source": verification.source[path]]],
      date: date)
  }

  func absent(_ absent: AbsentChannel) -> AbsentContext {
    AbsentContext(name: absent.name[path], note: absent.note[path], icon: icon(absent.kind))
  }

  func domain(_ domain: OfficialDomain) -> DomainRow {
    DomainRow(
      host: domain.host, role: domain.role[path], seal: seal(domain.verification),
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

  private func hoursData(_ hours: ServiceHours) -> String? {
    // Nothing is said about now on hours that nobody vouches for.
    guard hours.verification?.confidence != .unverified else { return nil }
    let calendar = directory.holidays.flatMap { site.holidays[$0] }
    return HoursData(hours, timeZone: directory.timeZone, holidays: calendar)?.json
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
