import Contacts

/// The JSON Schema of `contacts.json` (draft 2020-12), published beside it: what another program may
/// rely on.
///
/// Within a version keys and kinds are added; none is removed, none that is required becomes optional,
/// and the words of `confidence`, `status`, `audience` and `holidays` stay as they are.
/// `ContactsSchemaTests` holds it against the last published one.
enum ContactsSchema {
  static let path = "contacts.schema.json"

  static var json: String {
    JSONText.record([
      "$schema": .text("https://json-schema.org/draft/2020-12/schema"),
      "title": .text("Official contacts"),
      "description": .text(
        "Version 1. Ignore keys and kinds that you do not know: they may be added. Decide the mark of "
          + "a value on your own day: a status that is not active wins, then 'unverified', then a "
          + "value is old when the last day that 'verified' can mean lies more than "
          + "'stale-after-days' days back. Never make a link of a value that is unverified, suspended "
          + "or retired. Ids and keys are stable."),
      "type": .text("object"),
      "required": .texts(["version", "stale-after-days", "exchanges", "emergency", "fakes"]),
      "properties": .record([
        "$schema": string, "version": .record(["const": .number(1)]),
        "stale-after-days": .record(["type": .text("integer"), "minimum": .number(1)]),
        "exchanges": list(of: "exchange"), "emergency": list(of: "country"),
        "fakes": list(of: "fake"),
      ]),
      "$defs": .record([
        "texts": texts, "pages": pages, "date": date, "partial-date": partialDate,
        "confidence": choice(Confidence.self), "channel-kind": kinds(ChannelKind.self),
        "foreign-text": object(["text": string, "lang": string], optional: ["gloss": texts]),
        "exchange": exchange, "country": country, "domain": domain, "absent": absent,
        "channel": channel, "values": values, "hours": hours, "suspension": suspension,
        "fake": fake,
      ]),
    ]).json
  }

  // MARK: Things

  private static let exchange = object(
    [
      "id": string, "kind": string, "name": reference("texts"), "pages": reference("pages"),
      "domains": list(of: "domain"), "channels": list(of: "channel"), "absent": list(of: "absent"),
    ], optional: ["site": string, "time-zone": string])

  private static let country = object(
    [
      "id": string, "name": reference("texts"), "time-zone": string, "pages": reference("pages"),
      "channels": list(of: "channel"),
    ], optional: [:])

  private static let domain = object(
    [
      "host": string, "subdomains": .record(["type": .text("boolean")]),
      "role": reference("texts"), "status": choice(OfficialDomain.Status.self),
      "confidence": reference("confidence"), "verified": reference("partial-date"),
      "source": reference("texts"),
    ], optional: [:])

  private static let absent = object(
    ["kind": reference("channel-kind"), "name": reference("texts"), "note": reference("texts")],
    optional: [:])

  private static let channel = object(
    [
      "id": string, "key": string, "kind": reference("channel-kind"), "name": reference("texts"),
      "values": reference("values"), "audience": choice(Channel.Audience.self),
      "pages": reference("pages"), "status": choice(Channel.Status.self),
      "confidence": reference("confidence"), "verified": reference("partial-date"),
      "source": reference("texts"),
    ],
    optional: [
      "languages": strings, "hours": reference("hours"), "suspended-until": reference("date"),
      "suspended": reference("suspension"),
    ])

  private static let values = JSONText.record([
    "type": .text("object"), "minProperties": .number(1),
    "properties": .record([
      "dial": string, "international": string, "url": string, "address": string, "handle": string,
      "path": reference("foreign-text"), "place": reference("foreign-text"),
    ]),
  ])

  private static let hours = object(
    ["holidays": choice(ServiceHours.OnHolidays.self)],
    optional: [
      "answer": strings, "intake": strings, "note": reference("texts"),
      "confidence": reference("confidence"), "verified": reference("partial-date"),
      "source": reference("texts"),
    ])

  private static let suspension = object(
    ["since": reference("partial-date"), "source": reference("texts")],
    optional: [
      "until": reference("date"), "instead": string, "reason": reference("texts"),
    ])

  private static let fake = object(
    [
      "kind": kinds(KnownFake.Kind.self), "value": string, "imitates": string,
      "confidence": reference("confidence"), "verified": reference("partial-date"),
      "source": reference("texts"),
    ], optional: ["note": reference("texts")])

  // MARK: Forms

  private static let string = JSONText.record(["type": .text("string")])
  private static let strings = JSONText.record(["type": .text("array"), "items": string])
  /// A text in each language of the site.
  private static let texts = JSONText.record([
    "type": .text("object"), "minProperties": .number(1), "additionalProperties": string,
  ])
  /// A page in each language: relative addresses, from the folder of the file.
  private static let pages = JSONText.record([
    "type": .text("object"), "minProperties": .number(1),
    "additionalProperties": .record([
      "type": .text("string"), "format": .text("uri-reference"),
    ]),
  ])
  private static let date = JSONText.record([
    "type": .text("string"), "pattern": .text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
  ])
  private static let partialDate = JSONText.record([
    "type": .text("string"), "pattern": .text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
  ])

  private static func reference(_ name: String) -> JSONText {
    .record(["$ref": .text("#/$defs/" + name)])
  }

  private static func list(of name: String) -> JSONText {
    .record(["type": .text("array"), "items": reference(name)])
  }

  private static func object(
    _ required: KeyValuePairs<String, JSONText>, optional: KeyValuePairs<String, JSONText>
  ) -> JSONText {
    .record([
      "type": .text("object"), "required": .texts(required.map(\.key)),
      "properties": .object(required.map { ($0, $1) } + optional.map { ($0, $1) }),
    ])
  }

  /// Words that stay as they are within a version.
  private static func choice<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type
  ) -> JSONText {
    .record(["enum": .texts(Value.allCases.map(\.rawValue))])
  }

  /// Words to which others may be added.
  private static func kinds<Value: RawRepresentable<String> & CaseIterable>(
    _ type: Value.Type
  ) -> JSONText {
    .record(["type": .text("string"), "examples": .texts(Value.allCases.map(\.rawValue))])
  }
}
