import Testing

@testable import HelpCenter

struct YAMLListEditTests {
  @Test(arguments: [
    ("list: [a]\n", "list: [a, x]\n"),
    ("list: [ ]\n", "list: [ x]\n"),
    ("list: [a, b] # all\nmore: 1\n", "list: [a, b, x] # all\nmore: 1\n"),
    (
      "list: [\n  a, # one ]\n  b,\n]\nmore: [c]\n", "list: [\n  a, # one ]\n  b,\n x]\nmore: [c]\n"
    ),
    ("list:\n  - a\n  - b\n\nmore: 1\n", "list:\n  - a\n  - b\n  - x\n\nmore: 1\n"),
    ("list:\n- a\n- b\nmore: 1\n", "list:\n- a\n- b\n- x\nmore: 1\n"),
    (
      "list:\n  - path: a\n    tag: b\n# end\nmore: 1",
      "list:\n  - path: a\n    tag: b\n  - x\n# end\nmore: 1"
    ),
    ("a: 1\nlist:\n  - a", "a: 1\nlist:\n  - a\n  - x"),
  ])
  func addsAtTheEndAndLeavesTheRest(before: String, after: String) {
    #expect(YAMLListEdit.appending("x", to: "list", in: before) == after)
  }

  @Test(arguments: ["", "more: [a]\n", "list: a\n", "list: [a\n", "list:\n", "list: &a\n  - b\n"])
  func leavesAloneWhatItDoesNotKnow(text: String) {
    #expect(YAMLListEdit.appending("x", to: "list", in: text) == nil)
  }
}
