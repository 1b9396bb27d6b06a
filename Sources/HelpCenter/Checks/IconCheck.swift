import Diagnostics

extension Check {
  /// The icons that categories name are in the theme's sprite.
  static let icons = Check(name: "icons") { input in
    guard let sprite = input.parsed.theme?.assets.content(of: BuiltInAsset.icons.rawValue)
    else { return [] }
    let known = String(decoding: sprite, as: UTF8.self).split(separator: " id=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    return input.parsed.categories.compactMap { category in
      guard !known.contains(category.icon) else { return nil }
      return Diagnostic(
        .error, .unknownIcon, at: SourceLocation(path: "Content/categories.yaml"),
        "the icon '\(category.icon)' of '\(category.id)' is not in assets/icons.svg",
        hint: didYouMean(
          category.icon, among: known, otherwise: "one of: \(known.joined(separator: ", "))"))
    }
  }
}
