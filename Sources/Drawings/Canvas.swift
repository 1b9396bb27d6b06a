import Typesetting

/// How a text looks. Sizes are in units of a drawing that is 360 wide: on the narrowest phones, where
/// it is shown at four fifths, none is below 12 px.
public enum TextLook: Sendable {
  case strong, body, note, label

  var size: Double {
    switch self {
    case .strong: 17
    case .body: 16
    case .note, .label: 15
    }
  }

  var leading: Double { size * 1.38 }
  var isBold: Bool { self == .strong || self == .label }
}

/// One piece of a drawing.
public enum Shape: Sendable {
  /// A rounded box that other shapes stand in.
  case box(Frame, Tone)
  /// A box of which only the edge is drawn.
  case edge(Frame)
  case dot(x: Double, y: Double, radius: Double, Tone, number: Int?)
  /// Horizontal and vertical stretches; the last one may end in an arrow.
  case line([Point], arrow: Bool, Tone, isThick: Bool)
  case text(TextBlock)
}

public struct Point: Sendable, Hashable {
  public var x, y: Double
}

public struct Frame: Sendable, Hashable {
  public var x, y, width, height: Double

  public var maxX: Double { x + width }
  public var maxY: Double { y + height }

  public func contains(_ other: Frame) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX + 0.01 && other.maxY <= maxY + 0.01
  }

  public func overlaps(_ other: Frame) -> Bool {
    x < other.maxX - 0.01 && other.x < maxX - 0.01 && y < other.maxY - 0.01
      && other.y < maxY - 0.01
  }
}

/// Lines of one text, broken to a width.
public struct TextBlock: Sendable {
  public var lines: [String]
  public var look: TextLook
  public var tone: Tone
  public var x, y: Double
  /// The width that it was broken to.
  public var room: Double

  /// The place that it takes, by the table of widths.
  public var frame: Frame {
    let widest = lines.map { TextWidth.ems($0.unicodeScalars, bold: look.isBold) }.max() ?? 0
    return Frame(
      x: x, y: y, width: widest * look.size, height: Double(lines.count) * look.leading)
  }
}

/// What is drawn, from the top down.
public struct Canvas: Sendable {
  public static let width = 360.0
  /// Left and right of everything.
  static let margin = 8.0

  public internal(set) var shapes: [Shape] = []
  /// Where the next thing goes.
  var y = 8.0

  public var height: Double { y + 8 }

  static func block(
    _ text: String, _ look: TextLook, tone: Tone = .plain, x: Double, y: Double, room: Double
  ) -> TextBlock {
    TextBlock(
      lines: LineWrap.lines(of: text, width: room / look.size, bold: look.isBold), look: look,
      tone: tone, x: x, y: y, room: room)
  }

  mutating func add(_ shape: Shape) { shapes.append(shape) }

  /// Puts texts below each other, and moves down.
  mutating func stack(
    _ texts: [(text: String, look: TextLook, tone: Tone)], x: Double, room: Double
  ) {
    for (text, look, tone) in texts {
      let block = Self.block(text, look, tone: tone, x: x, y: y, room: room)
      add(.text(block))
      y += block.frame.height
    }
  }

  /// A box around a stack of texts.
  mutating func box(
    _ texts: [(text: String, look: TextLook, tone: Tone)], x: Double, tone: Tone
  ) -> Frame {
    let width = Self.width - Self.margin - x
    let top = y
    let place = shapes.count
    y += 11
    stack(texts, x: x + 14, room: width - 28)
    y += 11
    let frame = Frame(x: x, y: top, width: width, height: y - top)
    shapes.insert(.box(frame, tone), at: place)
    return frame
  }
}

extension Canvas {
  /// What is wrong with the places of things: texts that leave the drawing or cross a box's edge, and
  /// texts or boxes that lie over each other. Empty for a good drawing.
  public var faults: [String] {
    var texts: [TextBlock] = []
    var boxes: [Frame] = []
    for shape in shapes {
      switch shape {
      case .text(let block): texts.append(block)
      case .box(let frame, _), .edge(let frame): boxes.append(frame)
      case .dot, .line: break
      }
    }
    let page = Frame(x: 0, y: 0, width: Self.width, height: height)
    var faults = texts.filter { !page.contains($0.frame) || $0.frame.width > $0.room + 0.01 }
      .map { "leaves its room: \($0.lines)" }
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] where text.frame.overlaps(other.frame) {
        faults.append("over each other: \(text.lines), \(other.lines)")
      }
      for box in boxes where text.frame.overlaps(box) && !box.contains(text.frame) {
        faults.append("crosses a box: \(text.lines)")
      }
    }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] where box.overlaps(other) {
        faults.append("boxes over each other at \(box.y) and \(other.y)")
      }
    }
    return faults
  }
}
