import Diagnostics

extension MappingReader {
  /// `considered`: which rules somebody has held against a text, or against all, and why it stands.
  func considered() -> [Considered] {
    mappings("considered") { item in
      let rule = item.requiredString("rule", hint: HarmfulAdvice.rules.joined(separator: " or "))
      let text = item.string("text")
      let reason = item.requiredString(
        "because", hint: "the reason, for those who read the text after you")
      guard let rule, reason != nil else { return nil }
      guard HarmfulAdvice.rules.contains(rule.value) else {
        item.report(
          .unknownValue, at: rule.location, "'\(rule.value)' is no rule that can be considered",
          hint: didYouMean(
            rule.value, among: HarmfulAdvice.rules,
            otherwise: "one of: \(HarmfulAdvice.rules.joined(separator: ", "))"))
        return nil
      }
      return Considered(rule: rule.value, text: text?.value)
    }
  }
}
