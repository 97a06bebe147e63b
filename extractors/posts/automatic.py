"""Posts that an app wrote or sent on: by the app's name, or by the app's own words where a dump does not name it.

    app        Foursquare                                    I'm at Mel's Diner (Springfield) http://4sq.com/x1
    words      I liked a @YouTube video http://youtu.be/x    (no app named)
    sent on    Instagram                                     Such a lovely day with my bees and my... http://...

Clients and schedulers (TweetDeck, Buffer, Hootsuite) send what somebody wrote, so they are not among them, nor is
Facebook, which sent on short posts whole. Does not handle: apps that write in other languages than English.
"""

import re

AUTOMATIC_APPS = frozenset(
    re.split(
        r"\s*,\s*",
        "commun.it, crowdfire, dlvr.it, endomondo, feedburner, fitbit, fllwrs, foursquare, getglue.com, goodreads,"
        "ifttt, justunfollow, kindle, klout, last.fm, linktis, mapmyrun, nike, nike+ gps, paper.li, playstation(r)4,"
        "playstation\u00ae4, rss2twitter, runkeeper, runtastic, shazam, spotify, strava, sumall, swarm, swarmapp.com,"
        "triberr, twittascope, twitterfeed, unfollowers.com, untappd, xbox one social, zapier.com",
    )
)
"""Apps that write the words themselves, in lower case."""

SENDING_APPS = frozenset(
    re.split(
        r"\s*,\s*",
        "blogger, flickr, google, instagram, linkedin, medium, pinterest, soundcloud, tumblr, vimeo,"
        "wordpress.com, youtube",
    )
)
"""Apps that send on the beginning, or the title, of what was published elsewhere, in lower case."""

_AUTOMATIC_WORDS = re.compile(
    r"""
      \W*(?:
        I\ (?:just\ )?(?:liked|favou?rited|uploaded|rated|added)\ an?\ .{0,40}\bvideo\b      # YouTube, Vimeo
      | I\ (?:just\ )?(?:posted|uploaded)\ .{0,40}\b(?:on|to)\ (?:Facebook|Flickr|YouTube)\b
      | Just\ posted\ an?\ (?:photo|video)\b                                                # Instagram
      | I'?m\ at\ [^.!?]{2,60}\([^)]*\)\ (?:w/.{1,40})?\s*https?://                         # Foursquare
      | I'?m\ at\ [^!?]{2,60}\ in\ [^.!?]{2,40},\ (?-i:[A-Z]{2})\ (?:w/.{1,40})?https?://   # Swarm
      | I\ just\ (?:became|ousted)\ .{0,60}\bmayor\b
      | I\ just\ (?:checked\ in|unlocked\ the)\b.{0,100}https?://
      | (?:I\ )?(?:just\ )?(?:ran|completed|finished|walked)\ .{0,20}\d+[.,]\d+\ ?(?:km|mi)\b    # Nike+, RunKeeper
      | The\ latest\ .{2,60}!\ https?://\S+\ Thanks\ to\ @                                  # paper.li
      | (?:Today|This\ week|My\ week)\ (?:stats?|on\ Twitter)\b.{0,20}:\s                    # followers counted
      | My\ top\ .{0,30}\b(?:\#lastfm|artists?)\b.{0,40}:
      | \#now\s?playing\b.{0,120}https?://
      | I\ just\ backed\ .{0,80}\bon\ @?Kickstarter\b
      | (?:I've\ )?(?:collected|harvested)\ [\d,]+\ (?:gold\ coins|of\ food)
      )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""How those apps begin."""

_AUTOMATIC_SIGNS = (" is out! http", "automatically checked by")
"""What they say further on."""


def is_automatic(app: str | None, text: str) -> bool:
    """Whether an app wrote these words by itself."""
    if (app or "").lower() in AUTOMATIC_APPS or _AUTOMATIC_WORDS.match(text):
        return True
    return any(sign in text for sign in _AUTOMATIC_SIGNS)


def is_sent_on(app: str | None) -> bool:
    """Whether an app sent these words on from where they were published first."""
    return (app or "").lower() in SENDING_APPS
