/// A list that grows with the site, cut into pages: the first at the list's own address, the others
/// below it in `page-2/` and so on.
struct ListPages {
  /// How many entries a page has at most. A hundred with their summaries are some 30 KB, which a
  /// phone still scrolls through; each further page costs a file.
  static let size = 100

  /// How many pages a list of so many entries has; one where it has none.
  static func count(of entries: Int) -> Int { max(1, (entries + size - 1) / size) }

  /// What stands on a page, which is counted from 1.
  static func entries(of page: Int, among all: [Document]) -> ArraySlice<Document> {
    all.dropFirst((page - 1) * size).prefix(size)
  }

  /// The page and its neighbours, two to both sides, then ten, a hundred and so on away, the first
  /// and the last: every page is a few links from every other.
  static func offered(from page: Int, of count: Int) -> [Int] {
    var steps = [1, 2]
    var step = 10
    while step < count {
      steps.append(step)
      step *= 10
    }
    let near = steps.flatMap { [page - $0, page + $0] }.filter { (1...count).contains($0) }
    return Set(near + [1, page, count]).sorted()
  }
}

/// The ways between the pages of a list.
struct ListPagesContext: TemplateContext {
  struct Link: TemplateContext {
    var number: Int
    var href: String
    var isCurrent = false

    static let fields = TemplateFields<Self>()
      .text("number", { String($0.number) }).text("href", { $0.href })
      .flag("current", { $0.isCurrent })
  }

  var previous, next: Link?
  var pages: [Link]

  static let fields = TemplateFields<Self>()
    .object("previous-page", { $0.previous }).object("next-page", { $0.next })
    .list("pages", { $0.pages })
}

extension PageBuilder {
  /// `nil` where the list has one page.
  ///
  /// - Parameter list: the list's own address.
  func listPages(of list: Route, _ page: Int, of count: Int) -> ListPagesContext? {
    guard count > 1 else { return nil }
    let here = list.page(page)
    func link(_ number: Int) -> ListPagesContext.Link? {
      guard (1...count).contains(number) else { return nil }
      return ListPagesContext.Link(
        number: number, href: here.href(to: list.page(number)), isCurrent: number == page)
    }
    return ListPagesContext(
      previous: link(page - 1), next: link(page + 1),
      pages: ListPages.offered(from: page, of: count).compactMap(link))
  }

  /// A list's title, on all pages but the first with the page's number.
  func title(_ title: String, page: Int) -> String {
    page == 1 ? title : words[.listPageTitle, ["title": title, "page": String(page)]]
  }

  /// Makes of the head of a list that of one of its pages: with an address, a title and a way to it of
  /// its own. In a language with fewer pages the last stands in.
  ///
  /// - Parameter counts: How many pages the list has in a language.
  func head(_ list: Head, page: Int, counts: @escaping (Language) -> Int) -> Head {
    guard page > 1 else { return list }
    var head = list
    head.title = title(list.title, page: page)
    head.route = { list.route($0).page(min(page, counts($0))) }
    head.crumbs.append((title: list.title, route: list.route(language)))
    head.translations = list.translations.filter { counts($0) >= page }
    return head
  }
}
