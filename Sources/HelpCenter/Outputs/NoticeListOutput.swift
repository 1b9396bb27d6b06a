import Contacts

extension Output {
  /// The notices of each exchange and of all together, by year.
  static let noticeLists = Output(name: "notices") { input in
    input.site.languages.flatMap { language in
      ([nil] + input.site.exchanges.map(Optional.some)).map { exchange in
        OutputJob(page: .notices(exchange?.id, language), origin: "notices page") {
          input.theme.render(.notices, input.builder(language).noticesPage(of: exchange))
        }
      }
    }
  }
}

extension PageBuilder {
  func noticesPage(of exchange: Exchange?) -> NoticesPage {
    let route = Route.notices(exchange?.id, language)
    let notices = site.notices(of: exchange?.id, in: language)
    let name = exchange?.name[path]
    let head = Head(
      title: name.map { words[.noticesExchangeTitle, ["exchange": $0]] } ?? words[.noticesTitle],
      description: words[.noticesDescription], route: { .notices(exchange?.id, $0) },
      exchange: exchange, crumbs: [homeCrumb] + (exchange.map { [exchangeCrumb($0)] } ?? []),
      translations: site.languages, latestChange: newestChange(of: notices),
      isTimed: notices.contains(where: endsSoon))
    var years: [NoticesPage.Year] = []
    for notice in notices {
      let year = notice.noticeDate.map { String($0.year) } ?? ""
      if years.last?.year != year { years.append(NoticesPage.Year(year: year, notices: [])) }
      years[years.count - 1].notices.append(noticeLink(to: notice, from: route))
    }
    return NoticesPage(frame: frame(head), years: years)
  }
}
