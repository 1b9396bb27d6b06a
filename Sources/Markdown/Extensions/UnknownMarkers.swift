import CCmark
import Diagnostics

extension MarkdownExtension {
  /// Markers that no extension has taken: a slip of the pen would otherwise stand in the page.
  static let unknownMarkers = MarkdownExtension(name: "unknown markers") { tree, pass in
    for marker in pass.blocks(in: tree).markers {
      switch marker.name {
      case "steps", "faq", "tabs", "include": break  // reported where they are handled
      case "caption":
        pass.report(
          .error, .captionWithoutTable, at: marker.node, "no table stands under the caption",
          hint: "write the table on the next line")
      default:
        pass.report(
          .error, .unknownMarker, at: marker.node, "'{\(marker.name)}' is not a marker",
          hint: didYouMean(
            marker.name, among: Marker.names,
            otherwise: "one of: " + Marker.names.map { "{\($0)}" }.joined(separator: ", ")))
      }
    }
  }
}
