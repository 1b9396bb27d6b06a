// Pictures that are made from descriptions: one routine for all of them.
//
// 1. A description (`Drawing`) in one language says what a picture says: questions and answers, the
//    stretches of a transfer's way, events in time, a message with its signs.
// 2. The layout of its kind (`Layouts.swift`) puts boxes, dots, lines and texts on a `Canvas`, from
//    the top down. Texts are broken by `Typesetting`, which knows their widths by a table.
// 3. The canvas is written as SVG: classes for what the theme colours, presentation attributes for the
//    rest. The site's policy allows no `style`.
//
// The SVG stands in the page itself, so that it follows the theme's colours and both of its switches.
// Nothing here knows YAML, pages or the disk.

/// A drawing as SVG in one language.
public struct DrawnPicture: Sendable {
  public var title: String
  public var says: String
  public var canvas: Canvas

  public init(_ drawing: Drawing<String>) {
    title = drawing.title
    says = drawing.says
    canvas = Canvas(drawing)
  }

  /// - Parameter id: makes the ids of its title and description unique on a page.
  public func svg(id: String) -> String {
    let size = "\(number(Canvas.width)) \(number(canvas.height))"
    return "<svg viewBox=\"0 0 \(size)\" role=\"img\" aria-labelledby=\"\(id)t\""
      + " aria-describedby=\"\(id)d\"><title id=\"\(id)t\">\(escaped(title))</title>"
      + "<desc id=\"\(id)d\">\(escaped(says))</desc>"
      + canvas.shapes.map(\.svg).joined() + "</svg>"
  }
}

extension Shape {
  var svg: String {
    switch self {
    case .box(let frame, let tone): "<rect\(tone.attribute)\(frame.attributes) rx=\"8\"/>"
    case .edge(let frame): "<rect class=\"edge\"\(frame.attributes) rx=\"8\"/>"
    case .dot(let x, let y, let radius, let tone, let label):
      "<circle\(tone.attribute) cx=\"\(number(x))\" cy=\"\(number(y))\" "
        + "r=\"\(number(radius))\"/>"
        + (label.map {
          "<text class=\"on\" x=\"\(number(x))\" y=\"\(number(y + 5))\" "
            + "text-anchor=\"middle\">\($0)</text>"
        } ?? "")
    case .line(let points, let arrow, let tone, let isThick):
      path(points, arrow, tone, isThick)
    case .text(let block): block.svg
    }
  }

  private func path(_ points: [Point], _ arrow: Bool, _ tone: Tone, _ isThick: Bool) -> String {
    var data = ""
    for (index, point) in points.enumerated() {
      data += "\(index == 0 ? "M" : "L")\(number(point.x)) \(number(point.y))"
    }
    if arrow, points.count > 1, let end = points.last {
      let isDown = points[points.count - 2].x == end.x
      data += isDown ? "m-5-6 5 6 5-6" : "m-6-5 6 5-6 5"
    }
    return "<path\(tone.attribute)\(isThick ? " stroke-width=\"5\"" : "") d=\"\(data)\"/>"
  }
}

extension TextBlock {
  var svg: String {
    var classes = [look.name]
    if tone != .plain { classes.append(tone.rawValue) }
    let style = classes.compactMap { $0 }.joined(separator: " ")
    let attribute = style.isEmpty ? "" : " class=\"\(style)\""
    // The first baseline: what is left of the line's height, above and below the em.
    let first = y + (look.leading - look.size) / 2 + look.size * 0.86
    return lines.enumerated().map { index, line in
      "<text\(attribute) x=\"\(number(x))\" y=\"\(number(first + Double(index) * look.leading))\">"
        + "\(escaped(line))</text>"
    }.joined()
  }
}

extension TextLook {
  fileprivate var name: String? {
    switch self {
    case .strong: "b"
    case .body: nil
    case .note: "n"
    case .label: "l"
    }
  }
}

extension Tone {
  fileprivate var attribute: String { self == .plain ? "" : " class=\"\(rawValue)\"" }
}

extension Frame {
  fileprivate var attributes: String {
    " x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
  }
}

/// Tenths are finer than any screen.
private func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  return sign + "\(abs(tenths) / 10)" + (tenths % 10 == 0 ? "" : ".\(abs(tenths) % 10)")
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
