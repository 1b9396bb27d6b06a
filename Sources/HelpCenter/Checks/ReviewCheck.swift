import Diagnostics

extension Check {
  /// Says which pages their authors wanted to look at again by now.
  static let review = Check { input in
    input.site.documents.values.flatMap(\.values).compactMap { document in
      guard let date = document.frontMatter.reviewBy, date < input.site.date else { return nil }
      return Diagnostic(
        .notice, .reviewDue, at: SourceLocation(path: document.path),
        "its review was due on \(date)", hint: "check its facts and set a new 'review-by'")
    }
  }
}
