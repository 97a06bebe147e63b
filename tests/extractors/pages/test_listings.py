import gzip
import json

import pytest

from extractors.pages import listings
from extractors.pages.listings import Listed, read_articles, read_feed, read_sitemap
from likeness.errors import SourceDenied, SourceGone

HERE = "https://example.org/list"
A, B = "https://example.org/a", "https://example.org/b"

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Tiller</title>
<item><title>A</title><link>https://example.org/a</link><pubDate>Sun, 06 Nov 1994 08:49:37 GMT</pubDate></item>
<item><title>B</title><guid isPermaLink="true">https://example.org/b</guid></item>
<item><title>Mail</title><link>mailto:maud@example.org</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/"><title>T</title>
<link rel="self" href="/list"/><link rel="next" href="/list?page=2"/>
<entry><link rel="alternate" href="a"/><updated>1994-11-06T10:49:37+02:00</updated>
<published>1990-01-01T00:00:00Z</published></entry>
<entry><link href="/b"/><published>1990-01-01T00:00:00Z</published></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "items": [{"url": "/a", "date_modified": "1994-11-06T08:49:37Z"}, {"id": "7", "url": B}, {"id": "no url"}, "?"],
    "next_url": "https://example.org/list?page=2",
}


@pytest.mark.parametrize(
    ("content", "entries", "following"),
    [
        (RSS, [Listed(A, "1994-11-06T08:49:37Z"), Listed(B)], ""),
        (ATOM, [Listed(A, "1994-11-06T08:49:37Z"), Listed(B, "1990-01-01T00:00:00Z")], HERE + "?page=2"),
        (json.dumps(JSON_FEED), [Listed(A, "1994-11-06T08:49:37Z"), Listed(B)], HERE + "?page=2"),
        ("<rss version='2.0'><channel><title>Empty</title></channel></rss>", [], ""),
        (RSS.replace("</channel></rss>", ""), [Listed(A, "1994-11-06T08:49:37Z"), Listed(B)], ""),
    ],
)
def test_feeds(content: str, entries: list[Listed], following: str):
    assert read_feed(content.encode(), HERE) == (entries, following)


@pytest.mark.parametrize(
    "content", ["", "<html><p>Not here</p></html>", "{}", "{", '{"items": 7}', "[" * 9999, "/etc/passwd"]
)
def test_what_is_no_feed_is_one_clear_line(content: str):
    with pytest.raises(SourceGone, match="give the address of an RSS, Atom or JSON feed"):
        read_feed(content.encode(), HERE)


def sitemap(inner: str, root: str = "urlset") -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</{root}>'.encode()


PAGES = sitemap(
    f"<url><loc> {A} </loc><lastmod>1994-11-06</lastmod></url><url><loc>{B}</loc><lastmod>soon</lastmod></url>"
)
NEWS = sitemap(
    f"""<url><loc>{A}</loc><image:image xmlns:image="i"><image:loc>https://x.example/i.jpg</image:loc></image:image>
    <n:news xmlns:n="n"><n:publication_date>1994-11-06T08:49:37Z</n:publication_date></n:news></url>"""
)


@pytest.mark.parametrize(
    ("content", "pages", "sitemaps"),
    [
        (PAGES, [Listed(A, "1994-11-06T00:00:00Z"), Listed(B)], []),
        (gzip.compress(PAGES), [Listed(A, "1994-11-06T00:00:00Z"), Listed(B)], []),
        (NEWS, [Listed(A, "1994-11-06T08:49:37Z")], []),
        (sitemap(f"<sitemap><loc>{A}</loc></sitemap>", "sitemapindex"), [], [Listed(A)]),
        (sitemap(""), [], []),
        (PAGES.replace(b"</urlset>", b"<url><loc>cut o"), [Listed(A, "1994-11-06T00:00:00Z"), Listed(B)], []),
        (f"{A}\r\n{B}\nnonsense: \n".encode(), [Listed(A), Listed(B)], []),
        (RSS.encode(), [Listed(A, "1994-11-06T08:49:37Z"), Listed(B)], []),
    ],
)
def test_sitemaps(content: bytes, pages: list[Listed], sitemaps: list[Listed]):
    assert read_sitemap(content, HERE) == (pages, sitemaps)


@pytest.mark.parametrize("content", [b"", b"<html><p>Not here</p></html>", b"\x00\x01"])
def test_what_is_no_sitemap_is_one_clear_line(content: bytes):
    with pytest.raises(SourceGone, match="give the address"):
        read_sitemap(content, HERE)


def test_a_sitemap_does_not_read_files_of_this_machine_nor_grow_without_end(monkeypatch: pytest.MonkeyPatch):
    entities = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};&l{n - 1};&l{n - 1};">' for n in range(1, 30))
    doctype = f'<!DOCTYPE u [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY l0 "lol">{entities}]>'
    body = (
        "<urlset><url><loc>https://example.org/&f;</loc></url><url><loc>https://example.org/&l29;</loc></url></urlset>"
    )
    pages, _ = read_sitemap((doctype + body).encode(), HERE)
    assert {page.url for page in pages} <= {"https://example.org/"}
    monkeypatch.setattr(listings, "LARGEST_SITEMAP", 1000)
    with pytest.raises(SourceDenied, match="unpacks to more than 1,000 bytes"):
        read_sitemap(gzip.compress(bytes(10_000)), HERE)


@pytest.mark.parametrize(
    ("content", "entries"),
    [
        (
            b'{"articles": [{"url": "https://example.org/a", "seendate": "19941106T084937Z"}]}',
            [Listed(A, "1994-11-06T08:49:37Z")],
        ),
        (rb'{"articles": [{"url": "https://example.org/a", "title": "50\% of \" clocks\u00e9"}]}', [Listed(A)]),
        (b'{"articles": [{"title": "no url"}, {"url": "ftp://example.org/"}]}', []),
        (b"{}", []),
        (b"", []),
    ],
)
def test_answers_of_gdelt(content: bytes, entries: list[Listed]):
    assert read_articles(content, HERE) == entries


@pytest.mark.parametrize("content", [b"Your query was too short or too long.\n", b"[]", b"<html>Down</html>"])
def test_what_gdelt_did_not_understand_is_one_clear_line(content: bytes):
    with pytest.raises(SourceGone, match="GDELT answers"):
        read_articles(content, HERE)
