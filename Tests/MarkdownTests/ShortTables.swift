@testable import Markdown

/// A table's HTML in short, for tests: `⟪a│b‖1│2⟫` has the header cells `a` and `b` and one row.
/// A cell that is aligned begins with `left:`, `center:` or `right:`; a caption stands first.
func withShortTables(_ html: String) -> String {
  html.replacing(/<div class="scroll" tabindex="0" role="region" aria-label="[^"]*">\n<table>\n/) {
    _ in "⟪"
  }
  .replacing(/<caption>(.*)<\/caption>\n/) { "caption: \($0.output.1)‖" }
  .replacing(/<\/table>\n<\/div>\n?/) { _ in "⟫" }
  .replacing(/<\/?(?:thead|tbody)>\n|<tr>\n/) { _ in "" }
  .replacing(/<t[hd](?: scope="(?:col|row)")?(?: class="(\w+)")?>/) { match in
    match.output.1.map { "\($0):" } ?? ""
  }
  .replacing(/<\/t[hd]>\n<\/tr>\n/) { _ in "‖" }
  .replacing(/<\/t[hd]>\n/) { _ in "│" }
  .replacing("‖⟫", with: "⟫")
}
