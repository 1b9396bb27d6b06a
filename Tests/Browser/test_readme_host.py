"""The nginx configuration of README.md, as it stands there, serves the site under a sub-path."""

import re

import pytest
from conftest import ROOT, nginx

FRAME = """daemon off;
@USER@
pid @WORK@/nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path @WORK@/client_body;
  proxy_temp_path @WORK@/proxy;
  fastcgi_temp_path @WORK@/fastcgi;
  uwsgi_temp_path @WORK@/uwsgi;
  scgi_temp_path @WORK@/scgi;
  %s
}
"""


@pytest.fixture(scope="module")
def address(site, work):
    server, location, *_ = re.findall(r"```nginx\n(.*?)```", (ROOT / "README.md").read_text(), re.S)
    server = server.rstrip().removesuffix("}") + location + "}\n"
    server = server.replace("listen 80;", "listen 127.0.0.1:@PORT@;").replace("/srv/help", str(site))
    with nginx(FRAME % server, work) as address:
        yield address


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/help", 301, "/help/"),
        ("/help?from=mail", 301, "/help/?from=mail"),
        ("/help/", 200, None),
        ("/help/ko", 301, "/help/ko/"),
        ("/help/ko/", 200, None),
        ("/help/none/", 404, None),
        ("/helpless", 404, None),
        ("/ko", 301, "/ko/"),
        ("/ko/", 200, None),
    ],
)
def test_every_address_leads_to_its_page(page, address, path, status, location):
    answer = page.request.get(address + path, max_redirects=0)
    assert (answer.status, answer.headers.get("location")) == (status, location)
