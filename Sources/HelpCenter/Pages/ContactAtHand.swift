import Contacts

/// What a phone keeps at the foot of its screen: the call that fits what the reader came for, and where
/// to write.
struct ContactAtHand: TemplateContext {
  /// `nil` where nobody is to be called.
  var call: ChannelContext?
  /// The card of the first way to write; else, on the contact page, the ways for the problem.
  var href: String
  var isWriting: Bool
  /// On no exchange's page.
  var isGeneral: Bool

  static let fields = TemplateFields<Self>()
    .object("call", { $0.call }).text("href", { $0.href }).flag("is-writing", { $0.isWriting })
    .flag("is-general", { $0.isGeneral })
}

extension PageBuilder {
  /// The channels come in the order in which `contact.yaml` sorts them for the problem. A fraud line is
  /// for thefts alone: who waits for a withdrawal would keep it from those who lose money.
  func atHand(
    of exchange: Exchange, for problem: ReaderProblem, from route: Route
  ) -> ContactAtHand? {
    let exchange = site.contactOwner(of: exchange)
    let fragment = "#_for-" + problem.rawValue
    guard let directory = exchange.contacts else {
      guard site.hasContactPage else { return nil }
      return ContactAtHand(
        call: nil, href: route.href(to: .contact(nil, language)) + fragment, isWriting: false,
        isGeneral: true)
    }
    let sorted = directory.channels(for: problem)
    let ways = sorted.isEmpty ? directory.channels : sorted
    let call = ways.first {
      $0.isCallable && ($0.kind == .phone || $0.kind == .fraudLine && problem == .urgent)
    }
    let writing = ways.first {
      $0.isUsable && $0.audience == .customers && ChannelKind.written.contains($0.kind)
    }
    let page = route.href(to: .contact(exchange.id, language))
    return ContactAtHand(
      call: call.map(presenter(directory).context),
      href: page + (writing.map { "#" + $0.id } ?? (sorted.isEmpty ? "" : fragment)),
      isWriting: writing != nil, isGeneral: false)
  }

  /// What readers of an article came for: as it says itself, else as its category does.
  func problem(of document: Document) -> ReaderProblem {
    guard case .article(let category) = document.id.kind else { return .other }
    return document.frontMatter.problem ?? site.category(category)?.problem ?? .other
  }
}

extension ChannelKind {
  /// Those in which a customer writes and somebody answers.
  fileprivate static let written: Set<ChannelKind> = [.ticket, .email, .messenger, .liveChat]
}
