import Diagnostics

/// Finds what a broken link may have meant. A site can have a thousand of them on the day a folder is
/// renamed, so each costs a bounded time whatever the size of the site: a file of the same name
/// elsewhere, or the nearest of the names around its place in the alphabet.
final class LinkSuggestions: Sendable {
  /// So many names are compared for one link, in its folder and again in the site.
  private static let width = 512

  /// Paths under `Content/`, sorted, and by the name of the file.
  private struct Names {
    var paths: [String]
    var byName: [Substring: [Int]] = [:]

    init(_ paths: [String]) {
      self.paths = paths.sorted()
      for (place, path) in self.paths.enumerated() {
        byName[LinkSuggestions.name(path), default: []].append(place)
      }
    }
  }

  private let files: MadeOnce<Names>
  private let pictures: MadeOnce<Names>

  init(_ index: ContentIndex) {
    files = MadeOnce {
      Names(index.pages.keys.map { $0 + ".md" } + index.contacts.map { $0 + "/contact.yaml" })
    }
    pictures = MadeOnce { Names(Array(index.attachments.keys)) }
  }

  func nearest(to target: String, isImage: Bool) -> String? {
    let names = isImage ? pictures.value : files.value
    let name = Self.name(target)
    let folder = target.dropLast(name.count)
    // Names in the same folder are the likelier ones.
    let first = Self.firstPlace(in: names.paths) { $0 >= folder }
    let end = Self.firstPlace(in: names.paths) { $0 >= folder && !$0.hasPrefix(folder) }
    if let near = Self.nearest(target, in: names.paths, first..<max(first, end)) { return near }
    if let places = names.byName[name],
      let near = nearestName(
        to: target, among: places.prefix(Self.width).map { names.paths[$0] })
    {
      return near
    }
    return Self.nearest(target, in: names.paths, names.paths.indices)
  }

  /// The nearest name of those around the place where the target would stand.
  private static func nearest(
    _ target: String, in paths: [String], _ range: Range<Int>
  ) -> String? {
    let place = firstPlace(in: paths) { $0 >= target }
    let start = max(range.lowerBound, min(place - width / 2, range.upperBound - width))
    return nearestName(to: target, among: paths[start..<min(range.upperBound, start + width)])
  }

  private static func firstPlace(in paths: [String], _ test: (String) -> Bool) -> Int {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if test(paths[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func name(_ path: String) -> Substring {
    path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
  }
}
