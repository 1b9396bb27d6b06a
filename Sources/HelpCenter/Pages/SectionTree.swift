/// The categories of a section beside one of its pages, open where the page stands.
///
/// Of each list that is open only the articles nearest to the page are shown: a page is no larger for
/// the thousands that stand in its category.
struct SectionTree: TemplateContext {
  struct Leaf: TemplateContext {
    var link: ArticleLink
    var isHere: Bool

    static let fields = TemplateFields<Self>()
      .including(ArticleLink.fields, \.link).flag("here", { $0.isHere })
  }

  /// A category of the second level.
  struct Twig: TemplateContext {
    var name: String
    var href: String
    /// Its page is this one.
    var isHere: Bool
    var articles: [Leaf]
    /// How many there are, where not all are shown.
    var countLine: String?

    static let fields = TemplateFields<Self>()
      .text("name", { $0.name }).text("href", { $0.href }).flag("here", { $0.isHere })
      .list("articles", { $0.articles }).text("count-line", { $0.countLine })
  }

  /// A category of the first level.
  struct Branch: TemplateContext {
    var twig: Twig
    var isOpen: Bool
    var twigs: [Twig]

    static let fields = TemplateFields<Self>()
      .including(Twig.fields, \.twig).flag("open", { $0.isOpen }).list("children", { $0.twigs })
  }

  /// The section's page.
  var href: String
  var branches: [Branch]

  static let fields = TemplateFields<Self>()
    .text("href", { $0.href }).list("branches", { $0.branches })
}

extension PageBuilder {
  private static let longestList = 40

  /// - Parameters:
  ///   - category: the category that the page is, or in which it stands.
  ///   - article: `nil` for the page of the category itself.
  /// - Returns: `nil` for a site on which no category stands below another.
  func tree(
    of exchange: Exchange, around category: Category, at article: DocumentID?, from route: Route
  ) -> SectionTree? {
    guard site.hasNestedCategories else { return nil }
    let categories = site.categories(of: exchange.id, in: language)
    let root = category.parent ?? category.id

    func twig(_ item: Category, isOpen: Bool) -> SectionTree.Twig {
      let all = isOpen ? site.articles(of: exchange.id, category: item.id, in: language) : []
      let shown = nearest(to: item.id == category.id ? article : nil, in: all)
      return SectionTree.Twig(
        name: item.name[path],
        href: route.href(to: .category(item.id, of: exchange.id, language)),
        isHere: article == nil && item.id == category.id,
        articles: shown.map {
          SectionTree.Leaf(link: link(to: $0, from: route), isHere: $0.id == article)
        },
        countLine: shown.count < all.count
          ? words[.allCount, ["count": String(all.count)]] : nil)
    }

    return SectionTree(
      href: route.href(to: .exchange(exchange.id, language)),
      branches: categories.filter { $0.parent == nil }.map { branch in
        let isOpen = branch.id == root
        return SectionTree.Branch(
          twig: twig(branch, isOpen: isOpen), isOpen: isOpen,
          twigs: (isOpen ? categories : []).filter { $0.parent == branch.id }
            .map { twig($0, isOpen: $0.id == category.id) })
      })
  }

  private func nearest(to id: DocumentID?, in articles: [Document]) -> ArraySlice<Document> {
    let place = id.flatMap(site.lists(in: language).place) ?? 0
    let start = max(0, min(place - Self.longestList / 2, articles.count - Self.longestList))
    return articles[start...].prefix(Self.longestList)
  }
}
