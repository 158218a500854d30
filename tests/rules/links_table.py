"""Links that are one page, links that are two, and what is no link; each with where it is from."""

from typing import NamedTuple

from bot.links import Refusal


class Same(NamedTuple):
    """Links to one page."""

    source: str
    links: tuple[str, ...]


class Different(NamedTuple):
    """Links to pages of which no two are the same."""

    source: str
    links: tuple[str, ...]


class Refused(NamedTuple):
    """Texts that are refused for one reason."""

    source: str
    reason: Refusal
    texts: tuple[str, ...]


VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"

SAME = [
    Same(
        "RFC 3986 §6.2.2: case, percent-encoding and dot segments",
        (
            "https://example.org/page",
            "HTTPS://EXAMPLE.ORG/page",
            "https://example.org/%70age",
            "https://example.org/other/../page",
            "https://example.org/./page",
            "https://example.org/other/%2E%2e/page",
            "https://example.org/../page",
        ),
    ),
    Same(
        "RFC 3986 §6.2.3 and WHATWG URL: default ports, an empty port, query or fragment",
        (
            "https://example.org/page",
            "https://example.org:443/page",
            "http://example.org:80/page",
            "https://example.org:/page",
            "https://example.org./page",
            "https://example.org/page?",
            "https://example.org/page#",
            "https://example.org/page?&",
        ),
    ),
    Same(
        "karakeep #859, lobsters: http and https are one page",
        ("https://example.org/page", "http://example.org/page"),
    ),
    Same(
        "linkding #957 and #1163, karakeep #864: a slash at the end",
        (
            "https://example.org/page",
            "https://example.org/page/",
            "https://example.org/page//",
            "https://example.org//page",
        ),
    ),
    Same(
        "linkding #957: the order of parameters",
        (
            "https://example.org/a?x=1&y=2",
            "https://example.org/a?y=2&x=1",
            "https://example.org/a/?y=2&&x=1&",
        ),
    ),
    Same(
        "lobsters: www; phones' hosts, as they are linked to from phones",
        (
            "https://example.org/page",
            "https://www.example.org/page",
            "https://m.example.org/page",
            "https://mobile.example.org/page",
            "https://www.m.example.org/page",
        ),
    ),
    Same(
        "Wikimedia's hosts for phones, and its share button",
        (
            "https://fi.wikipedia.org/wiki/Oppiminen",
            "https://fi.m.wikipedia.org/wiki/Oppiminen",
            "https://fi.m.wikipedia.org/wiki/Oppiminen?wprov=sfla1#Historia",
        ),
    ),
    Same(
        "As people type and paste",
        (
            "https://example.org/page",
            "example.org/page",
            "//example.org/page",
            "www.example.org/page",
            "  https://example.org/page\n",
            "<https://example.org/page>",
            "< example.org/page >",
        ),
    ),
    Same(
        "lobsters: fragments; Scroll to Text Fragment",
        (
            "https://example.org/page",
            "https://example.org/page#section-2",
            "https://example.org/page#:~:text=some%20words",
            "https://example.org/page#section-2:~:text=some,words",
        ),
    ),
    Same(
        "A page by its domain alone; an empty route is where the routes begin",
        (
            "https://example.org",
            "https://example.org/",
            "https://example.org/#top",
            "https://example.org/#",
            "https://example.org/#!",
            "https://example.org/#/",
            "example.org",
        ),
    ),
    Same(
        "Routes behind #",
        (
            "https://example.org/#/one",
            "https://example.org/#/one/",
            "https://example.org/#/one:~:text=words",
            "https://example.org/?utm_source=x#/one?utm_medium=y",
        ),
    ),
    Same(
        "RFC 3986 §2.3: unreserved marks; RFC 2396 §2.3 had these too",
        (
            "https://example.org/a-b.c_d~e!f'(g)*",
            "https://example.org/a%2Db%2Ec%5Fd%7Ee%21f%27%28g%29%2A",
        ),
    ),
    Same(
        "RFC 3986 §3.3: these need no encoding in a path",
        (
            "https://example.org/@aino/a,b:c$d",
            "https://example.org/%40aino/a%2Cb%3Ac%24d",
        ),
    ),
    Same(
        "RFC 3987 §3.1: letters beyond ASCII are UTF-8",
        (
            "https://example.org/ä?ö=å#x",
            "https://example.org/%C3%A4?%C3%B6=%c3%a5",
            "https://example.org/%c3%a4?%c3%b6=%C3%A5",
        ),
    ),
    Same(
        "WHATWG URL, application/x-www-form-urlencoded: a space, brackets, slashes",
        (
            "https://example.org/a?q=two+words&x[]=/?",
            "https://example.org/a?q=two%20words&x%5B%5D=%2F%3F",
            "https://example.org/a?x%5b%5d=%2f%3f&q=two%20words",
        ),
    ),
    Same(
        "UTS 46: names in other scripts",
        (
            "https://bücher.example",
            "https://BÜCHER.example/",
            "https://xn--bcher-kva.example",
            "https://XN--BCHER-KVA.example",
            "https://bücher。example",
        ),
    ),
    Same(
        "RFC 5952: IPv6 addresses",
        (
            "https://[2001:db8::1]/x",
            "https://[2001:DB8:0::1]/x",
            "https://[2001:0db8:0000:0000:0000:0000:0000:0001]:443/x",
        ),
    ),
    Same(
        "WHATWG URL: IPv4 within IPv6",
        ("https://[::ffff:1.2.3.4]/", "https://[::FFFF:102:304]/"),
    ),
    Same(
        "A port that matters",
        (
            "https://example.org:8080/x",
            "http://example.org:8080/x/",
            "https://www.example.org:8080/x",
            "example.org:8080/x",
        ),
    ),
    Same(
        "ClearURLs, AdGuard, Brave, Firefox, linkding #1011, karakeep #633: trackers everywhere",
        (
            "https://example.org/page",
            "https://example.org/page?utm_source=x&utm_medium=y&utm_campaign=z",
            "https://example.org/page?utm_whatever_comes_next=x",
            "https://example.org/page?UTM_SOURCE=x",
            "https://example.org/page?%75tm_source=x",
            "https://example.org/page?utm_source",
            "https://example.org/page?fbclid=x",
            "https://example.org/page?gclid=x&gclsrc=y&dclid=z&gbraid=a&wbraid=b&gad_source=1",
            "https://example.org/page?msclkid=x&yclid=y&twclid=z&ttclid=a&li_fat_id=b",
            "https://example.org/page?mc_cid=x&mc_eid=y&mkt_tok=z&vero_id=a&_kx=b&__s=c",
            "https://example.org/page?igshid=x&igsh=y&mibextid=z",
            "https://example.org/page?_hsenc=x&_hsmi=y&__hstc=z&hsCtaTracking=a&hsa_cam=b",
            "https://example.org/page?pk_campaign=x&mtm_campaign=y&matomo_source=z",
            "https://example.org/page?srsltid=x&_ga=y&_gl=z&_branch_match_id=a",
            "https://example.org/page?WT.mc_id=x&wt_mc=y&xtor=z&cmpid=a&s_cid=b",
            "https://example.org/page?fb_action_ids=x&__cft__[0]=y&__twitter_impression=true",
            "https://example.org/page?oly_enc_id=x&ml_subscriber=y&rb_clickid=z&wickedid=a",
        ),
    ),
    Same(
        "ClearURLs: what was added to a link that had a ? already, or was copied from HTML",
        (
            "https://example.org/page?id=1&x=2",
            "https://example.org/page?id=1&x=2&?utm_source=y",
            "https://example.org/page?id=1&amp;x=2",
            "https://example.org/page?id=1&amp;x=2&amp;utm_source=y&amp;utm_medium=z",
        ),
    ),
    Same(
        "Nutch and other crawlers: sessions",
        (
            "https://example.org/page",
            "https://example.org/page;jsessionid=0A1B2C",
            "https://example.org/page?PHPSESSID=0a1b2c",
        ),
    ),
    Same(
        "AMP: cache and viewer",
        (
            "https://www.example.org/news/story",
            "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/story",
            "https://www-example-org.cdn.ampproject.org/c/www.example.org/news/story",
            "https://example-org.cdn.ampproject.org/v/s/www.example.org/news/story?amp_js_v=0.1#aoh=1",
            "https://example-org.cdn.ampproject.org/v/s/example.org/news/story?usqp=mq331AQ#referrer=x",
            "https://www-example-org.cdn.ampproject.org/wp/s/www.example.org/news/story",
            "https://cdn.ampproject.org/c/s/www.example.org/news/story/amp/",
            "https://www-example-org.bing-amp.com/c/s/www.example.org/news/story",
            "https://www.google.com/amp/s/www.example.org/news/story",
            "https://www.google.com/amp/www.example.org/news/story",
            "https://www.google.fi/amp/s/amp.example.org/news/story.amp",
            "https://google.co.uk/amp/s/m.example.org/news/story/amp?amp=1",
            "https://www.google.com/amp/s/example-org.cdn.ampproject.org/c/s/example.org/news/story",
        ),
    ),
    Same(
        "AMP: the pages themselves",
        (
            "https://www.example.org/news/story",
            "https://amp.example.org/news/story",
            "https://amp.www.example.org/news/story",
            "https://www.example.org/news/story/amp",
            "https://www.example.org/news/story/amp/",
            "https://www.example.org/news/story.amp",
            "https://www.example.org/news/story?amp",
            "https://www.example.org/news/story?amp=",
            "https://www.example.org/news/story?amp=1",
            "https://www.example.org/news/story?amp=true",
            "https://www.example.org/news/story?outputType=amp",
            "https://www.example.org/news/story/amp/?outputType=amp&amp=1",
        ),
    ),
    Same(
        "AMP: before .html",
        ("https://example.org/story.html", "https://example.org/story.amp.html"),
    ),
    Same(
        "YouTube's forms; lobsters, ClearURLs, karakeep #1873",
        (
            VIDEO,
            "https://youtu.be/dQw4w9WgXcQ",
            "https://youtu.be/dQw4w9WgXcQ?si=abc&t=42",
            "https://youtu.be/dQw4w9WgXcQ?feature=shared",
            "https://m.youtube.com/watch?v=dQw4w9WgXcQ&t=42s",
            "https://music.youtube.com/watch?v=dQw4w9WgXcQ",
            "https://www.youtube.com/watch?app=desktop&v=dQw4w9WgXcQ&feature=share",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&pp=ygU&ab_channel=Aino&start_radio=1",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=WL&index=55",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&list=RDdQw4w9WgXcQ",
            "https://youtube.com/shorts/dQw4w9WgXcQ",
            "https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1",
            "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
            "https://www.youtube.com/live/dQw4w9WgXcQ?feature=share",
            "https://www.youtube.com/v/dQw4w9WgXcQ",
        ),
    ),
    Same(
        "YouTube's lists; lobsters",
        (
            "https://www.youtube.com/playlist?list=PLabc",
            "https://youtube.com/playlist?list=PLabc&si=x&index=1",
            "https://www.youtube.com/embed/videoseries?list=PLabc",
            "https://music.youtube.com/playlist?list=PLabc",
        ),
    ),
    Same("YouTube's channels", ("https://www.youtube.com/@aino", "https://youtube.com/@aino?si=x")),
    Same(
        "Spotify's share button; ClearURLs",
        (
            "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk",
            "https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk?si=abc&context=x",
            "https://open.spotify.com/intl-fi/episode/4rOoJ6Egrf8K2IrywzwOMk",
            "https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk?utm_source=generator",
        ),
    ),
    Same(
        "Amazon's products; ClearURLs, Firefox",
        (
            "https://www.amazon.de/dp/0131103628",
            "https://www.amazon.de/dp/0131103628/ref=sr_1_1?crid=X&keywords=c&qid=1&sr=8-1",
            "https://www.amazon.de/-/en/Brian-Kernighan/dp/0131103628/?th=1&psc=1",
            "https://www.amazon.de/Programming-Language/dp/0131103628/ref=mp_s_a_1_1/262-123",
            "https://www.amazon.de/gp/product/0131103628?pd_rd_w=x&tag=someone-21",
            "https://www.amazon.de/gp/aw/d/0131103628",
            "https://smile.amazon.de/dp/0131103628",
        ),
    ),
    Same(
        "Amazon's other pages; ClearURLs",
        (
            "https://www.amazon.co.uk/gp/bestsellers/books",
            "https://www.amazon.co.uk/gp/bestsellers/books/ref=zg_bs?pf_rd_p=x",
        ),
    ),
    Same(
        "Twitter and X; ClearURLs, Brave, and hosts that mend its previews in Discord",
        (
            "https://x.com/aino/status/1234567890123456789",
            "https://twitter.com/aino/status/1234567890123456789",
            "https://twitter.com/aino/status/1234567890123456789?s=20&t=abc",
            "https://mobile.twitter.com/aino/status/1234567890123456789?ref_src=twsrc%5Etfw",
            "https://twitter.com/Aino/statuses/1234567890123456789",
            "https://x.com/i/web/status/1234567890123456789",
            "https://x.com/aino/status/1234567890123456789/photo/1",
            "https://fxtwitter.com/aino/status/1234567890123456789",
            "https://vxtwitter.com/aino/status/1234567890123456789",
        ),
    ),
    Same("A profile on X", ("https://twitter.com/aino?s=21&t=x", "https://x.com/aino")),
    Same(
        "LinkedIn; ClearURLs",
        (
            "https://www.linkedin.com/in/aino",
            "https://fi.linkedin.com/in/aino/",
            "https://www.linkedin.com/in/aino?trk=x&originalSubdomain=fi&lipi=urn%3Ali%3Apage",
        ),
    ),
    Same(
        "LinkedIn's posts",
        (
            "https://www.linkedin.com/feed/update/urn:li:activity:7012345678901234567/",
            "https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7012345678901234567",
            "https://www.linkedin.com/posts/aino_words-activity-7012345678901234567-AbCd?rcm=x",
            "https://www.linkedin.com/posts/aino-activity-7012345678901234567?utm_source=share",
        ),
    ),
    Same(
        "LinkedIn Learning; ClearURLs",
        (
            "https://www.linkedin.com/learning/excel-essential-training",
            "https://www.linkedin.com/learning/excel-essential-training?u=12345&trk=x",
        ),
    ),
    Same(
        "Instagram; ClearURLs, Brave",
        (
            "https://www.instagram.com/p/CabcDEF-123/",
            "https://www.instagram.com/p/CabcDEF-123/?igsh=x&img_index=2",
            "https://www.instagram.com/reel/CabcDEF-123/?igshid=x",
            "https://instagram.com/aino.k/p/CabcDEF-123",
        ),
    ),
    Same(
        "Facebook; ClearURLs",
        (
            "https://www.facebook.com/groups/123/posts/456",
            "https://m.facebook.com/groups/123/posts/456/?ref=share&mibextid=x",
            "https://fi-fi.facebook.com/groups/123/posts/456?__cft__[0]=x&__tn__=%2CO",
            "https://mbasic.facebook.com/groups/123/posts/456?_rdr",
            "https://fb.com/groups/123/posts/456?rdid=x&share_url=y",
        ),
    ),
    Same(
        "Reddit; ClearURLs, linkding #1011",
        (
            "https://www.reddit.com/r/learnpython/comments/abc123/some_title/",
            "https://old.reddit.com/r/learnpython/comments/abc123/some_title/",
            "https://www.reddit.com/r/learnpython/comments/abc123/?share_id=x&utm_name=y&rdt=1",
            "https://np.reddit.com/r/learnpython/comments/abc123",
            "https://reddit.com/comments/abc123",
            "https://redd.it/abc123",
        ),
    ),
    Same(
        "One comment on Reddit",
        (
            "https://www.reddit.com/r/learnpython/comments/abc123/some_title/def456/?context=3",
            "https://www.reddit.com/r/learnpython/comments/abc123/comment/def456/",
        ),
    ),
    Same(
        "TikTok; ClearURLs",
        (
            "https://www.tiktok.com/@aino/video/7012345678901234567",
            "https://www.tiktok.com/@aino/video/7012345678901234567?_t=x&_r=1&is_from_webapp=1",
            "https://m.tiktok.com/@aino/video/7012345678901234567?lang=fi",
        ),
    ),
    Same(
        "Medium; ClearURLs",
        (
            "https://medium.com/@aino/some-title-0123456789ab",
            "https://medium.com/@aino/some-title-0123456789ab?source=friends_link&sk=x",
            "https://aino.medium.com/some-title-0123456789ab",
            "https://aino.medium.com/an-older-title-0123456789ab#4f2c",
            "https://medium.com/p/0123456789ab",
        ),
    ),
    Same(
        "GitHub; ClearURLs, and the tab it opens by itself",
        (
            "https://github.com/aino/tools",
            "https://github.com/aino/tools.git",
            "https://github.com/aino/tools?tab=readme-ov-file#install",
            "https://github.com/aino/tools?email_token=x&email_source=y",
        ),
    ),
    Same(
        "A search at Google; ClearURLs",
        (
            "https://www.google.com/search?q=vertaisoppiminen",
            "https://www.google.com/search?q=vertaisoppiminen&oq=vert&sourceid=chrome&ie=UTF-8",
            "https://www.google.com/search?sca_esv=1&ei=x&ved=y&sxsrf=z&q=vertaisoppiminen&rlz=a",
        ),
    ),
    Same(
        "Google's documents, by their share button and from the address bar",
        (
            "https://docs.google.com/spreadsheets/d/1AbC_d-E/edit?usp=sharing",
            "https://docs.google.com/spreadsheets/d/1AbC_d-E/edit?gid=0#gid=0",
            "https://docs.google.com/spreadsheets/u/1/d/1AbC_d-E/view",
            "https://docs.google.com/spreadsheets/d/1AbC_d-E",
        ),
    ),
    Same(
        "Google Forms and Drive",
        (
            "https://docs.google.com/forms/d/e/1FAIpQLS/viewform?usp=sf_link",
            "https://docs.google.com/forms/u/0/d/e/1FAIpQLS/viewform",
        ),
    ),
    Same(
        "A file in Google Drive",
        (
            "https://drive.google.com/file/d/1AbC/view?usp=drive_link",
            "https://drive.google.com/file/d/1AbC/preview",
        ),
    ),
    Same(
        "A folder in Google Drive",
        (
            "https://drive.google.com/drive/folders/1AbC?usp=sharing",
            "https://drive.google.com/drive/u/1/folders/1AbC",
        ),
    ),
    Same(
        "Stack Overflow's share button says who shared",
        (
            "https://stackoverflow.com/questions/123456/how-to-do-this",
            "https://stackoverflow.com/questions/123456/an-older-title?rq=1",
            "https://stackoverflow.com/q/123456/789",
            "https://stackoverflow.com/questions/123456",
        ),
    ),
    Same(
        "One answer on Stack Exchange",
        (
            "https://math.stackexchange.com/questions/123/title/456#456",
            "https://math.stackexchange.com/a/456/789",
        ),
    ),
    Same(
        "lobsters: arXiv",
        (
            "https://arxiv.org/abs/2311.09394v2",
            "https://arxiv.org/pdf/2311.09394v2",
            "https://arxiv.org/pdf/2311.09394v2.pdf",
            "http://www.arxiv.org/html/2311.09394v2",
        ),
    ),
    Same(
        "lobsters: RFCs",
        (
            "https://www.rfc-editor.org/rfc/rfc9338.html",
            "https://www.rfc-editor.org/info/rfc9338",
            "https://rfc-editor.org/rfc/rfc9338",
        ),
    ),
    Same(
        "ClearURLs: Finnish papers",
        ("https://yle.fi/a/74-20000000?origin=rss", "https://yle.fi/a/74-20000000"),
    ),
    Same(
        "ClearURLs: a subscriber's present",
        (
            "https://www.hs.fi/kulttuuri/art-2000001.html?share=abc",
            "https://www.hs.fi/kulttuuri/art-2000001.html",
        ),
    ),
    Same(
        "Discord's hosts",
        (
            "https://discord.com/events/1/2",
            "https://canary.discord.com/events/1/2",
            "https://ptb.discordapp.com/events/1/2",
        ),
    ),
]

