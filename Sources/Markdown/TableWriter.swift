import CCmark

/// Writes a table into the tree. Its cells are parsed on their own, so that `- ` or `# ` at the start
/// of one stays what it is.
struct TableWriter {
  /// A piece that is to be parsed and where its inlines go; without a holder it is a paragraph that
  /// goes before the table.
  struct Slot {
    var piece: InlinePiece
    var holder: MarkdownNode?
    var table: MarkdownNode
  }

  let file: OriginFile
  let source: TableSyntax
  private(set) var slots: [Slot] = []
  private let node: MarkdownNode
  private let block: MarkdownNode
  private let list: MarkdownNode?
  private let hasRule: Bool
  private var caption: MarkdownNode?
  /// The paragraph that the caption was written in, if it has one of its own.
  private var captionParagraph: MarkdownNode?

  /// - Parameters:
  ///   - rows: the lines of the paragraph; those above the table's header go before it.
  ///   - node: what the table takes the place of.
  ///   - list: the list whose first item is the table's delimiter row and body.
  ///   - hasRule: whether a rule stands right below it.
  init(
    _ table: TableSyntax, _ rows: [InlinePiece.Row], file: OriginFile, node: MarkdownNode,
    list: MarkdownNode? = nil, hasRule: Bool = false
  ) {
    self.file = file
    source = table
    self.node = node
    self.list = list
    self.hasRule = hasRule
    block = MarkdownNode.custom(CMARK_NODE_CUSTOM_BLOCK)
    addRows(of: table)
    var above = rows[..<(list == nil ? table.headerIndex : rows.count - 1)]
    if let last = above.last, let text = Self.captionText(last) {
      above.removeLast()
      addCaption(text)
    }
    if !above.isEmpty {
      let piece = InlinePiece(file: file, rows: Array(above), isParagraph: true)
      slots.append(Slot(piece: piece, holder: nil, table: node))
    }
  }

  /// Takes the caption from the paragraph before the table, where it has none of its own.
  mutating func takeCaptionAbove(pass: RewritePass) {
    guard caption == nil, slots.allSatisfy({ $0.holder != nil }), let before = node.previous,
      before.type == CMARK_NODE_PARAGRAPH, before.line == before.endLine,
      pass.file(of: before) === file, let row = pass.firstRow(of: before),
      let text = Self.captionText(row)
    else { return }
    addCaption(text)
    captionParagraph = before
  }

  /// `{caption: …}` on the line above the table, or in a paragraph of its own before it.
  private static func captionText(_ row: InlinePiece.Row) -> InlinePiece.Row? {
    let mark = Array("{caption:".utf8)
    let line = row.text.trimmingSpaces()
    guard line.starts(with: mark), line.last == UInt8(ascii: "}") else { return nil }
    var text = row
    text.text = line.dropFirst(mark.count).dropLast().trimmingSpaces()
    text.byteColumn += text.text.startIndex - row.text.startIndex
    return text
  }

  private mutating func addCaption(_ text: InlinePiece.Row) {
    let holder = MarkdownNode.custom(
      CMARK_NODE_CUSTOM_INLINE, enter: "<caption>", exit: "</caption>\n")
    caption = holder
    slots.append(Slot(piece: InlinePiece(file: file, rows: [text]), holder: holder, table: node))
  }

  /// Puts the table in its place, when all slots have been filled. Screen readers list regions by
  /// their names, so no two tables of a text share one; `labels` counts those in use.
  func finish(_ environment: MarkdownEnvironment, labels: inout [String: Int]) {
    var label = environment.word("table-label")
    if let caption {
      label = plainText(of: caption)
      if let first = block.firstChild {
        caption.insert(before: first)
      } else {
        block.append(caption)
      }
      captionParagraph?.remove()
    }
    let name = label
    var count = labels[name] ?? 0
    repeat {
      count += 1
      label = count == 1 ? name : "\(name) \(count)"
    } while labels[label] != nil && count > 1
    labels[label] = 1
    labels[name] = count
    block.setHTML(
      enter: """
        <div class="scroll" tabindex="0" role="region" aria-label="\(escaped: label)">
        <table>
        """,
      exit: "</table>\n</div>")
    if hasRule, let rule = MarkdownNode(new: CMARK_NODE_THEMATIC_BREAK) {
      cmark_node_insert_after(node.pointer, rule.pointer)
      rule.origin = node.origin
    }
    node.replace(with: block)
    list?.dropFirstItem()
  }
}

// MARK: Cells

extension TableWriter {
  /// Short rows are filled with empty cells, but only so many: ten thousand columns and as many rows
  /// of one cell would be a hundred million.
  private static let fillLimit = 100_000

  fileprivate mutating func addRows(of table: TableSyntax) {
    let alignments = table.alignments
    let heads = alignments.map { Self.tag("<th scope=\"col\"", $0) }
    var cells = alignments.map { Self.tag("<td", $0) }
    // The first column names its row, as every table of a help article does.
    let named = alignments.count > 1
    if named { cells[0] = Self.tag("<th scope=\"row\"", alignments[0]) }
    addRow(
      table.header, heads, count: heads.count, headings: heads.count,
      before: "<thead>\n<tr>\n", after: "</tr>\n</thead>\n")
    var fill = Self.fillLimit
    for (index, row) in table.body.enumerated() {
      let count = min(cells.count, row.count + fill)
      fill -= count - row.count
      addRow(
        row, cells, count: count, headings: named ? 1 : 0,
        before: index == 0 ? "<tbody>\n<tr>\n" : "<tr>\n",
        after: index == table.body.count - 1 ? "</tr>\n</tbody>\n" : "</tr>\n")
    }
  }

  private static func tag(_ start: HTML, _ alignment: TableSyntax.Alignment?) -> HTML {
    switch alignment {
    case nil: "\(start)>"
    case .left: "\(start) class=\"left\">"
    case .center: "\(start) class=\"center\">"
    case .right: "\(start) class=\"right\">"
    }
  }

  /// Adds a row's cells between their tags, with the tags of rows and groups at the first and last.
  /// - Parameter headings: how many of its cells are headings.
  private mutating func addRow(
    _ cells: TableSyntax.Cells, _ tags: [HTML], count: Int, headings: Int, before: HTML,
    after: HTML
  ) {
    for column in 0..<count {
      let close: HTML = column < headings ? "</th>\n" : "</td>\n"
      let cell = MarkdownNode.custom(
        CMARK_NODE_CUSTOM_INLINE, enter: column == 0 ? "\(before)\(tags[0])" : tags[column],
        exit: column == count - 1 ? "\(close)\(after)" : close)
      cmark_node_append_child(block.pointer, cell.pointer)
      guard column < cells.count, !cells[column].text.isEmpty else { continue }
      if InlineParser.hasNoMarkup(cells[column].text) {
        if let text = MarkdownNode(new: CMARK_NODE_TEXT) {
          text.setLiteral(cells[column].text)
          cell.append(text)
        }
        continue
      }
      let piece = InlinePiece(file: file, rows: [cells[column]])
      slots.append(Slot(piece: piece, holder: cell, table: node))
    }
  }
}

extension MarkdownNode {
  /// Removes the item whose text became a table; what else the item held stays where it was.
  fileprivate func dropFirstItem() {
    guard let item = firstChild else { return }
    item.firstChild?.remove()
    item.forEachChild { $0.insert(before: self) }
    item.remove()
    if firstChild == nil { remove() }
  }
}
