import Diagnostics

extension Check {
  /// The icons that categories name are in the theme's sprite.
  static let icons = Check { input in
    guard let sprite = input.parsed.theme?.assets.content(of: BuiltInAsset.icons.rawValue)
    else { return [] }
    let known = String(decoding: sprite, as: UTF8.self).split(separator: " id=\"").dropFirst()
      .map { String($0.prefix { $0 != "\"" }) }
    let icons = Dictionary(
      input.parsed.categories.map { ($0.id, $0.icon) }, uniquingKeysWith: { first, _ in first })
    return input.parsed.categories.compactMap { category in
      // One below another has its icon unless it names its own.
      guard category.icon != category.parent.flatMap({ icons[$0] }) else { return nil }
      guard !known.contains(category.icon) else { return nil }
      return Diagnostic(
        .error, .unknownIcon, at: SourceLocation(path: "Content/categories.yaml"),
        "the icon '\(category.icon)' of '\(category.id)' is not in assets/icons.svg",
        hint: didYouMean(
          category.icon, among: known, otherwise: "one of: \(known.joined(separator: ", "))"))
    }
  }
}