DIFFERENT = [
    Different(
        "RFC 3986 §6.2.2.1: a path's case counts",
        (
            "https://example.org/a",
            "https://example.org/A",
            "https://example.org/b",
            "https://example.org/a/b",
            "https://example.org/a.html",
            "https://example.com/a",
            "https://docs.example.org/a",
            "https://example.org:8080/a",
        ),
    ),
    Different(
        "RFC 3986 §2.2: what separates means something else when it is encoded",
        (
            "https://example.org/a/b",
            "https://example.org/a%2Fb",
            "https://example.org/a?b",
            "https://example.org/a%3Fb",
            "https://example.org/a%23b",
            "https://example.org/a;b",
            "https://example.org/a%3Bb",
            "https://example.org/a+b",
            "https://example.org/a%2Bb",
            "https://example.org/a%20b",
            "https://example.org/a%2520b",
            "https://example.org/a%252Fb",
        ),
    ),
    Different(
        "WHATWG URL: the same within a query",
        (
            "https://example.org/?a=b%26c=d",
            "https://example.org/?a=b&c=d",
            "https://example.org/?a%3Db=c",
            "https://example.org/?a=b=c",
            "https://example.org/?q=a%2Bb",
            "https://example.org/?q=a+b",
            "https://example.org/?q=a%252Bb",
        ),
    ),
    Different(
        "Old Finnish sites send ä and ö in Latin-1",
        (
            "https://example.org/haku?q=p%E4%E4",
            "https://example.org/haku?q=p%F6%F6",
            "https://example.org/haku?q=pää",
        ),
    ),
    Different(
        "Parameters that choose the page",
        (
            "https://example.org/",
            "https://example.org/?id=1",
            "https://example.org/?id=2",
            "https://example.org/?ID=1",
            "https://example.org/?id=1&page=2",
            "https://example.org/?id=1&id=2",
            "https://example.org/?p",
        ),
    ),
    Different(
        "ClearURLs leaves these alone except on some sites; they choose pages elsewhere",
        (
            "https://example.org/",
            "https://example.org/?ref=a",
            "https://example.org/?ref=b",
            "https://example.org/?source=a",
            "https://example.org/?s=a",
            "https://example.org/?si=1",
            "https://example.org/?t=1",
            "https://example.org/?tag=a",
            "https://example.org/?signed=1",
            "https://example.org/?amp=guitar",
            "https://example.org/?outputType=pdf",
            "https://example.org/?utm=1&utmost=2",
        ),
    ),
    Different(
        "Routes behind #, to a page in the browser",
        (
            "https://example.org/",
            "https://example.org/#/one",
            "https://example.org/#/two",
            "https://example.org/#!/one",
            "https://example.org/#!/two",
            "https://example.org/#/one?id=1",
            "https://example.org/#/one/two",
            "https://example.org/#/one%2Ftwo",
            "https://matrix.to/#/#room:example.org",
            "https://matrix.to/#/#other:example.org",
        ),
    ),
    Different(
        "Sites whose fragment is the page",
        (
            "https://excalidraw.com/#json=abc,def",
            "https://excalidraw.com/#json=ghi,jkl",
            "https://mermaid.live/edit#pako:abc",
            "https://mermaid.live/edit#pako:def",
            "https://pythontutor.com/visualize.html#code=a%3D1&mode=display",
            "https://pythontutor.com/visualize.html#code=a%3D2&mode=display",
            "https://www.openstreetmap.org/#map=12/60.17/24.94",
            "https://www.openstreetmap.org/#map=12/61.50/23.76",
            "https://www.typescriptlang.org/play/?#code/abc",
            "https://www.typescriptlang.org/play/?#code/def",
            "https://gchq.github.io/CyberChef/#recipe=From_Hex()",
            "https://gchq.github.io/CyberChef/#recipe=To_Hex()",
        ),
    ),
    Different(
        "Domains that only begin like a host for phones or AMP",
        (
            "https://m.fi/",
            "https://www.fi/",
            "https://mobile.fi/",
            "https://amp.fi/",
            "https://m.co.uk/",
            "https://amp.co.uk/",
            "https://m.org/",
            "https://org.m/",
            "https://www2.example.org/",
            "https://example.org/",
            "https://wwwexample.org/",
        ),
    ),
    Different(
        "Pages that only look like AMP",
        (
            "https://example.org/",
            "https://example.org/amp",
            "https://example.org/champ",
            "https://example.org/amplifiers",
            "https://packages.example.org/package/amp",
            "https://packages.example.org/package",
            "https://gitlab.com/aino/amp",
            "https://gitlab.com/aino",
            "https://github.com/aino/amp",
            "https://github.com/aino",
            "https://github.com/aino/tools/blob/main/a.amp",
            "https://github.com/aino/tools/blob/main/a",
            "https://en.wiktionary.org/wiki/amp",
            "https://en.wiktionary.org/wiki",
            "https://www.google.com/amp/s",
            "https://www.google.com/amp/s/nothing",
            "https://www.google.com:8443/amp/s/example.org/page",
            "https://example.org:8443/page",
            "https://www.example.org/page",
            "https://example.org/amp/s/www.example.org/page",
            "https://example.org/x.cdn.ampproject.org/c/s/www.example.org/page",
        ),
    ),
    Different(
        "YouTube",
        (
            VIDEO,
            VIDEO + "&list=PLabc",
            "https://youtu.be:8443/dQw4w9WgXcQ",
            "https://youtu.be/dQw4w9WgXcA",
            "https://www.youtube.com/playlist?list=PLabc",
            "https://www.youtube.com/playlist?list=PLdef",
            "https://www.youtube.com/@dQw4w9WgXcQ",
            "https://www.youtube.com/clip/dQw4w9WgXcQ",
            "https://www.youtube.com/",
            "https://music.youtube.com/",
            "https://www.youtube.com/results?search_query=a",
            "https://www.youtube.com/results?search_query=b",
        ),
    ),
    Different(
        "A time is no tracker elsewhere",
        ("https://example.org/watch?v=a&t=1", "https://example.org/watch?v=a&t=2"),
    ),
    Different(
        "Amazon",
        (
            "https://www.amazon.de/dp/0131103628",
            "https://www.amazon.fr/dp/0131103628",
            "https://www.amazon.de/dp/0131103629",
            "https://www.amazon.de/s?k=python",
            "https://www.amazon.de/s?k=excel",
            "https://amazon.example.org/dp/0131103628/x",
            "https://amazon.example.org/dp/0131103628/y",
        ),
    ),
    Different(
        "X",
        (
            "https://x.com/aino/status/1",
            "https://x.com/aino/status/2",
            "https://x.com/aino",
            "https://x.com/search?q=a&f=live",
            "https://x.com/search?q=b&f=live",
            "https://notx.com/aino",
        ),
    ),
    Different(
        "Reddit",
        (
            "https://www.reddit.com/r/learnpython/comments/abc123/some_title/",
            "https://www.reddit.com/r/learnpython/comments/abc124/some_title/",
            "https://www.reddit.com/r/learnpython/comments/abc123/some_title/def456/",
            "https://www.reddit.com/r/learnpython/",
            "https://www.reddit.com/r/learnpython/s/AbCdEf",
            "https://i.redd.it/abc123.jpg",
        ),
    ),
    Different(
        "Facebook",
        (
            "https://www.facebook.com/permalink.php?story_fbid=1&id=2",
            "https://www.facebook.com/permalink.php?story_fbid=3&id=2",
            "https://www.facebook.com/watch/?v=1",
            "https://www.facebook.com/watch/?v=2",
        ),
    ),
    Different(
        "GitHub",
        (
            "https://github.com/aino/tools",
            "https://github.com/aino/tools/tree/main",
            "https://github.com/aino/tools/issues/1",
            "https://github.com/aino/tools/issues?q=a",
            "https://github.com/aino/tools/issues?q=b",
            "https://github.com/aino?tab=repositories",
            "https://github.com/aino",
            "https://gist.github.com/aino/abc",
        ),
    ),
    Different(
        "Google",
        (
            "https://www.google.com/search?q=a",
            "https://www.google.com/search?q=b",
            "https://www.google.com/search?q=a&tbm=isch",
            "https://docs.google.com/document/d/1AbC/edit",
            "https://docs.google.com/document/d/1AbD/edit",
            "https://docs.google.com/document/d/1AbC/copy",
            "https://docs.google.com/forms/d/e/1FAIpQLS/viewform",
            "https://docs.google.com/forms/d/e/1FAIpQLS/viewform?entry.1=Aino",
            "https://drive.google.com/file/d/1AbC/view",
            "https://drive.google.com/drive/folders/1AbC",
            "https://scholar.google.com/scholar?q=a",
            "https://scholar.google.com/scholar?q=b",
        ),
    ),
    Different(
        "Questions and answers",
        (
            "https://stackoverflow.com/questions/1/a",
            "https://stackoverflow.com/questions/2/a",
            "https://stackoverflow.com/a/1",
            "https://math.stackexchange.com/questions/1/a",
            "https://stackoverflow.com/questions/tagged/python",
            "https://stackoverflow.com/users/1/a",
        ),
    ),
    Different(
        "Others",
        (
            "https://open.spotify.com/track/abc",
            "https://open.spotify.com/episode/abc",
            "https://medium.com/@aino/some-title-0123456789ab",
            "https://medium.com/@aino/some-title-0123456789ac",
            "https://medium.com/@aino",
            "https://www.instagram.com/p/abc",
            "https://www.instagram.com/abc",
            "https://www.tiktok.com/@aino/video/1",
            "https://www.tiktok.com/@aino",
            "https://www.linkedin.com/in/aino",
            "https://www.linkedin.com/company/aino",
            "https://arxiv.org/abs/2311.09394v1",
            "https://arxiv.org/abs/2311.09394v2",
            "https://fi.wikipedia.org/wiki/X",
            "https://en.wikipedia.org/wiki/X",
        ),
    ),
]

