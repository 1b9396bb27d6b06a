/// The question whether a text helped, and where the answer goes.
struct FeedbackContext: TemplateContext {
  /// What a form is sent to.
  var action: String?
  /// Path of the page from the site's root.
  var page: String
  /// Mails with the answer as their subject.
  var mailYes, mailNo: String?

  static let fields = TemplateFields<Self>()
    .text("action", { $0.action }).text("page", { $0.page })
    .text("mail-yes", { $0.mailYes }).text("mail-no", { $0.mailNo })
}

extension PageBuilder {
  /// `nil` where the site takes no answers, and on urgent pages, whose readers have no time.
  func feedback(on id: DocumentID) -> FeedbackContext? {
    guard id.kind != .urgent, let target = site.configuration.feedback else { return nil }
    let page = Route.document(id, language).path
    switch target {
    case .path(let path): return FeedbackContext(action: path, page: page)
    case .mail(let address):
      func mail(_ answer: Word) -> String {
        let subject = "\(words[.helpful]) \(words[answer]) · \(page)"
        return "mailto:\(address)?subject=" + Route.encode(subject)
      }
      return FeedbackContext(page: page, mailYes: mail(.helpfulYes), mailNo: mail(.helpfulNo))
    }
  }
}
