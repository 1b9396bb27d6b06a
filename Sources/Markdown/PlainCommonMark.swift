import CCmark

/// What libcmark itself makes of a text, in safe mode and in memory of its own: what the extensions
/// are measured against.
public func renderPlainCommonMark(_ bytes: [UInt8]) -> String {
  let root = bytes.withUnsafeBytes { buffer in
    cmark_parse_document(buffer.text, buffer.count, CMARK_OPT_SOURCEPOS)
  }
  defer { cmark_node_free(root) }
  guard let html = cmark_render_html(root, CMARK_OPT_DEFAULT) else { return "" }
  defer { cmark_get_default_mem_allocator().pointee.free(html) }
  return String(cString: html)
}
