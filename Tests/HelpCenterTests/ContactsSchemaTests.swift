import Contacts
import Foundation
import Testing

@testable import HelpCenter

/// `contacts.schema.json`: the file keeps to it, and it keeps to the one that was published last.
///
/// With HELPCENTER_UPDATE_PUBLISHED=1 in the environment the published copy is written anew; the test
/// has held the new one against the old by then.
struct ContactsSchemaTests {
  static let published = Repository.root.appendingPathComponent(
    "Tests/HelpCenterTests/Published/contacts.schema.v1.json")

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func theRealContactsKeepToIt() async throws {
    let result = await RealContentTests.result.value
    let schema = try object(try #require(result.text("contacts.schema.json")))
    let contacts = try object(try #require(result.text("contacts.json")))
    #expect(JSONSchema(root: schema).mistakes(in: contacts) == [])
    // Every page that it names is there, and has the place.
    let files = Dictionary(uniqueKeysWithValues: try #require(result.files).map { ($0.path, $0) })
    var count = 0
    for (page, anchor) in pages(of: contacts) {
      let file = try #require(files[page + "index.html"], "\(page)")
      let html = String(decoding: file.bytes, as: UTF8.self)
      #expect(anchor.isEmpty || html.contains("id=\"\(anchor)\""), "\(page)#\(anchor)")
      count += 1
    }
    #expect(count > 150)
  }

  private func pages(of contacts: [String: Any]) -> [(page: String, anchor: String)] {
    let owners = ["exchanges", "emergency"].flatMap { contacts[$0] as? [[String: Any]] ?? [] }
    let channels = owners.flatMap { $0["channels"] as? [[String: Any]] ?? [] }
    return (owners + channels).flatMap { ($0["pages"] as? [String: String] ?? [:]).values }.map {
      let parts = $0.split(separator: "#", maxSplits: 1).map(String.init)
      return (parts[0], parts.count > 1 ? parts[1] : "")
    }
  }

  @Test func aChannelWithEverythingKeepsToIt() async throws {
    var site = FixtureSite.withArticle
    site.content["Content/upbit/contact.yaml"] = """
      time-zone: Asia/Seoul
      channels:
        - {id: a, kind: ticket, name: a, path: {text: 문의, lang: ko, gloss: {zh: 咨询, en: Ask}}, source: a, verified: 2026, confidence: official}
        - id: b
          kind: phone
          name: b
          dial: "1588-0000"
          international: "+8215880000"
          audience: companies
          languages: [ko]
          hours: {answer: [always], intake: [mon 09:00-10:00], note: c, source: d, verified: 2025, confidence: reported}
          suspended: {since: 2026, until: 2027-01-01, instead: a, reason: e, source: f}
          source: a
          verified: 2026-11
          confidence: official
      """
    for language in ["ko", "zh", "en"] {
      site.content["Content/upbit/urgent.\(language).md"] = FixtureSite.article("Urgent")
    }
    let result = await site.build()
    let contacts = try object(try #require(result.text("contacts.json"), "\(result.report)"))
    let schema = try object(ContactsSchema.json)
    #expect(JSONSchema(root: schema).mistakes(in: contacts) == [])
    // The schema would find what is wrong.
    for (text, wrong) in [
      ("\"verified\":\"2026-11\"", "\"verified\":\"soon\""), ("\"id\":\"b\",", ""),
      ("\"status\":\"suspended\"", "\"status\":\"asleep\""), ("\"since\":\"2026\",", ""),
      ("\"dial\":\"1588-0000\"", "\"dial\":15880000"), ("\"version\":1", "\"version\":2"),
    ] {
      let changed = try #require(result.text("contacts.json")).replacing(text, with: wrong)
      #expect(JSONSchema(root: schema).mistakes(in: try object(changed)) != [], "\(wrong)")
    }
  }

  @Test func nothingIsTakenAwayWithinAVersion() throws {
    let now = try object(ContactsSchema.json)
    let before = try object(try String(contentsOf: Self.published, encoding: .utf8))
    #expect(JSONSchema.takenAway(from: before, to: now) == [])
    if ProcessInfo.processInfo.environment["HELPCENTER_UPDATE_PUBLISHED"] == "1" {
      try Data((ContactsSchema.json + "\n").utf8).write(to: Self.published)
    }
  }

  @Test func whatIsTakenAwayIsFound() throws {
    let now = ContactsSchema.json
    let before = try object(now)
    for (text, changed) in [
      ("\"audience\":{", "\"for\":{"),
      ("\"required\":[\"since\",\"source\"]", "\"required\":[\"since\"]"),
      ("\"enum\":[\"official\",\"reported\"", "\"enum\":[\"official\""),
      ("\"enum\":[\"active\",\"suspended\"", "\"enum\":[\"active\",\"asleep\",\"suspended\""),
      ("\"phone\",", ""), ("\"minimum\":1", "\"minimum\":2"), ("\"suspension\":{", "\"pause\":{"),
    ] {
      #expect(now.contains(text), "\(text)")
      let other = try object(now.replacing(text, with: changed))
      #expect(JSONSchema.takenAway(from: before, to: other) != [], "\(text)")
    }
    // What is added takes nothing away.
    let more = try object(
      now.replacing("\"phone\",", with: "\"phone\",\"pager\",")
        .replacing(
          "\"suspended-until\":", with: "\"more\":{\"type\":\"string\"},\"suspended-until\":"))
    #expect(JSONSchema.takenAway(from: before, to: more) == [])
  }
}

/// As much of JSON Schema (draft 2020-12) as `contacts.schema.json` uses; a word that it does not know is
/// a mistake.
struct JSONSchema {
  let root: [String: Any]

  func mistakes(in value: Any) -> [String] { mistakes(value, root, at: "") }

  private func mistakes(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { word, wanted -> [String] in
      switch (word, wanted) {
      case ("$schema", _), ("$defs", _), ("title", _), ("description", _), ("examples", _),
        ("format", _):
        return []
      case ("$ref", let name as String):
        let defs = root["$defs"] as? [String: [String: Any]] ?? [:]
        guard let target = defs[name.replacing("#/$defs/", with: "")] else {
          return ["\(place): no \(name)"]
        }
        return mistakes(value, target, at: place)
      case ("type", let type as String): return isA(type, value) ? [] : ["\(place): no \(type)"]
      case ("const", let number as Int):
        return value as? Int == number ? [] : ["\(place): not \(number)"]
      case ("minimum", let least as Int):
        return (value as? Int ?? 0) >= least ? [] : ["\(place): less"]
      case ("enum", let words as [String]):
        return words.contains(value as? String ?? "") ? [] : ["\(place): none of \(words)"]
      case ("pattern", let pattern as String):
        let text = value as? String ?? ""
        return text.range(of: pattern, options: .regularExpression) != nil
          ? [] : ["\(place): \(text)"]
      case ("minProperties", let least as Int):
        return (value as? [String: Any] ?? [:]).count >= least ? [] : ["\(place): empty"]
      case ("required", let keys as [String]):
        let object = value as? [String: Any] ?? [:]
        return keys.filter { object[$0] == nil }.map { "\(place): no \($0)" }
      case ("properties", let properties as [String: [String: Any]]):
        let object = value as? [String: Any] ?? [:]
        // Other programs ignore what they do not know; here it would be a forgotten line of the schema.
        let others =
          schema["additionalProperties"] == nil ? object.keys.filter { properties[$0] == nil } : []
        return others.map { "\(place): \($0) is not in the schema" }
          + properties.flatMap { key, inner in
            object[key].map { mistakes($0, inner, at: place + "/" + key) } ?? []
          }
      case ("additionalProperties", let inner as [String: Any]):
        return (value as? [String: Any] ?? [:]).flatMap {
          mistakes($1, inner, at: place + "/" + $0)
        }
      case ("items", let inner as [String: Any]):
        return (value as? [Any] ?? []).enumerated().flatMap {
          mistakes($1, inner, at: place + "/\($0)")
        }
      default: return ["\(place): the test does not know '\(word)'"]
      }
    }
  }

  private func isA(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean", "integer": value is NSNumber
    default: false
    }
  }

  /// What a program that relies on the old schema would miss in the new one.
  static func takenAway(from old: Any, to new: Any?, at place: String = "", key: String = "")
    -> [String]
  {
    switch (old, new) {
    case (_, nil): return ["\(place) is gone"]
    case (let old as [String: Any], let new as [String: Any]):
      return old.keys.sorted().flatMap { name -> [String] in
        ["description", "title"].contains(name) && key != "properties"
          ? [] : takenAway(from: old[name]!, to: new[name], at: place + "/" + name, key: name)
      }
    case (let old as [String], let new as [String]):
      let lost = old.filter { !new.contains($0) }.map { "\(place): \($0) is gone" }
      // A reader may rely on these words being all there are.
      let added =
        key == "enum" ? new.filter { !old.contains($0) }.map { "\(place): \($0) is new" } : []
      return lost + added
    case (let old as NSObject, let new as NSObject):
      return old == new ? [] : ["\(place) is another"]
    default: return ["\(place) has another form"]
    }
  }
}
