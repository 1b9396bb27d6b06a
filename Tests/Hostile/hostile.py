"""Requests that no browser sends, each with the answers that are right: an own status, or `CLOSED`, the
end of the connection without a word. A browser's own request stands between them, to see that the
server goes on."""

CLOSED = 0
#: The preview's own name; the runner puts the port in its place.
HOST = b"Host: localhost:PORT\r\n"


def get(target, *headers, version=b"HTTP/1.1", method=b"GET", host=HOST):
    lines = b"".join(header + b"\r\n" for header in headers)
    return method + b" " + target + b" " + version + b"\r\n" + host + lines + b"\r\n"


def table():
    """(name, bytes, allowed answers) of every request."""
    cases = []

    def add(name, data, *answers):
        cases.append((name, data, answers))

    # Ways out of the site.
    marker = b"secret.txt"
    for up in (
        b"..", b"%2e%2e", b"%2E%2E", b".%2e", b"%2e.", b"..%2f..", b"%2e%2e%2f", b"..%5c", b"..\\",
        b"%252e%252e", b"%c0%ae%c0%ae", b"%e0%80%ae%e0%80%ae", b"..;", b"..%00", b"%u002e%u002e",
        b"....", b"..%c0%af", b"..%ef%bc%8f", b"%ef%bc%8e%ef%bc%8e", b".", b"%2e",
    ):
        for path in (b"/" + up + b"/" + marker, b"/en/" + up + b"/" + up + b"/" + up + b"/etc/passwd",
                     b"/assets/" + up + b"/" + up + b"/Content/site.yaml"):
            add(f"climbs: {path}", get(path), 400, 404)
    for path in (
        b"/Content/site.yaml", b"/Templates/home.mustache", b"/.git/config", b"/secret.txt",
        b"/etc/passwd", b"//etc/passwd", b"/file:///etc/passwd", b"/proc/self/environ", b"/.env",
        b"/en/acme/start/draft/", b"/.site.next/404.html", b"/.site.lock", b"/%2Fetc%2Fpasswd",
        b"/en%2f..%2f..%2fsecret.txt", b"/%00", b"/index.html%00.txt", b"/en/%00/", b"/%", b"/%4",
        b"/%zz", b"/%FF%FE", b"/a%0d%0aSet-Cookie:%20a=b", b"/%E2%80%AE", b"/" + b"a/" * 2000,
        b"/" + b"%61" * 5000, b"/CON", b"/aux.html", b"/en/index.html::$DATA", b"/en/acme/./start/",
        b"///", b"/en//acme/", b"/~root/", b"/en/;a=b/", b"/<script>alert(1)</script>",
        b"/en/?<script>", b"/%3Cscript%3E", b"/_headers/..", b"/404.html/", b"/sw.js/..%2f",
    ):
        add(f"asks for {path[:40]}", get(path), 200 if path == b"/en/?<script>" else 404, 400, 404)

    # Whom it is for.
    for name, host, answers in (
        ("no Host", b"", (400,)),
        ("an empty Host", b"Host:\r\n", (400,)),
        ("two Hosts", HOST + HOST, (400,)),
        ("two Hosts, one foreign", HOST + b"Host: evil.example\r\n", (400,)),
        ("a foreign Host", b"Host: evil.example\r\n", (421,)),
        ("a foreign Host with the port", b"Host: evil.example:PORT\r\n", (421,)),
        ("a Host that begins like ours", b"Host: localhost.evil.example\r\n", (421,)),
        ("a Host that ends like ours", b"Host: evillocalhost\r\n", (421,)),
        ("a Host with a user", b"Host: localhost@evil.example\r\n", (400, 421)),
        ("a Host with a path", b"Host: localhost/evil\r\n", (400, 421)),
        ("a Host with a space", b"Host: local host\r\n", (400,)),
        ("a Host with a comma", b"Host: localhost, evil.example\r\n", (400,)),
        ("a Host with a port that is none", b"Host: localhost:http\r\n", (400,)),
        ("a Host with a port too large", b"Host: localhost:99999\r\n", (400,)),
        ("a Host with a quote", b'Host: "localhost"\r\n', (400,)),
        ("a Host in brackets", b"Host: [localhost]\r\n", (400,)),
        ("a Host in brackets not closed", b"Host: [::1\r\n", (400,)),
        ("a Host of dots", b"Host: ...\r\n", (400, 421)),
        ("a Host in Cyrillic", b"Host: l\xd0\xbecalhost\r\n", (400,)),
        ("a Host with a NUL", b"Host: local\x00host\r\n", (400, CLOSED)),
        ("a Host folded over two lines", b"Host: localhost\r\n .evil.example\r\n", (400, 421, CLOSED)),
        ("a Host with a space before its colon", b"Host : localhost\r\n", (400, CLOSED)),
        ("a Host of 60,000 letters", b"Host: " + b"a" * 60000 + b"\r\n", (400, 421, 431, CLOSED)),
        ("a name of the address's own", b"Host: 127.0.0.1:PORT\r\n", (200,)),
        ("an address of another", b"Host: 10.0.0.1\r\n", (200,)),
        ("localhost with a dot", b"Host: localhost.\r\n", (200,)),
        ("localhost in capitals", b"Host: LOCALHOST\r\n", (200,)),
    ):
        add(name, get(b"/en/", host=host), *answers)
    for target, answers in (
        (b"http://evil.example/en/", (421,)), (b"http://localhost:PORT/en/", (200,)),
        (b"HTTP://LOCALHOST/en/", (200, 400, CLOSED)), (b"http:///en/", (400, 421, CLOSED)),
        (b"http://evil.example", (421, 400)), (b"file:///etc/passwd", (400, 404, 421, CLOSED)),
        (b"http://localhost@evil.example/", (400, 421, CLOSED)), (b"*", (400, 404, 405, CLOSED)),
        (b"evil.example:443", (400, 404, CLOSED)), (b"en/", (400, 404, CLOSED)),
        (b"?a", (400, 404, CLOSED)), (b"#a", (400, 404, CLOSED)), (b"\\en\\", (400, 404, CLOSED)),
    ):
        add(f"the target {target}", get(target), *answers)
    for method in (
        b"POST", b"PUT", b"DELETE", b"PATCH", b"OPTIONS", b"TRACE", b"CONNECT", b"PROPFIND", b"MKCOL",
        b"MOVE", b"COPY", b"LOCK", b"PURGE", b"DEBUG",
    ):
        add(f"the method {method}", get(b"/en/", method=method), 405, 400, CLOSED)
    for method in (b"get", b"G ET", b"G\x00T", b"", b"GET\t", b"A" * 5000):
        add(f"a method that is none: {method[:10]}", get(b"/en/", method=method), 400, 405, CLOSED)

    # Lines that are none.
    for name, data in (
        ("a version that is none", get(b"/en/", version=b"HTTP/9.9")),
        ("a version of one part", get(b"/en/", version=b"HTTP/1")),
        ("no version", b"GET /en/\r\n" + HOST + b"\r\n"),
        ("a version in small letters", get(b"/en/", version=b"http/1.1")),
        ("HTTP/2 in the open", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        ("a handshake of TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200),
        ("nothing but zeros", b"\x00" * 4096),
        ("nothing but ones", b"\xff" * 4096),
        ("nothing but line ends", b"\r\n" * 4096),
        ("a greeting of SSH", b"SSH-2.0-OpenSSH_9.0\r\n"),
        ("a redis command", b"*1\r\n$4\r\nPING\r\n"),
        ("a header without a colon", get(b"/en/", b"nonsense")),
        ("a header without a name", get(b"/en/", b": a")),
        ("a header with a NUL", get(b"/en/", b"X-A: a\x00b")),
        ("a name with a space", get(b"/en/", b"X A: b")),
        ("a name with a line feed", get(b"/en/", b"X-A\n: b")),
        ("a lone carriage return", get(b"/en/", b"X-A: b\rX-B: c")),
        ("a line of 100,000 letters", get(b"/en/", b"X-A: " + b"a" * 100000)),
        ("10,000 headers", get(b"/en/", *[b"X-%d: a" % n for n in range(10000)])),
        ("a target of 100,000 letters", get(b"/" + b"a" * 100000)),
        ("a query of 100,000 letters", get(b"/en/?" + b"a" * 100000)),
    ):
        add(name, data, 200, 400, 404, 405, 414, 431, 505, CLOSED)

    # Bodies, and where one request ends.
    for name, headers, body, answers in (
        ("a body that nobody asked for", [b"Content-Length: 5"], b"hello", (200,)),
        ("a body of 10 GB announced", [b"Content-Length: 10000000000"], b"", (413,)),
        ("a length that no number holds", [b"Content-Length: 99999999999999999999999"], b"",
         (400, 413, CLOSED)),
        ("a length below zero", [b"Content-Length: -1"], b"", (400, CLOSED)),
        ("a length with a plus", [b"Content-Length: +5"], b"hello", (400, 200, CLOSED)),
        ("a length in hexadecimal", [b"Content-Length: 0x5"], b"hello", (400, CLOSED)),
        ("two lengths", [b"Content-Length: 5", b"Content-Length: 6"], b"hello!", (400, CLOSED)),
        ("two lengths in one", [b"Content-Length: 5, 6"], b"hello!", (400, CLOSED)),
        ("a length and chunks", [b"Content-Length: 5", b"Transfer-Encoding: chunked"],
         b"0\r\n\r\n", (400, 200, CLOSED)),
        ("chunks twice", [b"Transfer-Encoding: chunked, chunked"], b"0\r\n\r\n", (400, 200, 501, CLOSED)),
        ("chunks and something else", [b"Transfer-Encoding: chunked, gzip"], b"0\r\n\r\n",
         (400, 501, 200, CLOSED)),
        ("chunks with a tab", [b"Transfer-Encoding:\tchunked"], b"0\r\n\r\n", (400, 200, CLOSED)),
        ("chunks that are none", [b"Transfer-Encoding: xchunked"], b"0\r\n\r\n", (400, 200, 501, CLOSED)),
        ("a chunk of a size that no number holds", [b"Transfer-Encoding: chunked"],
         b"FFFFFFFFFFFFFFFFF\r\n", (400, CLOSED)),
        ("a chunk of a size below zero", [b"Transfer-Encoding: chunked"], b"-1\r\n", (400, CLOSED)),
        ("a chunk with a long note", [b"Transfer-Encoding: chunked"],
         b"0;" + b"a" * 100000 + b"\r\n\r\n", (200, 400, 431, CLOSED)),
        ("a body of 1 MB in chunks", [b"Transfer-Encoding: chunked"],
         (b"10000\r\n" + b"a" * 65536 + b"\r\n") * 16 + b"0\r\n\r\n", (413,)),
        ("it asks to go on", [b"Expect: 100-continue", b"Content-Length: 3"], b"abc", (200,)),
        ("it expects what nobody has", [b"Expect: a-miracle"], b"", (200, 417, 400)),
        ("it wants to upgrade", [b"Connection: Upgrade", b"Upgrade: websocket"], b"", (200, 400)),
        ("it wants HTTP/2", [b"Connection: Upgrade, HTTP2-Settings", b"Upgrade: h2c",
                             b"HTTP2-Settings: AAMAAABkAAQAAP__"], b"", (200, 400)),
    ):
        add(name, get(b"/en/", *headers) + body, *answers)
    add("a request within a body", get(b"/en/", b"Content-Length: 40")
        + get(b"/secret.txt")[:40].ljust(40), 200)

    # Headers that a file's answer looks at.
    for value in (
        b"bytes=0-", b"bytes=5-2", b"bytes=-0", b"bytes=99999999-", b"bytes=a-b", b"bytes=0-0,1-1,2-2",
        b"bytes=" + b"0-1," * 5000, b"lines=1-2", b"bytes=-99999999999999999999",
        b"bytes=18446744073709551615-18446744073709551616", b"bytes=--1", b"", b"bytes",
    ):
        add(f"the range {value[:30]}", get(b"/en/index.html", b"Range: " + value),
            200, 206, 400, 416, 431, CLOSED)
    for value in (b"*", b'"' + b"a" * 60000, b'W/"', b'"a", "b", ' * 3000, b"\xff\xfe", b'W/W/"a"'):
        add(f"if none match {value[:20]}", get(b"/en/index.html", b"If-None-Match: " + value),
            200, 304, 400, 431, CLOSED)
    for origin in (b"http://evil.example", b"null", b"https://localhost.evil.example", b"file://",
                   b"http://evil.example\r\nOrigin: http://localhost:PORT"):
        add(f"listens from {origin[:30]}", get(b"/.helpcenter/events", b"Origin: " + origin), 403, 404, 400)
    add("a HEAD of the stream", get(b"/.helpcenter/events", method=b"HEAD"), 404, 405)
    add("500 requests at once", get(b"/en/") * 500, 200)
    add("a request in HTTP/1.0", get(b"/en/", version=b"HTTP/1.0", host=b""), 200)
    return cases