REFUSED = [
    Refused("Nothing in it", Refusal.EMPTY, ("", "  \n\t ", "<>", "< >")),
    Refused(
        "RFC 3986 §3: spaces, and what has no domain",
        Refusal.NOT_A_LINK,
        (
            "hello",
            "hello there",
            "localhost",
            "https://localhost:8000/",
            "https://example.org/a b",
            "https://example.org/a\u00a0b",
            "https://exa mple.org/",
            "http://http://example.org",
        ),
    ),
    Refused(
        "WHATWG URL: browsers take a backslash for a slash",
        Refusal.NOT_A_LINK,
        (
            "https://example.org/a\\b",
            "https://www.yle.fi\\@evil.example/",
            "https:\\\\evil.example",
        ),
    ),
    Refused(
        "RFC 1035 §2.3.1 and §2.3.4: names",
        Refusal.NOT_A_LINK,
        (
            "https://example..org",
            "https://example.org..",
            "https://-example.org",
            "https://example-.org",
            "https://" + "a" * 64 + ".org",
            "https://" + "a." * 130 + "org",
            "https://exam%70le.org/",
            "https://www.yle.fi%2Fevil.example/",
        ),
    ),
    Refused(
        "WHATWG URL: ports",
        Refusal.NOT_A_LINK,
        (
            "https://example.org:port/",
            "https://example.org:70000/",
            "https://example.org:-1/",
            "https://example.org:80:80/",
        ),
    ),
    Refused(
        "WHATWG URL: a host that ends in a number is an IPv4 address in disguise",
        Refusal.NOT_A_LINK,
        (
            "http://2130706433/",
            "http://0x7f.0.0.1/",
            "http://127.1/",
            "http://0177.0.0.1/",
            "http://1.2.3.4.5/",
            "http://1.2.3.256/",
            "http://example.0x10/",
        ),
    ),
    Refused(
        "RFC 3986 §3.2.2 and RFC 6874: IPv6 addresses; a zone is one computer's",
        Refusal.NOT_A_LINK,
        (
            "https://[::1",
            "https://[not:an:address]/",
            "https://[::1]x/",
            "https://[]/",
            "https://[fe80::1%25eth0]/",
            "https://[fe80::1%eth0]/",
        ),
    ),
    Refused(
        "UTS 46: letters that become what ends a host",
        Refusal.NOT_A_LINK,
        (
            "https://www.yle.fi／evil.example/",
            "https://www.yle.fi？evil.example/",
            "https://www.yle.fi＃evil.example/",
            "https://www.yle.fi＠evil.example/",
            "https://www.yle.fi℀evil.example/",
        ),
    ),
    Refused(
        "Other schemes",
        Refusal.SCHEME,
        (
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript://example.org/%0aalert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "ftp://example.org/",
            "mailto:someone@example.org",
            "tel:+358401234567",
            "discord://-/channels/1",
            "https:example.org",
            "https:/example.org",
            "httpss://example.org",
        ),
    ),
    Refused(
        "RFC 3986 §3.2.2: no host",
        Refusal.NO_HOST,
        ("https://", "https:///page", "https://?x=1", "https://#x", "https://:443/"),
    ),
    Refused(
        "RFC 3986 §7.6: a user name that reads like a host",
        Refusal.USER_NAME,
        (
            "https://user@example.org/",
            "https://user:secret@example.org/",
            "https://@example.org/",
            "https://www.yle.fi@evil.example/",
            "https://www.yle.fi:443@evil.example/",
            "https://www.yle.fi%2F@evil.example/",
            "https://www.yle.fi%5C@evil.example/",
            "https://ä@example.org/",
            "www.yle.fi@evil.example",
            "someone@example.org",
        ),
    ),
    Refused(
        "UTR 36: control, bidirectional and zero-width characters",
        Refusal.HIDDEN_CHARACTERS,
        (
            "https://example.org/\u202egpj.exe",
            "https://example.org/\u2066x\u2069",
            "https://example.org/\u200e",
            "https://exam\u200bple.org/",
            "https://exam\u200dple.org/",
            "https://exam\u2060ple.org/",
            "https://exam\u00adple.org/",
            "https://exam\u034fple.org/",
            "https://example.org/\u3164",
            "https://example.org/\u2800",
            "https://example.org/\ufeff",
            "https://example.org/\x00",
            "https://example.org/\x7f",
            "https://example.org/\u0085x",
            "https://example.org/a\nb",
            "java\tscript:alert(1)",
            "https://example.org/\ud800",
            "https://example.org/\ue000",
            "https://example.org/\u2028x",
        ),
    ),
    Refused(
        "Longer than 2,000 characters, as it is or with what has to be encoded",
        Refusal.TOO_LONG,
        (
            "https://example.org/" + "a" * 1_981,
            "https://example.org/" + '"' * 700,
            "a" * 5_000,
        ),
    ),
]
