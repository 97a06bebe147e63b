window.YTD.tweets.part0 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1746509923482341835"
     ],
     "editableUntil": "2024-01-14T13:29:49.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "98"
   ],
   "favorite_count": "691",
   "id_str": "1746509923482341835",
   "truncated": false,
   "retweet_count": "56",
   "id": "1746509923482341835",
   "created_at": "Sun Jan 14 12:29:49 +0000 2024",
   "favorited": false,
   "full_text": "Somewhere a clerk has decided that a bench is a liability. I should like to meet him, standing up.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1746418265356084081"
     ],
     "editableUntil": "2024-01-14T07:25:36.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [],
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1746418265356084081/photo/1",
      "indices": [
       "68",
       "91"
      ],
      "url": "https://t.co/HaDemo0005",
      "media_url": "http://media.example/1746418265355190281.jpg",
      "media_url_https": "https://media.example/1746418265355190281.jpg",
      "id_str": "1746418265355190281",
      "id": "1746418265355190281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo265"
     }
    ]
   },
   "display_text_range": [
    "0",
    "91"
   ],
   "favorite_count": "547",
   "id_str": "1746418265356084081",
   "truncated": false,
   "retweet_count": "5",
   "id": "1746418265356084081",
   "created_at": "Sun Jan 14 06:25:36 +0000 2024",
   "favorited": false,
   "full_text": "Knitted a sock. It is a left sock. I shall need a matching problem. https://t.co/HaDemo0005",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1746418265356084081/photo/1",
      "indices": [
       "68",
       "91"
      ],
      "url": "https://t.co/HaDemo0005",
      "media_url": "http://media.example/1746418265355190281.jpg",
      "media_url_https": "https://media.example/1746418265355190281.jpg",
      "id_str": "1746418265355190281",
      "id": "1746418265355190281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo265"
     }
    ]
   }
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1746056259172500163"
     ],
     "editableUntil": "2024-01-13T07:27:07.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "75"
   ],
   "favorite_count": "206",
   "id_str": "1746056259172500163",
   "truncated": false,
   "retweet_count": "31",
   "id": "1746056259172500163",
   "created_at": "Sat Jan 13 06:27:07 +0000 2024",
   "favorited": false,
   "full_text": "Rule of the workshop: if you need a bigger hammer, you need a smaller plan.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1745339872048433461"
     ],
     "editableUntil": "2024-01-11T08:00:27.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "83"
   ],
   "favorite_count": "688",
   "id_str": "1745339872048433461",
   "truncated": false,
   "retweet_count": "57",
   "id": "1745339872048433461",
   "created_at": "Thu Jan 11 07:00:27 +0000 2024",
   "favorited": false,
   "full_text": "A tunnel is a way of admitting that the mountain won, &amp; carrying on regardless.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1742225844598390549"
     ],
     "editableUntil": "2024-01-02T17:46:25.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "67"
   ],
   "favorite_count": "628",
   "id_str": "1742225844598390549",
   "truncated": false,
   "retweet_count": "57",
   "id": "1742225844598390549",
   "created_at": "Tue Jan 02 16:46:25 +0000 2024",
   "favorited": false,
   "full_text": "Oil, then wait. Everyone does the oil. Hardly anyone does the wait.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1742164133804622413"
     ],
     "editableUntil": "2024-01-02T13:41:12.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Skerrow Point Museum",
      "screen_name": "skerrow_museum",
      "indices": [
       "3",
       "18"
      ],
      "id_str": "702281785144246279",
      "id": "702281785144246279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "85"
   ],
   "favorite_count": "0",
   "id_str": "1742164133804622413",
   "truncated": false,
   "retweet_count": "50",
   "id": "1742164133804622413",
   "created_at": "Tue Jan 02 12:41:12 +0000 2024",
   "favorited": false,
   "full_text": "RT @skerrow_museum: The lamp room is open again. Mind your head on the third landing!",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1739163012822582624"
     ],
     "editableUntil": "2023-12-25T06:55:49.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "56"
   ],
   "favorite_count": "217",
   "id_str": "1739163012822582624",
   "truncated": false,
   "retweet_count": "57",
   "id": "1739163012822582624",
   "created_at": "Mon Dec 25 05:55:49 +0000 2023",
   "favorited": false,
   "full_text": "An honest crack starts at a corner. So do most quarrels.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1738174151129885928"
     ],
     "editableUntil": "2023-12-22T13:26:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "101"
   ],
   "favorite_count": "358",
   "id_str": "1738174151129885928",
   "truncated": false,
   "retweet_count": "50",
   "id": "1738174151129885928",
   "created_at": "Fri Dec 22 12:26:26 +0000 2023",
   "favorited": false,
   "full_text": "A wee lamp in a window does more for a tired man than a great one on a rock. I have stood under both.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1737756692051850235"
     ],
     "editableUntil": "2023-12-21T09:47:36.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "101"
   ],
   "favorite_count": "194",
   "id_str": "1737756692051850235",
   "truncated": false,
   "retweet_count": "49",
   "id": "1737756692051850235",
   "created_at": "Thu Dec 21 08:47:36 +0000 2023",
   "favorited": false,
   "full_text": "I read the manual. Aye, the whole of it. There is a joke on page 212 &amp; I am the first to find it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1735214553757024043"
     ],
     "editableUntil": "2023-12-14T09:26:03.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "The Gradient",
      "screen_name": "gradient_mag",
      "indices": [
       "1",
       "14"
      ],
      "id_str": "695758803563446279",
      "id": "695758803563446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "79"
   ],
   "favorite_count": "596",
   "id_str": "1735214553757024043",
   "truncated": false,
   "retweet_count": "9",
   "id": "1735214553757024043",
   "created_at": "Thu Dec 14 08:26:03 +0000 2023",
   "favorited": false,
   "full_text": "\"@gradient_mag: Is the rack railway a thing of the past? Our editor thinks so.\"",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1731709621368963171"
     ],
     "editableUntil": "2023-12-04T17:18:42.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "67"
   ],
   "favorite_count": "260",
   "id_str": "1731709621368963171",
   "truncated": false,
   "retweet_count": "38",
   "id": "1731709621368963171",
   "created_at": "Mon Dec 04 16:18:42 +0000 2023",
   "favorited": false,
   "full_text": "Log: dull, mild, no news. The sort of day that holds the others up.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1728454568834854025"
     ],
     "editableUntil": "2023-11-25T17:44:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "53"
   ],
   "favorite_count": "77",
   "id_str": "1728454568834854025",
   "truncated": false,
   "retweet_count": "41",
   "id": "1728454568834854025",
   "created_at": "Sat Nov 25 16:44:17 +0000 2023",
   "favorited": false,
   "full_text": "If the customer wants it by Monday, ask which Monday.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1727215625958389127"
     ],
     "editableUntil": "2023-11-22T07:41:10.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "66"
   ],
   "favorite_count": "677",
   "id_str": "1727215625958389127",
   "truncated": false,
   "retweet_count": "0",
   "id": "1727215625958389127",
   "created_at": "Wed Nov 22 06:41:10 +0000 2023",
   "favorited": false,
   "full_text": "I have tidied the workshop. Now I can find nothing, but it gleams.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1725041147771229936"
     ],
     "editableUntil": "2023-11-16T07:40:34.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "58"
   ],
   "favorite_count": "652",
   "id_str": "1725041147771229936",
   "truncated": false,
   "retweet_count": "37",
   "id": "1725041147771229936",
   "created_at": "Thu Nov 16 06:40:34 +0000 2023",
   "favorited": false,
   "full_text": "The radio says unsettled. The radio should see my kitchen.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1724467874494728166"
     ],
     "editableUntil": "2023-11-14T17:42:35.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "91"
   ],
   "favorite_count": "806",
   "id_str": "1724467874494728166",
   "truncated": false,
   "retweet_count": "8",
   "id": "1724467874494728166",
   "created_at": "Tue Nov 14 16:42:35 +0000 2023",
   "favorited": false,
   "full_text": "People complain that the old lamp was slow to warm. So am I. We both gave light in the end.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1723587955651749611"
     ],
     "editableUntil": "2023-11-12T07:26:06.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "114"
   ],
   "favorite_count": "91",
   "id_str": "1723587955651749611",
   "truncated": false,
   "retweet_count": "52",
   "id": "1723587955651749611",
   "created_at": "Sun Nov 12 06:26:06 +0000 2023",
   "favorited": false,
   "full_text": "The plumber &amp; I stood looking at the pipe for a quarter of an hour. Neither spoke. It was like chess, but wet.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1715798982129837853"
     ],
     "editableUntil": "2023-10-21T19:35:30.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "103"
   ],
   "favorite_count": "878",
   "id_str": "1715798982129837853",
   "truncated": false,
   "retweet_count": "24",
   "id": "1715798982129837853",
   "created_at": "Sat Oct 21 18:35:30 +0000 2023",
   "favorited": false,
   "full_text": "The night shift has its own weather. You come out of it blinking, &amp; everyone is selling newspapers.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1713075419216294420"
     ],
     "editableUntil": "2023-10-14T07:13:02.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "84"
   ],
   "favorite_count": "160",
   "id_str": "1713075419216294420",
   "truncated": false,
   "retweet_count": "59",
   "id": "1713075419216294420",
   "created_at": "Sat Oct 14 06:13:02 +0000 2023",
   "favorited": false,
   "full_text": "Log: ice on the points, sun on the ice, me on my back. No harm done. Excellent view.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1702572785530140555"
     ],
     "editableUntil": "2023-09-15T07:39:19.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "63"
   ],
   "favorite_count": "679",
   "id_str": "1702572785530140555",
   "truncated": false,
   "retweet_count": "57",
   "id": "1702572785530140555",
   "created_at": "Fri Sep 15 06:39:19 +0000 2023",
   "favorited": false,
   "full_text": "Nobody drowns in small print quicker than the man who wrote it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1702362416020392170"
     ],
     "editableUntil": "2023-09-14T17:43:23.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "81"
   ],
   "favorite_count": "442",
   "id_str": "1702362416020392170",
   "truncated": false,
   "retweet_count": "39",
   "id": "1702362416020392170",
   "created_at": "Thu Sep 14 16:43:23 +0000 2023",
   "favorited": false,
   "full_text": "I prefer a plain answer to a fast one, &amp; a plain fast one to nearly anything.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1696400368072872197"
     ],
     "editableUntil": "2023-08-29T06:52:20.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "47"
   ],
   "favorite_count": "332",
   "id_str": "1696400368072872197",
   "truncated": false,
   "retweet_count": "30",
   "id": "1696400368072872197",
   "created_at": "Tue Aug 29 05:52:20 +0000 2023",
   "favorited": false,
   "full_text": "A gradient is only a promise made to the knees.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1695193889110097759"
     ],
     "editableUntil": "2023-08-25T22:58:13.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0002",
      "expanded_url": "https://uphill.example/notes/15",
      "display_url": "uphill.example/notes/15",
      "indices": [
       "41",
       "64"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "64"
   ],
   "favorite_count": "370",
   "id_str": "1695193889110097759",
   "truncated": false,
   "retweet_count": "15",
   "id": "1695193889110097759",
   "created_at": "Fri Aug 25 21:58:13 +0000 2023",
   "favorited": false,
   "full_text": "Do not name the bridge before the flood. https://t.co/HaDemo0002",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1694621219814298118"
     ],
     "editableUntil": "2023-08-24T09:02:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "54"
   ],
   "favorite_count": "6",
   "id_str": "1694621219814298118",
   "truncated": false,
   "retweet_count": "51",
   "id": "1694621219814298118",
   "created_at": "Thu Aug 24 08:02:38 +0000 2023",
   "favorited": false,
   "full_text": "A good apology is like a weld: clean both sides first.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1689517485849265483"
     ],
     "editableUntil": "2023-08-10T07:02:13.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "82"
   ],
   "favorite_count": "699",
   "id_str": "1689517485849265483",
   "truncated": false,
   "retweet_count": "11",
   "id": "1689517485849265483",
   "created_at": "Thu Aug 10 06:02:13 +0000 2023",
   "favorited": false,
   "full_text": "Spring inspection: one cracked sleeper, two loose clips, eleven kinds of birdsong.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1685521438210527953"
     ],
     "editableUntil": "2023-07-30T06:23:21.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "82"
   ],
   "favorite_count": "707",
   "id_str": "1685521438210527953",
   "truncated": false,
   "retweet_count": "16",
   "id": "1685521438210527953",
   "created_at": "Sun Jul 30 05:23:21 +0000 2023",
   "favorited": false,
   "full_text": "The new printer has eleven lights on it &amp; not one of them guides anybody home.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1681398991026044865"
     ],
     "editableUntil": "2023-07-18T21:22:13.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "64"
   ],
   "favorite_count": "277",
   "id_str": "1681398991026044865",
   "truncated": false,
   "retweet_count": "45",
   "id": "1681398991026044865",
   "created_at": "Tue Jul 18 20:22:13 +0000 2023",
   "favorited": false,
   "full_text": "A map of every place I have been cold would be quite a good map.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1677431984749415085"
     ],
     "editableUntil": "2023-07-07T22:38:45.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "70"
   ],
   "favorite_count": "367",
   "id_str": "1677431984749415085",
   "truncated": false,
   "retweet_count": "50",
   "id": "1677431984749415085",
   "created_at": "Fri Jul 07 21:38:45 +0000 2023",
   "favorited": false,
   "full_text": "It is a fine thing to be slow when everyone below is lost &amp; quick.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1674523155232195256"
     ],
     "editableUntil": "2023-06-29T22:00:06.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [],
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1674523155232195256/photo/1",
      "indices": [
       "96",
       "119"
      ],
      "url": "https://t.co/HaDemo0009",
      "media_url": "http://media.example/1674523155231670281.jpg",
      "media_url_https": "https://media.example/1674523155231670281.jpg",
      "id_str": "1674523155231670281",
      "id": "1674523155231670281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo239"
     }
    ]
   },
   "display_text_range": [
    "0",
    "119"
   ],
   "favorite_count": "802",
   "id_str": "1674523155232195256",
   "truncated": false,
   "retweet_count": "53",
   "id": "1674523155232195256",
   "created_at": "Thu Jun 29 21:00:06 +0000 2023",
   "favorited": false,
   "full_text": "The moon was so bright on the snow that I read a torque table by it. Romance is where you look. https://t.co/HaDemo0009",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1674523155232195256/photo/1",
      "indices": [
       "96",
       "119"
      ],
      "url": "https://t.co/HaDemo0009",
      "media_url": "http://media.example/1674523155231670281.jpg",
      "media_url_https": "https://media.example/1674523155231670281.jpg",
      "id_str": "1674523155231670281",
      "id": "1674523155231670281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo239"
     }
    ]
   }
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1668541167565435721"
     ],
     "editableUntil": "2023-06-13T09:49:49.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0017",
      "expanded_url": "https://uphill.example/picture/17",
      "display_url": "uphill.example/picture/17",
      "indices": [
       "0",
       "23"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "23"
   ],
   "favorite_count": "483",
   "id_str": "1668541167565435721",
   "truncated": false,
   "retweet_count": "18",
   "id": "1668541167565435721",
   "created_at": "Tue Jun 13 08:49:49 +0000 2023",
   "favorited": false,
   "full_text": "https://t.co/HaDemo0017",
   "lang": "zxx",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1665606534691199413"
     ],
     "editableUntil": "2023-06-05T07:28:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0013",
      "expanded_url": "https://twitter.com/gradient_mag/status/1380000000000000013",
      "display_url": "twitter.com/gradient_mag/s",
      "indices": [
       "67",
       "90"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "686",
   "id_str": "1665606534691199413",
   "truncated": false,
   "retweet_count": "40",
   "id": "1665606534691199413",
   "created_at": "Mon Jun 05 06:28:38 +0000 2023",
   "favorited": false,
   "full_text": "They have printed my drawing upside down. It is improved. Onwards. https://t.co/HaDemo0013",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1657995106056042129"
     ],
     "editableUntil": "2023-05-15T07:23:32.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "92"
   ],
   "favorite_count": "838",
   "id_str": "1657995106056042129",
   "truncated": false,
   "retweet_count": "9",
   "id": "1657995106056042129",
   "created_at": "Mon May 15 06:23:32 +0000 2023",
   "favorited": false,
   "full_text": "I keep the old nails. They have been straight once &amp; can be again. Same with most of us.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1656029516789472494"
     ],
     "editableUntil": "2023-05-09T21:12:59.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Frost and Gears",
      "screen_name": "frost_and_gears",
      "indices": [
       "1",
       "17"
      ],
      "id_str": "685974331192246279",
      "id": "685974331192246279"
     },
     {
      "name": "Hester Ardwell",
      "screen_name": "ardwell_uphill",
      "indices": [
       "71",
       "86"
      ],
      "id_str": "731442018830454784",
      "id": "731442018830454784"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "113"
   ],
   "favorite_count": "484",
   "id_str": "1656029516789472494",
   "truncated": false,
   "retweet_count": "41",
   "id": "1656029516789472494",
   "created_at": "Tue May 09 20:12:59 +0000 2023",
   "favorited": false,
   "full_text": "\"@frost_and_gears: Nobody has ever explained backlash to me as well as @ardwell_uphill did over one bowl of soup\"",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1654715772695767238"
     ],
     "editableUntil": "2023-05-06T06:12:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "173"
   ],
   "favorite_count": "833",
   "id_str": "1654715772695767238",
   "truncated": false,
   "retweet_count": "51",
   "id": "1654715772695767238",
   "created_at": "Sat May 06 05:12:38 +0000 2023",
   "favorited": false,
   "full_text": "They have asked me to shorten my talk from forty minutes to ten. Aye, I can do it. I shall leave out the answers. The audience may keep the questions &amp; oil them at home.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1653731864475240374"
     ],
     "editableUntil": "2023-05-03T13:02:56.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "215"
   ],
   "favorite_count": "136",
   "id_str": "1653731864475240374",
   "truncated": false,
   "retweet_count": "59",
   "id": "1653731864475240374",
   "created_at": "Wed May 03 12:02:56 +0000 2023",
   "favorited": false,
   "full_text": "Stood on the platform with a lad who was afraid of the steep bit. I told him what I tell everyone: look at the teeth, not the drop. Count them. By the time you have lost count you are at the top &amp; there is cake.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1653674280876578282"
     ],
     "editableUntil": "2023-05-03T09:14:07.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "47"
   ],
   "favorite_count": "477",
   "id_str": "1653674280876578282",
   "truncated": false,
   "retweet_count": "13",
   "id": "1653674280876578282",
   "created_at": "Wed May 03 08:14:07 +0000 2023",
   "favorited": false,
   "full_text": "Grease is only patience you can carry in a tin.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1650212155554373997"
     ],
     "editableUntil": "2023-04-23T19:56:52.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "89"
   ],
   "favorite_count": "543",
   "id_str": "1650212155554373997",
   "truncated": false,
   "retweet_count": "14",
   "id": "1650212155554373997",
   "created_at": "Sun Apr 23 18:56:52 +0000 2023",
   "favorited": false,
   "full_text": "Aye, it was a long meeting. Nine people &amp; one decision, &amp; the decision was lunch.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1650045205476736535"
     ],
     "editableUntil": "2023-04-23T08:53:28.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "57"
   ],
   "favorite_count": "233",
   "id_str": "1650045205476736535",
   "truncated": false,
   "retweet_count": "19",
   "id": "1650045205476736535",
   "created_at": "Sun Apr 23 07:53:28 +0000 2023",
   "favorited": false,
   "full_text": "Keep your edges sharp &amp; your opinions slightly blunt.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1646379182455163191"
     ],
     "editableUntil": "2023-04-13T06:06:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "80"
   ],
   "favorite_count": "598",
   "id_str": "1646379182455163191",
   "truncated": false,
   "retweet_count": "16",
   "id": "1646379182455163191",
   "created_at": "Thu Apr 13 05:06:00 +0000 2023",
   "favorited": false,
   "full_text": "Take the stairs slowly. They are not going anywhere; that is their whole virtue.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1644953660160666174"
     ],
     "editableUntil": "2023-04-09T07:41:29.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "204"
   ],
   "favorite_count": "647",
   "id_str": "1644953660160666174",
   "truncated": false,
   "retweet_count": "44",
   "id": "1644953660160666174",
   "created_at": "Sun Apr 09 06:41:29 +0000 2023",
   "favorited": false,
   "full_text": "Took the wee ones to see the big wheel turn. One asked what happens if it stops. I said we all get out &amp; push. Eleven of them went quiet &amp; looked at their arms. Engineers are made in such minutes.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1644244076197105620"
     ],
     "editableUntil": "2023-04-07T08:41:51.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "81"
   ],
   "favorite_count": "432",
   "id_str": "1644244076197105620",
   "truncated": false,
   "retweet_count": "58",
   "id": "1644244076197105620",
   "created_at": "Fri Apr 07 07:41:51 +0000 2023",
   "favorited": false,
   "full_text": "The post came by sledge today. Two bills &amp; a parcel of rhubarb. Net positive.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1643879347911234668"
     ],
     "editableUntil": "2023-04-06T08:32:33.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Lamp Society",
      "screen_name": "lamp_society",
      "indices": [
       "0",
       "13"
      ],
      "id_str": "715327748305846279",
      "id": "715327748305846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "121"
   ],
   "favorite_count": "66",
   "id_str": "1643879347911234668",
   "truncated": false,
   "retweet_count": "0",
   "id": "1643879347911234668",
   "created_at": "Thu Apr 06 07:32:33 +0000 2023",
   "favorited": false,
   "full_text": "@lamp_society Third shelf, behind the tide tables, tied with net twine. I will post it if you promise not to laminate it.",
   "lang": "en",
   "in_reply_to_status_id": "1643849148920758277",
   "in_reply_to_status_id_str": "1643849148920758277",
   "in_reply_to_user_id": "715327748305846279",
   "in_reply_to_user_id_str": "715327748305846279",
   "in_reply_to_screen_name": "lamp_society"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1641688088311769156"
     ],
     "editableUntil": "2023-03-31T07:25:16.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "74"
   ],
   "favorite_count": "284",
   "id_str": "1641688088311769156",
   "truncated": false,
   "retweet_count": "24",
   "id": "1641688088311769156",
   "created_at": "Fri Mar 31 06:25:16 +0000 2023",
   "favorited": false,
   "full_text": "I have been up since four with a squeak. Found it at six. It was my chair.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1640446674991497233"
     ],
     "editableUntil": "2023-03-27T21:12:20.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "69"
   ],
   "favorite_count": "656",
   "id_str": "1640446674991497233",
   "truncated": false,
   "retweet_count": "3",
   "id": "1640446674991497233",
   "created_at": "Mon Mar 27 20:12:20 +0000 2023",
   "favorited": false,
   "full_text": "Keep one drawer that you never tidy. A workshop needs a subconscious.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1638787391550903632"
     ],
     "editableUntil": "2023-03-23T07:18:56.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "220"
   ],
   "favorite_count": "750",
   "id_str": "1638787391550903632",
   "truncated": false,
   "retweet_count": "39",
   "id": "1638787391550903632",
   "created_at": "Thu Mar 23 06:18:56 +0000 2023",
   "favorited": false,
   "full_text": "My whole theory of holidays: go somewhere with a different noise. If you live by the sea, go where it drips. If you live by a road, go where it clanks. I went to a village with a sawmill once &amp; came back a new woman.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1638424076745252507"
     ],
     "editableUntil": "2023-03-22T07:15:15.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "45"
   ],
   "favorite_count": "530",
   "id_str": "1638424076745252507",
   "truncated": false,
   "retweet_count": "48",
   "id": "1638424076745252507",
   "created_at": "Wed Mar 22 06:15:15 +0000 2023",
   "favorited": false,
   "full_text": "Weather is not an excuse. Weather is the job.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1636268120602407450"
     ],
     "editableUntil": "2023-03-16T08:28:15.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "113"
   ],
   "favorite_count": "704",
   "id_str": "1636268120602407450",
   "truncated": false,
   "retweet_count": "11",
   "id": "1636268120602407450",
   "created_at": "Thu Mar 16 07:28:15 +0000 2023",
   "favorited": false,
   "full_text": "The boy held the torch for two hours &amp; never once shone it in my eyes. I have offered him a job in ten years.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1635563230067311398"
     ],
     "editableUntil": "2023-03-14T09:47:16.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "204"
   ],
   "favorite_count": "763",
   "id_str": "1635563230067311398",
   "truncated": false,
   "retweet_count": "29",
   "id": "1635563230067311398",
   "created_at": "Tue Mar 14 08:47:16 +0000 2023",
   "favorited": false,
   "full_text": "I am asked whether I miss the sea. I do not miss it. I know exactly where it is. What I miss is the hour after a storm when everything has been put back slightly wrong &amp; one walks about correcting it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1617617510332869803"
     ],
     "editableUntil": "2023-01-23T21:17:23.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "63"
   ],
   "favorite_count": "538",
   "id_str": "1617617510332869803",
   "truncated": false,
   "retweet_count": "21",
   "id": "1617617510332869803",
   "created_at": "Mon Jan 23 20:17:23 +0000 2023",
   "favorited": false,
   "full_text": "The first snow always comes on the day you lend out the shovel.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1614175052102529651"
     ],
     "editableUntil": "2023-01-14T09:18:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "77"
   ],
   "favorite_count": "528",
   "id_str": "1614175052102529651",
   "truncated": false,
   "retweet_count": "1",
   "id": "1614175052102529651",
   "created_at": "Sat Jan 14 08:18:17 +0000 2023",
   "favorited": false,
   "full_text": "It rained on the brass band. They played faster. I have rarely been so moved.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1602782441634610165"
     ],
     "editableUntil": "2022-12-13T22:48:07.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "125"
   ],
   "favorite_count": "558",
   "id_str": "1602782441634610165",
   "truncated": false,
   "retweet_count": "13",
   "id": "1602782441634610165",
   "created_at": "Tue Dec 13 21:48:07 +0000 2022",
   "favorited": false,
   "full_text": "Went down to the city. Everyone was running for a train that comes every four minutes. I missed one to see how it felt. Fine.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1600396583105886261"
     ],
     "editableUntil": "2022-12-07T08:47:34.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "72"
   ],
   "favorite_count": "871",
   "id_str": "1600396583105886261",
   "truncated": false,
   "retweet_count": "36",
   "id": "1600396583105886261",
   "created_at": "Wed Dec 07 07:47:34 +0000 2022",
   "favorited": false,
   "full_text": "Three good smells: hot oil, cold stone, the inside of a concertina case.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1600233042999036342"
     ],
     "editableUntil": "2022-12-06T21:57:43.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "71"
   ],
   "favorite_count": "535",
   "id_str": "1600233042999036342",
   "truncated": false,
   "retweet_count": "22",
   "id": "1600233042999036342",
   "created_at": "Tue Dec 06 20:57:43 +0000 2022",
   "favorited": false,
   "full_text": "Bread, butter, salt, window. I have had worse Fridays in better hotels.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1593490808370776894"
     ],
     "editableUntil": "2022-11-18T07:26:29.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "130"
   ],
   "favorite_count": "737",
   "id_str": "1593490808370776894",
   "truncated": false,
   "retweet_count": "50",
   "id": "1593490808370776894",
   "created_at": "Fri Nov 18 06:26:29 +0000 2022",
   "favorited": false,
   "full_text": "Two ravens are taking the putty out of my window. I have not the heart to tell them it is not food. They know. They like the work.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1587145182934995978"
     ],
     "editableUntil": "2022-10-31T19:11:14.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "228"
   ],
   "favorite_count": "560",
   "id_str": "1587145182934995978",
   "truncated": false,
   "retweet_count": "13",
   "id": "1587145182934995978",
   "created_at": "Mon Oct 31 18:11:14 +0000 2022",
   "favorited": false,
   "full_text": "A word on apprentices. Give them the dull job first &amp; the good tools at once. Most shops do it the other way about &amp; then wonder why nobody under thirty can keep an edge on a chisel. Patience is taught with decent steel.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1584431120120764810"
     ],
     "editableUntil": "2022-10-24T07:26:31.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0019",
      "expanded_url": "https://uphill.example/picture/19",
      "display_url": "uphill.example/picture/19",
      "indices": [
       "0",
       "23"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "23"
   ],
   "favorite_count": "112",
   "id_str": "1584431120120764810",
   "truncated": false,
   "retweet_count": "2",
   "id": "1584431120120764810",
   "created_at": "Mon Oct 24 06:26:31 +0000 2022",
   "favorited": false,
   "full_text": "https://t.co/HaDemo0019",
   "lang": "zxx",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1582825213391842866"
     ],
     "editableUntil": "2022-10-19T21:05:13.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "60"
   ],
   "favorite_count": "402",
   "id_str": "1582825213391842866",
   "truncated": false,
   "retweet_count": "53",
   "id": "1582825213391842866",
   "created_at": "Wed Oct 19 20:05:13 +0000 2022",
   "favorited": false,
   "full_text": "I have never regretted a day on which I sharpened something.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1576815375546038089"
     ],
     "editableUntil": "2022-10-03T07:04:16.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://weather.example\" rel=\"nofollow\">Brunnalp Weather Post</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "73"
   ],
   "favorite_count": "674",
   "id_str": "1576815375546038089",
   "truncated": false,
   "retweet_count": "20",
   "id": "1576815375546038089",
   "created_at": "Mon Oct 03 06:04:16 +0000 2022",
   "favorited": false,
   "full_text": "Brunnalp upper station: 864 hPa, falling. Wind 40 km/h. Automatic report.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1575820365003371187"
     ],
     "editableUntil": "2022-09-30T13:10:27.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0008",
      "expanded_url": "https://uphill.example/notes/140",
      "display_url": "uphill.example/notes/140",
      "indices": [
       "53",
       "76"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "76"
   ],
   "favorite_count": "534",
   "id_str": "1575820365003371187",
   "truncated": false,
   "retweet_count": "43",
   "id": "1575820365003371187",
   "created_at": "Fri Sep 30 12:10:27 +0000 2022",
   "favorited": false,
   "full_text": "Rust is only iron going home. You can see its point. https://t.co/HaDemo0008",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1572293404128264720"
     ],
     "editableUntil": "2022-09-20T19:35:34.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "65"
   ],
   "favorite_count": "640",
   "id_str": "1572293404128264720",
   "truncated": false,
   "retweet_count": "54",
   "id": "1572293404128264720",
   "created_at": "Tue Sep 20 18:35:34 +0000 2022",
   "favorited": false,
   "full_text": "Put on the second jumper. This is not defeat. This is insulation.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1568489707272870894"
     ],
     "editableUntil": "2022-09-10T07:41:02.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "85"
   ],
   "favorite_count": "498",
   "id_str": "1568489707272870894",
   "truncated": false,
   "retweet_count": "29",
   "id": "1568489707272870894",
   "created_at": "Sat Sep 10 06:41:02 +0000 2022",
   "favorited": false,
   "full_text": "Paint is the sandwich of engineering: nobody studies it &amp; everybody would starve.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1568120876955206506"
     ],
     "editableUntil": "2022-09-09T07:15:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Brunnalp Messenger",
      "screen_name": "messenger_brunnalp",
      "indices": [
       "1",
       "20"
      ],
      "id_str": "682712840401846279",
      "id": "682712840401846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "124"
   ],
   "favorite_count": "260",
   "id_str": "1568120876955206506",
   "truncated": false,
   "retweet_count": "54",
   "id": "1568120876955206506",
   "created_at": "Fri Sep 09 06:15:26 +0000 2022",
   "favorited": false,
   "full_text": "\"@messenger_brunnalp: Council to discuss removal of the bench at the upper station\" I shall be sitting on it when they come.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1559803664398916547"
     ],
     "editableUntil": "2022-08-17T08:25:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0015",
      "expanded_url": "https://uphill.example/picture/15",
      "display_url": "uphill.example/picture/15",
      "indices": [
       "0",
       "23"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "23"
   ],
   "favorite_count": "734",
   "id_str": "1559803664398916547",
   "truncated": false,
   "retweet_count": "45",
   "id": "1559803664398916547",
   "created_at": "Wed Aug 17 07:25:48 +0000 2022",
   "favorited": false,
   "full_text": "https://t.co/HaDemo0015",
   "lang": "zxx",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1548036057986384755"
     ],
     "editableUntil": "2022-07-15T21:05:32.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "58"
   ],
   "favorite_count": "433",
   "id_str": "1548036057986384755",
   "truncated": false,
   "retweet_count": "15",
   "id": "1548036057986384755",
   "created_at": "Fri Jul 15 20:05:32 +0000 2022",
   "favorited": false,
   "full_text": "You may keep your smart watch. Mine is stupid &amp; right.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1547648076478679149"
     ],
     "editableUntil": "2022-07-14T19:23:50.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "127"
   ],
   "favorite_count": "270",
   "id_str": "1547648076478679149",
   "truncated": false,
   "retweet_count": "40",
   "id": "1547648076478679149",
   "created_at": "Thu Jul 14 18:23:50 +0000 2022",
   "favorited": false,
   "full_text": "Saved a bee from the rain barrel. She sat on my thumb, dried one wing, then the other, &amp; left without a word. Professional.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1547565406746047269"
     ],
     "editableUntil": "2022-07-14T13:55:20.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "59"
   ],
   "favorite_count": "468",
   "id_str": "1547565406746047269",
   "truncated": false,
   "retweet_count": "27",
   "id": "1547565406746047269",
   "created_at": "Thu Jul 14 12:55:20 +0000 2022",
   "favorited": false,
   "full_text": "If you want to know what a firm is worth, look in its skip.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1547141966591861115"
     ],
     "editableUntil": "2022-07-13T09:52:44.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "92"
   ],
   "favorite_count": "699",
   "id_str": "1547141966591861115",
   "truncated": false,
   "retweet_count": "11",
   "id": "1547141966591861115",
   "created_at": "Wed Jul 13 08:52:44 +0000 2022",
   "favorited": false,
   "full_text": "The young fitter has drawn a perfect gear. Now she must draw one that will survive February.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1547108122753692723"
     ],
     "editableUntil": "2022-07-13T07:38:15.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "31"
   ],
   "favorite_count": "870",
   "id_str": "1547108122753692723",
   "truncated": false,
   "retweet_count": "14",
   "id": "1547108122753692723",
   "created_at": "Wed Jul 13 06:38:15 +0000 2022",
   "favorited": false,
   "full_text": "Measure the hole, not the plug.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1535686047299502485"
     ],
     "editableUntil": "2022-06-11T19:11:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "74"
   ],
   "favorite_count": "877",
   "id_str": "1535686047299502485",
   "truncated": false,
   "retweet_count": "27",
   "id": "1535686047299502485",
   "created_at": "Sat Jun 11 18:11:00 +0000 2022",
   "favorited": false,
   "full_text": "A bolt never lies. It may squeak, it may weep, but it never lies. Onwards.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1528800170342999762"
     ],
     "editableUntil": "2022-05-23T19:08:59.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "34"
   ],
   "favorite_count": "9",
   "id_str": "1528800170342999762",
   "truncated": false,
   "retweet_count": "47",
   "id": "1528800170342999762",
   "created_at": "Mon May 23 18:08:59 +0000 2022",
   "favorited": false,
   "full_text": "Onions, carrots, patience. Lid on.",
   "lang": "zxx"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1522863418242067038"
     ],
     "editableUntil": "2022-05-07T09:58:27.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "118"
   ],
   "favorite_count": "149",
   "id_str": "1522863418242067038",
   "truncated": false,
   "retweet_count": "16",
   "id": "1522863418242067038",
   "created_at": "Sat May 07 08:58:27 +0000 2022",
   "favorited": false,
   "full_text": "Log: aurora, faint green, north. Woke the whole house. The whole house said thank you in a voice that meant otherwise.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1520475420620944680"
     ],
     "editableUntil": "2022-04-30T19:49:24.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Lamp Society",
      "screen_name": "lamp_society",
      "indices": [
       "3",
       "16"
      ],
      "id_str": "715327748305846279",
      "id": "715327748305846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "108"
   ],
   "favorite_count": "0",
   "id_str": "1520475420620944680",
   "truncated": false,
   "retweet_count": "29",
   "id": "1520475420620944680",
   "created_at": "Sat Apr 30 18:49:24 +0000 2022",
   "favorited": false,
   "full_text": "RT @lamp_society: Does anyone own a copy of the 1931 list of lights? We are one volume short of a full shelf",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1517037039254237203"
     ],
     "editableUntil": "2022-04-21T08:06:30.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "74"
   ],
   "favorite_count": "714",
   "id_str": "1517037039254237203",
   "truncated": false,
   "retweet_count": "14",
   "id": "1517037039254237203",
   "created_at": "Thu Apr 21 07:06:30 +0000 2022",
   "favorited": false,
   "full_text": "Ninety steps up with a bucket of coal: that is a gymnasium with a purpose.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1514348704297963192"
     ],
     "editableUntil": "2022-04-13T22:04:01.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "48"
   ],
   "favorite_count": "412",
   "id_str": "1514348704297963192",
   "truncated": false,
   "retweet_count": "54",
   "id": "1514348704297963192",
   "created_at": "Wed Apr 13 21:04:01 +0000 2022",
   "favorited": false,
   "full_text": "An umbrella is a very small roof with ambitions.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1506012483156499093"
     ],
     "editableUntil": "2022-03-21T21:58:51.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "98"
   ],
   "favorite_count": "479",
   "id_str": "1506012483156499093",
   "truncated": false,
   "retweet_count": "2",
   "id": "1506012483156499093",
   "created_at": "Mon Mar 21 20:58:51 +0000 2022",
   "favorited": false,
   "full_text": "People say a machine is \"dead\" when it stops. It is not dead. It is waiting for somebody sensible.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1504004732745078516"
     ],
     "editableUntil": "2022-03-16T09:00:46.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "93"
   ],
   "favorite_count": "291",
   "id_str": "1504004732745078516",
   "truncated": false,
   "retweet_count": "13",
   "id": "1504004732745078516",
   "created_at": "Wed Mar 16 08:00:46 +0000 2022",
   "favorited": false,
   "full_text": "Learned a new knot from a girl of nine. Taught her a bad word in three languages. Fair trade.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1501543141864832621"
     ],
     "editableUntil": "2022-03-09T13:59:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "122"
   ],
   "favorite_count": "657",
   "id_str": "1501543141864832621",
   "truncated": false,
   "retweet_count": "58",
   "id": "1501543141864832621",
   "created_at": "Wed Mar 09 12:59:17 +0000 2022",
   "favorited": false,
   "full_text": "Somebody asked what I do about stress. I tighten something. Then I loosen it a quarter turn, because stress likes company.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1498580738505430471"
     ],
     "editableUntil": "2022-03-01T09:47:45.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "200"
   ],
   "favorite_count": "284",
   "id_str": "1498580738505430471",
   "truncated": false,
   "retweet_count": "12",
   "id": "1498580738505430471",
   "created_at": "Tue Mar 01 08:47:45 +0000 2022",
   "favorited": false,
   "full_text": "Three things I would put in every school: a bench vice, a barometer, a wall clock that the children must wind. You learn force, doubt &amp; duty, in that order, &amp; nobody has to sit an examination.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1497551779264681393"
     ],
     "editableUntil": "2022-02-26T13:39:02.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "93"
   ],
   "favorite_count": "754",
   "id_str": "1497551779264681393",
   "truncated": false,
   "retweet_count": "19",
   "id": "1497551779264681393",
   "created_at": "Sat Feb 26 12:39:02 +0000 2022",
   "favorited": false,
   "full_text": "I am told that I am stubborn. I have been told so for years &amp; I have not changed my mind.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1488125731142145861"
     ],
     "editableUntil": "2022-01-31T13:23:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "79"
   ],
   "favorite_count": "158",
   "id_str": "1488125731142145861",
   "truncated": false,
   "retweet_count": "9",
   "id": "1488125731142145861",
   "created_at": "Mon Jan 31 12:23:17 +0000 2022",
   "favorited": false,
   "full_text": "Log: equinox. Day &amp; night in balance, shelf in the pantry not. Wedge found.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1486231839307104572"
     ],
     "editableUntil": "2022-01-26T07:57:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Brunnalp Messenger",
      "screen_name": "messenger_brunnalp",
      "indices": [
       "3",
       "22"
      ],
      "id_str": "682712840401846279",
      "id": "682712840401846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "115"
   ],
   "favorite_count": "0",
   "id_str": "1486231839307104572",
   "truncated": false,
   "retweet_count": "12",
   "id": "1486231839307104572",
   "created_at": "Wed Jan 26 06:57:38 +0000 2022",
   "favorited": false,
   "full_text": "RT @messenger_brunnalp: Lost: one left ski. Found: one left ski, but a different one. Enquiries to the post office.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1483307209848161279"
     ],
     "editableUntil": "2022-01-18T06:16:12.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "103"
   ],
   "favorite_count": "172",
   "id_str": "1483307209848161279",
   "truncated": false,
   "retweet_count": "42",
   "id": "1483307209848161279",
   "created_at": "Tue Jan 18 05:16:12 +0000 2022",
   "favorited": false,
   "full_text": "Young man at the station told me steam was the future. He was seven. I did not argue; he had a whistle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1480601544030486318"
     ],
     "editableUntil": "2022-01-10T19:04:51.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "63"
   ],
   "favorite_count": "197",
   "id_str": "1480601544030486318",
   "truncated": false,
   "retweet_count": "16",
   "id": "1480601544030486318",
   "created_at": "Mon Jan 10 18:04:51 +0000 2022",
   "favorited": false,
   "full_text": "Do the sums twice. Then have somebody who dislikes you do them.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1470625605876076540"
     ],
     "editableUntil": "2021-12-14T06:24:02.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "77"
   ],
   "favorite_count": "168",
   "id_str": "1470625605876076540",
   "truncated": false,
   "retweet_count": "15",
   "id": "1470625605876076540",
   "created_at": "Tue Dec 14 05:24:02 +0000 2021",
   "favorited": false,
   "full_text": "I am in favour of the semicolon; it is a coupling that lets both halves move.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1461451501205444702"
     ],
     "editableUntil": "2021-11-18T22:49:25.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "56"
   ],
   "favorite_count": "744",
   "id_str": "1461451501205444702",
   "truncated": false,
   "retweet_count": "20",
   "id": "1461451501205444702",
   "created_at": "Thu Nov 18 21:49:25 +0000 2021",
   "favorited": false,
   "full_text": "A wee word on optimism: carry it, but also carry a rope.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1455569350555198687"
     ],
     "editableUntil": "2021-11-02T17:15:51.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "99"
   ],
   "favorite_count": "744",
   "id_str": "1455569350555198687",
   "truncated": false,
   "retweet_count": "9",
   "id": "1455569350555198687",
   "created_at": "Tue Nov 02 16:15:51 +0000 2021",
   "favorited": false,
   "full_text": "The dentist admired my drill. I admired his. It was the best conversation I have had in that chair.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1452334489401368176"
     ],
     "editableUntil": "2021-10-24T19:01:40.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "93"
   ],
   "favorite_count": "312",
   "id_str": "1452334489401368176",
   "truncated": false,
   "retweet_count": "48",
   "id": "1452334489401368176",
   "created_at": "Sun Oct 24 18:01:40 +0000 2021",
   "favorited": false,
   "full_text": "If you cannot explain it to the postman, you do not know it yet. Our postman is very patient.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1451085941569436266"
     ],
     "editableUntil": "2021-10-21T08:20:23.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "100"
   ],
   "favorite_count": "523",
   "id_str": "1451085941569436266",
   "truncated": false,
   "retweet_count": "12",
   "id": "1451085941569436266",
   "created_at": "Thu Oct 21 07:20:23 +0000 2021",
   "favorited": false,
   "full_text": "They have put a touch screen on the kettle. I touched it. It asked for my birthday. I lit the stove.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1448377616561606993"
     ],
     "editableUntil": "2021-10-13T20:58:28.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "190"
   ],
   "favorite_count": "346",
   "id_str": "1448377616561606993",
   "truncated": false,
   "retweet_count": "29",
   "id": "1448377616561606993",
   "created_at": "Wed Oct 13 19:58:28 +0000 2021",
   "favorited": false,
   "full_text": "Log: the pass is shut, the wires are down, the flour is in. Six neighbours, one stove, an accordion with a cough. If this is being cut off from the world, the world may want to look into it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1445814204757997101"
     ],
     "editableUntil": "2021-10-06T19:12:23.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "72"
   ],
   "favorite_count": "597",
   "id_str": "1445814204757997101",
   "truncated": false,
   "retweet_count": "14",
   "id": "1445814204757997101",
   "created_at": "Wed Oct 06 18:12:23 +0000 2021",
   "favorited": false,
   "full_text": "The trouble with a straight line is that no hill has ever asked for one.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1443245445217100893"
     ],
     "editableUntil": "2021-09-29T17:05:03.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "98"
   ],
   "favorite_count": "453",
   "id_str": "1443245445217100893",
   "truncated": false,
   "retweet_count": "44",
   "id": "1443245445217100893",
   "created_at": "Wed Sep 29 16:05:03 +0000 2021",
   "favorited": false,
   "full_text": "Fed the stove, fed the dog, fed the sourdough. Nobody has fed the engineer. Onwards to the larder.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1439512799869186432"
     ],
     "editableUntil": "2021-09-19T09:52:51.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Frost and Gears",
      "screen_name": "frost_and_gears",
      "indices": [
       "3",
       "19"
      ],
      "id_str": "685974331192246279",
      "id": "685974331192246279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "102"
   ],
   "favorite_count": "0",
   "id_str": "1439512799869186432",
   "truncated": false,
   "retweet_count": "10",
   "id": "1439512799869186432",
   "created_at": "Sun Sep 19 08:52:51 +0000 2021",
   "favorited": false,
   "full_text": "RT @frost_and_gears: New on the blog: why pinions fail on cold mornings, with far too many photographs",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1437678592981782994"
     ],
     "editableUntil": "2021-09-14T08:24:22.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "85"
   ],
   "favorite_count": "681",
   "id_str": "1437678592981782994",
   "truncated": false,
   "retweet_count": "35",
   "id": "1437678592981782994",
   "created_at": "Tue Sep 14 07:24:22 +0000 2021",
   "favorited": false,
   "full_text": "Every machine has a side it does not show to visitors. That is where the oil gets in.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1437392348510480384"
     ],
     "editableUntil": "2021-09-13T13:26:56.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "112"
   ],
   "favorite_count": "538",
   "id_str": "1437392348510480384",
   "truncated": false,
   "retweet_count": "9",
   "id": "1437392348510480384",
   "created_at": "Mon Sep 13 12:26:56 +0000 2021",
   "favorited": false,
   "full_text": "Sunday: oiled the hinges, oiled the gate, oiled the sewing machine, oiled my brother's opinion on the telephone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1437303982912580392"
     ],
     "editableUntil": "2021-09-13T07:35:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "87"
   ],
   "favorite_count": "360",
   "id_str": "1437303982912580392",
   "truncated": false,
   "retweet_count": "37",
   "id": "1437303982912580392",
   "created_at": "Mon Sep 13 06:35:48 +0000 2021",
   "favorited": false,
   "full_text": "The goat is on the roof. The goat has been asked. The goat considers the matter closed.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1431863454726025958"
     ],
     "editableUntil": "2021-08-29T07:17:05.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "115"
   ],
   "favorite_count": "475",
   "id_str": "1431863454726025958",
   "truncated": false,
   "retweet_count": "8",
   "id": "1431863454726025958",
   "created_at": "Sun Aug 29 06:17:05 +0000 2021",
   "favorited": false,
   "full_text": "Nine in the morning &amp; the valley smells of bread. If you want my opinion on anything, ask me now. I will agree.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1425700071798403937"
     ],
     "editableUntil": "2021-08-12T07:06:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "55"
   ],
   "favorite_count": "392",
   "id_str": "1425700071798403937",
   "truncated": false,
   "retweet_count": "56",
   "id": "1425700071798403937",
   "created_at": "Thu Aug 12 06:06:00 +0000 2021",
   "favorited": false,
   "full_text": "A well-made drawer closes like the end of a good story.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1425432173213702193"
     ],
     "editableUntil": "2021-08-11T13:21:28.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "97"
   ],
   "favorite_count": "442",
   "id_str": "1425432173213702193",
   "truncated": false,
   "retweet_count": "57",
   "id": "1425432173213702193",
   "created_at": "Wed Aug 11 12:21:28 +0000 2021",
   "favorited": false,
   "full_text": "On being interviewed: they ask about the summit. The summit takes a minute. Ask about the drains.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1419051361761742343"
     ],
     "editableUntil": "2021-07-24T22:46:24.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "103"
   ],
   "favorite_count": "215",
   "id_str": "1419051361761742343",
   "truncated": false,
   "retweet_count": "19",
   "id": "1419051361761742343",
   "created_at": "Sat Jul 24 21:46:24 +0000 2021",
   "favorited": false,
   "full_text": "Log: thaw. The roof is telling its whole life story, drip by drip, &amp; has only got to the childhood.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1413559151360672813"
     ],
     "editableUntil": "2021-07-09T19:02:19.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "56"
   ],
   "favorite_count": "665",
   "id_str": "1413559151360672813",
   "truncated": false,
   "retweet_count": "1",
   "id": "1413559151360672813",
   "created_at": "Fri Jul 09 18:02:19 +0000 2021",
   "favorited": false,
   "full_text": "Temporary repairs are the oldest things in any building.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1412531689486893342"
     ],
     "editableUntil": "2021-07-06T22:59:33.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "75"
   ],
   "favorite_count": "767",
   "id_str": "1412531689486893342",
   "truncated": false,
   "retweet_count": "5",
   "id": "1412531689486893342",
   "created_at": "Tue Jul 06 21:59:33 +0000 2021",
   "favorited": false,
   "full_text": "Sent the plans back. Too beautiful. Somebody would have been afraid to dig.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1409484770900361838"
     ],
     "editableUntil": "2021-06-28T13:12:11.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "127"
   ],
   "favorite_count": "101",
   "id_str": "1409484770900361838",
   "truncated": false,
   "retweet_count": "25",
   "id": "1409484770900361838",
   "created_at": "Mon Jun 28 12:12:11 +0000 2021",
   "favorited": false,
   "full_text": "A child asked why the wheels have teeth. I said: to bite the hill. She said: does the hill mind. I have thought of little else.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1405782119019884819"
     ],
     "editableUntil": "2021-06-18T07:59:10.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "79"
   ],
   "favorite_count": "647",
   "id_str": "1405782119019884819",
   "truncated": false,
   "retweet_count": "20",
   "id": "1405782119019884819",
   "created_at": "Fri Jun 18 06:59:10 +0000 2021",
   "favorited": false,
   "full_text": "Log: barometer down, bees indoors, dog under table. The committee is unanimous.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1403695104652553518"
     ],
     "editableUntil": "2021-06-12T13:46:07.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "38"
   ],
   "favorite_count": "506",
   "id_str": "1403695104652553518",
   "truncated": false,
   "retweet_count": "50",
   "id": "1403695104652553518",
   "created_at": "Sat Jun 12 12:46:07 +0000 2021",
   "favorited": false,
   "full_text": "Log: gale. Slept like a ballast stone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1396713941497219323"
     ],
     "editableUntil": "2021-05-24T07:25:28.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "94"
   ],
   "favorite_count": "655",
   "id_str": "1396713941497219323",
   "truncated": false,
   "retweet_count": "49",
   "id": "1396713941497219323",
   "created_at": "Mon May 24 06:25:28 +0000 2021",
   "favorited": false,
   "full_text": "I met a man who had optimised his breakfast. Poor soul. It took him eleven minutes to tell me.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1395616606713729368"
     ],
     "editableUntil": "2021-05-21T06:45:03.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "219"
   ],
   "favorite_count": "514",
   "id_str": "1395616606713729368",
   "truncated": false,
   "retweet_count": "10",
   "id": "1395616606713729368",
   "created_at": "Fri May 21 05:45:03 +0000 2021",
   "favorited": false,
   "full_text": "I have two scales in my kitchen. One is digital &amp; changes its mind. The other was my aunt's &amp; has been wrong by the same half ounce for sixty years. Guess which of them I bake with. Constancy is a kind of truth.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1394022196574300320"
     ],
     "editableUntil": "2021-05-16T21:09:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0012",
      "expanded_url": "https://uphill.example/notes/210",
      "display_url": "uphill.example/notes/210",
      "indices": [
       "80",
       "103"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "103"
   ],
   "favorite_count": "838",
   "id_str": "1394022196574300320",
   "truncated": false,
   "retweet_count": "13",
   "id": "1394022196574300320",
   "created_at": "Sun May 16 20:09:26 +0000 2021",
   "favorited": false,
   "full_text": "Log: warm wind off the pass, everyone cross, milk turned. The cat has resigned. https://t.co/HaDemo0012",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1393434218067963203"
     ],
     "editableUntil": "2021-05-15T06:13:01.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "84"
   ],
   "favorite_count": "595",
   "id_str": "1393434218067963203",
   "truncated": false,
   "retweet_count": "10",
   "id": "1393434218067963203",
   "created_at": "Sat May 15 05:13:01 +0000 2021",
   "favorited": false,
   "full_text": "I have sat on many committees &amp; got up from all of them stiffer than I sat down.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1391649055177062474"
     ],
     "editableUntil": "2021-05-10T07:59:25.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Grease Fan Club",
      "screen_name": "grease_fanclub",
      "indices": [
       "0",
       "15"
      ],
      "id_str": "712066257515446279",
      "id": "712066257515446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "73"
   ],
   "favorite_count": "855",
   "id_str": "1391649055177062474",
   "truncated": false,
   "retweet_count": "32",
   "id": "1391649055177062474",
   "created_at": "Mon May 10 06:59:25 +0000 2021",
   "favorited": false,
   "full_text": "@grease_fanclub I have had the mug tested. It holds tea. You may proceed.",
   "lang": "en",
   "in_reply_to_status_id": "1391618856186806277",
   "in_reply_to_status_id_str": "1391618856186806277",
   "in_reply_to_user_id": "712066257515446279",
   "in_reply_to_user_id_str": "712066257515446279",
   "in_reply_to_screen_name": "grease_fanclub"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1391136733525692201"
     ],
     "editableUntil": "2021-05-08T22:03:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Petra Anselm",
      "screen_name": "petra_adhesion",
      "indices": [
       "0",
       "15"
      ],
      "id_str": "692497312773046279",
      "id": "692497312773046279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "95"
   ],
   "favorite_count": "510",
   "id_str": "1391136733525692201",
   "truncated": false,
   "retweet_count": "37",
   "id": "1391136733525692201",
   "created_at": "Sat May 08 21:03:38 +0000 2021",
   "favorited": false,
   "full_text": "@petra_adhesion Take all the time you need, Petra. My trains do not slide back while you think.",
   "lang": "en",
   "in_reply_to_status_id": "1391106534536118277",
   "in_reply_to_status_id_str": "1391106534536118277",
   "in_reply_to_user_id": "692497312773046279",
   "in_reply_to_user_id_str": "692497312773046279",
   "in_reply_to_screen_name": "petra_adhesion"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1385134130854848932"
     ],
     "editableUntil": "2021-04-22T08:31:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "91"
   ],
   "favorite_count": "101",
   "id_str": "1385134130854848932",
   "truncated": false,
   "retweet_count": "31",
   "id": "1385134130854848932",
   "created_at": "Thu Apr 22 07:31:26 +0000 2021",
   "favorited": false,
   "full_text": "When I was wee I thought the horizon was a thing somebody had to keep level. I still check.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1382403072717976615"
     ],
     "editableUntil": "2021-04-14T19:39:11.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [],
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1382403072717976615/photo/1",
      "indices": [
       "71",
       "94"
      ],
      "url": "https://t.co/HaDemo0007",
      "media_url": "http://media.example/1382403072717750281.jpg",
      "media_url_https": "https://media.example/1382403072717750281.jpg",
      "id_str": "1382403072717750281",
      "id": "1382403072717750281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo156"
     }
    ]
   },
   "display_text_range": [
    "0",
    "94"
   ],
   "favorite_count": "8",
   "id_str": "1382403072717976615",
   "truncated": false,
   "retweet_count": "22",
   "id": "1382403072717976615",
   "created_at": "Wed Apr 14 18:39:11 +0000 2021",
   "favorited": false,
   "full_text": "The whole art of braking is to begin before anybody thinks you should. https://t.co/HaDemo0007",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1382403072717976615/photo/1",
      "indices": [
       "71",
       "94"
      ],
      "url": "https://t.co/HaDemo0007",
      "media_url": "http://media.example/1382403072717750281.jpg",
      "media_url_https": "https://media.example/1382403072717750281.jpg",
      "id_str": "1382403072717750281",
      "id": "1382403072717750281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo156"
     }
    ]
   }
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1377895236106351635"
     ],
     "editableUntil": "2021-04-02T09:06:39.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "74"
   ],
   "favorite_count": "784",
   "id_str": "1377895236106351635",
   "truncated": false,
   "retweet_count": "48",
   "id": "1377895236106351635",
   "created_at": "Fri Apr 02 08:06:39 +0000 2021",
   "favorited": false,
   "full_text": "A bolt never lies. It may squeak, it may weep, but it never lies. Onwards.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1373896424420283720"
     ],
     "editableUntil": "2021-03-22T08:16:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "57"
   ],
   "favorite_count": "540",
   "id_str": "1373896424420283720",
   "truncated": false,
   "retweet_count": "12",
   "id": "1373896424420283720",
   "created_at": "Mon Mar 22 07:16:48 +0000 2021",
   "favorited": false,
   "full_text": "The path is washed out again. The marmots had no comment.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1338744218450026497"
     ],
     "editableUntil": "2020-12-15T08:14:29.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "87"
   ],
   "favorite_count": "178",
   "id_str": "1338744218450026497",
   "truncated": false,
   "retweet_count": "27",
   "id": "1338744218450026497",
   "created_at": "Tue Dec 15 07:14:29 +0000 2020",
   "favorited": false,
   "full_text": "I have a soft spot for the last bus. It has seen everyone's evening &amp; tells nobody.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1336735440434483490"
     ],
     "editableUntil": "2020-12-09T19:12:19.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "104"
   ],
   "favorite_count": "592",
   "id_str": "1336735440434483490",
   "truncated": false,
   "retweet_count": "52",
   "id": "1336735440434483490",
   "created_at": "Wed Dec 09 18:12:19 +0000 2020",
   "favorited": false,
   "full_text": "An apprentice asked when she will be an engineer. I said: when you apologise to a machine &amp; mean it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1335298950035266650"
     ],
     "editableUntil": "2020-12-05T20:04:13.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "53"
   ],
   "favorite_count": "735",
   "id_str": "1335298950035266650",
   "truncated": false,
   "retweet_count": "55",
   "id": "1335298950035266650",
   "created_at": "Sat Dec 05 19:04:13 +0000 2020",
   "favorited": false,
   "full_text": "Three days of fog. One grows fond of one's own hands.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1328258479420544089"
     ],
     "editableUntil": "2020-11-16T09:47:54.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "166"
   ],
   "favorite_count": "554",
   "id_str": "1328258479420544089",
   "truncated": false,
   "retweet_count": "36",
   "id": "1328258479420544089",
   "created_at": "Mon Nov 16 08:47:54 +0000 2020",
   "favorited": false,
   "full_text": "I was wrong about the drainage, wrong about the birch trees &amp; wrong about the new lad. I was right about the gutter. At my age one takes the gutter &amp; is glad.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1323296810726738570"
     ],
     "editableUntil": "2020-11-02T17:12:00.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "68"
   ],
   "favorite_count": "359",
   "id_str": "1323296810726738570",
   "truncated": false,
   "retweet_count": "30",
   "id": "1323296810726738570",
   "created_at": "Mon Nov 02 16:12:00 +0000 2020",
   "favorited": false,
   "full_text": "Some days the best work is to put the cover back on &amp; walk away.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1322937371456569336"
     ],
     "editableUntil": "2020-11-01T17:23:43.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "81"
   ],
   "favorite_count": "450",
   "id_str": "1322937371456569336",
   "truncated": false,
   "retweet_count": "33",
   "id": "1322937371456569336",
   "created_at": "Sun Nov 01 16:23:43 +0000 2020",
   "favorited": false,
   "full_text": "What I know about leadership: walk at the back, carry the heavy bag, count heads.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1315891100120120217"
     ],
     "editableUntil": "2020-10-13T06:44:21.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "65"
   ],
   "favorite_count": "811",
   "id_str": "1315891100120120217",
   "truncated": false,
   "retweet_count": "26",
   "id": "1315891100120120217",
   "created_at": "Tue Oct 13 05:44:21 +0000 2020",
   "favorited": false,
   "full_text": "An expert is somebody who has already dropped it on her own foot.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1310915858660227107"
     ],
     "editableUntil": "2020-09-29T13:14:31.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "53"
   ],
   "favorite_count": "875",
   "id_str": "1310915858660227107",
   "truncated": false,
   "retweet_count": "18",
   "id": "1310915858660227107",
   "created_at": "Tue Sep 29 12:14:31 +0000 2020",
   "favorited": false,
   "full_text": "A compass is only a needle that has made up its mind.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1310330367375805877"
     ],
     "editableUntil": "2020-09-27T22:27:59.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "59"
   ],
   "favorite_count": "332",
   "id_str": "1310330367375805877",
   "truncated": false,
   "retweet_count": "49",
   "id": "1310330367375805877",
   "created_at": "Sun Sep 27 21:27:59 +0000 2020",
   "favorited": false,
   "full_text": "Trust is built like dry stone: no mortar, a lot of looking.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1308288978647127553"
     ],
     "editableUntil": "2020-09-22T07:16:14.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "85"
   ],
   "favorite_count": "53",
   "id_str": "1308288978647127553",
   "truncated": false,
   "retweet_count": "45",
   "id": "1308288978647127553",
   "created_at": "Tue Sep 22 06:16:14 +0000 2020",
   "favorited": false,
   "full_text": "I asked the computer how long. It said nearly done. I have known fishermen like that.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1307797037118478010"
     ],
     "editableUntil": "2020-09-20T22:41:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "199"
   ],
   "favorite_count": "363",
   "id_str": "1307797037118478010",
   "truncated": false,
   "retweet_count": "16",
   "id": "1307797037118478010",
   "created_at": "Sun Sep 20 21:41:26 +0000 2020",
   "favorited": false,
   "full_text": "You want a test of a house? Sit in it alone in February with the lamp low &amp; listen. If it talks to itself cheerfully, buy it. If it goes quiet when you move, thank the agent kindly &amp; go home.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1304286677301561721"
     ],
     "editableUntil": "2020-09-11T06:12:31.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "40"
   ],
   "favorite_count": "437",
   "id_str": "1304286677301561721",
   "truncated": false,
   "retweet_count": "16",
   "id": "1304286677301561721",
   "created_at": "Fri Sep 11 05:12:31 +0000 2020",
   "favorited": false,
   "full_text": "I like a tool that has only one opinion.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1302355586184978076"
     ],
     "editableUntil": "2020-09-05T22:19:03.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "67"
   ],
   "favorite_count": "305",
   "id_str": "1302355586184978076",
   "truncated": false,
   "retweet_count": "20",
   "id": "1302355586184978076",
   "created_at": "Sat Sep 05 21:19:03 +0000 2020",
   "favorited": false,
   "full_text": "On arguments: let the other fellow finish. He may run out of track.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1301753544177122662"
     ],
     "editableUntil": "2020-09-04T06:26:45.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "143"
   ],
   "favorite_count": "104",
   "id_str": "1301753544177122662",
   "truncated": false,
   "retweet_count": "50",
   "id": "1301753544177122662",
   "created_at": "Fri Sep 04 05:26:45 +0000 2020",
   "favorited": false,
   "full_text": "The old crane driver died this week. He could set down a ton of steel like a cup on a saucer. I never heard him raise his voice. Onwards, Emil.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1300336330799211568"
     ],
     "editableUntil": "2020-08-31T08:35:15.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "106"
   ],
   "favorite_count": "492",
   "id_str": "1300336330799211568",
   "truncated": false,
   "retweet_count": "6",
   "id": "1300336330799211568",
   "created_at": "Mon Aug 31 07:35:15 +0000 2020",
   "favorited": false,
   "full_text": "Snow on the washing. I have brought in four shirts that stand up by themselves. Good company at breakfast.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1299972760139045146"
     ],
     "editableUntil": "2020-08-30T08:30:33.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "111"
   ],
   "favorite_count": "848",
   "id_str": "1299972760139045146",
   "truncated": false,
   "retweet_count": "48",
   "id": "1299972760139045146",
   "created_at": "Sun Aug 30 07:30:33 +0000 2020",
   "favorited": false,
   "full_text": "Fewer buttons. I say it at every design review. I shall have it on the gravestone: one button, &amp; it sticks.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1295702455350667907"
     ],
     "editableUntil": "2020-08-18T13:41:53.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0018",
      "expanded_url": "https://uphill.example/picture/18",
      "display_url": "uphill.example/picture/18",
      "indices": [
       "0",
       "23"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "23"
   ],
   "favorite_count": "38",
   "id_str": "1295702455350667907",
   "truncated": false,
   "retweet_count": "2",
   "id": "1295702455350667907",
   "created_at": "Tue Aug 18 12:41:53 +0000 2020",
   "favorited": false,
   "full_text": "https://t.co/HaDemo0018",
   "lang": "zxx",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1289840680630037138"
     ],
     "editableUntil": "2020-08-02T09:29:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Grease Fan Club",
      "screen_name": "grease_fanclub",
      "indices": [
       "3",
       "18"
      ],
      "id_str": "712066257515446279",
      "id": "712066257515446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "68"
   ],
   "favorite_count": "0",
   "id_str": "1289840680630037138",
   "truncated": false,
   "retweet_count": "13",
   "id": "1289840680630037138",
   "created_at": "Sun Aug 02 08:29:17 +0000 2020",
   "favorited": false,
   "full_text": "RT @grease_fanclub: OMG she said 'a tooth at a time' again, drink!!!",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1287976216033792224"
     ],
     "editableUntil": "2020-07-28T06:00:34.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "82"
   ],
   "favorite_count": "113",
   "id_str": "1287976216033792224",
   "truncated": false,
   "retweet_count": "15",
   "id": "1287976216033792224",
   "created_at": "Tue Jul 28 05:00:34 +0000 2020",
   "favorited": false,
   "full_text": "There is always one screw left over. Keep it. It knows which machine it came from.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1278959318070474879"
     ],
     "editableUntil": "2020-07-03T08:50:38.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "94"
   ],
   "favorite_count": "892",
   "id_str": "1278959318070474879",
   "truncated": false,
   "retweet_count": "48",
   "id": "1278959318070474879",
   "created_at": "Fri Jul 03 07:50:38 +0000 2020",
   "favorited": false,
   "full_text": "A mountain does not care about your schedule. It has one of its own &amp; it is not published.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1278590294817194507"
     ],
     "editableUntil": "2020-07-02T08:24:16.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "208",
   "id_str": "1278590294817194507",
   "truncated": false,
   "retweet_count": "52",
   "id": "1278590294817194507",
   "created_at": "Thu Jul 02 07:24:16 +0000 2020",
   "favorited": false,
   "full_text": "I was going to write something wise here. The dog has eaten the pencil. He looks no wiser.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1271359990002810100"
     ],
     "editableUntil": "2020-06-12T09:33:37.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [
     {
      "text": "rackrailway",
      "indices": [
       "58",
       "70"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "70"
   ],
   "favorite_count": "71",
   "id_str": "1271359990002810100",
   "truncated": false,
   "retweet_count": "54",
   "id": "1271359990002810100",
   "created_at": "Fri Jun 12 08:33:37 +0000 2020",
   "favorited": false,
   "full_text": "I have now worn these boots longer than some governments. #rackrailway",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1269510918501481143"
     ],
     "editableUntil": "2020-06-07T07:06:04.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Lamp Society",
      "screen_name": "lamp_society",
      "indices": [
       "1",
       "14"
      ],
      "id_str": "715327748305846279",
      "id": "715327748305846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "100"
   ],
   "favorite_count": "717",
   "id_str": "1269510918501481143",
   "truncated": false,
   "retweet_count": "4",
   "id": "1269510918501481143",
   "created_at": "Sun Jun 07 06:06:04 +0000 2020",
   "favorited": false,
   "full_text": "\"@lamp_society: Remember when every harbour had its own colour of green? We made a chart of all 63!\"",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1267497333814778772"
     ],
     "editableUntil": "2020-06-01T17:44:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "80"
   ],
   "favorite_count": "713",
   "id_str": "1267497333814778772",
   "truncated": false,
   "retweet_count": "41",
   "id": "1267497333814778772",
   "created_at": "Mon Jun 01 16:44:48 +0000 2020",
   "favorited": false,
   "full_text": "Log: minus nineteen. The door has shrunk, or I have grown. We met in the middle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1265199408870446785"
     ],
     "editableUntil": "2020-05-26T09:33:40.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "65"
   ],
   "favorite_count": "35",
   "id_str": "1265199408870446785",
   "truncated": false,
   "retweet_count": "2",
   "id": "1265199408870446785",
   "created_at": "Tue May 26 08:33:40 +0000 2020",
   "favorited": false,
   "full_text": "A rope remembers every knot. Be kind to ropes. Be kind generally.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1263018790221404957"
     ],
     "editableUntil": "2020-05-20T09:08:40.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "84"
   ],
   "favorite_count": "357",
   "id_str": "1263018790221404957",
   "truncated": false,
   "retweet_count": "9",
   "id": "1263018790221404957",
   "created_at": "Wed May 20 08:08:40 +0000 2020",
   "favorited": false,
   "full_text": "Let the kettle boil. Let the paint dry. Let the young ones speak first. Same muscle.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1261169878103079109"
     ],
     "editableUntil": "2020-05-15T06:41:45.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "118",
   "id_str": "1261169878103079109",
   "truncated": false,
   "retweet_count": "6",
   "id": "1261169878103079109",
   "created_at": "Fri May 15 05:41:45 +0000 2020",
   "favorited": false,
   "full_text": "Log: wind south-west, tea strong. Nothing has fallen off anything. I call that a fair day.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1256829490689669788"
     ],
     "editableUntil": "2020-05-03T07:14:36.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "56"
   ],
   "favorite_count": "152",
   "id_str": "1256829490689669788",
   "truncated": false,
   "retweet_count": "2",
   "id": "1256829490689669788",
   "created_at": "Sun May 03 06:14:36 +0000 2020",
   "favorited": false,
   "full_text": "A tourist asked if the mountain is real. I said: mostly.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1251012720850172598"
     ],
     "editableUntil": "2020-04-17T06:00:50.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "582",
   "id_str": "1251012720850172598",
   "truncated": false,
   "retweet_count": "58",
   "id": "1251012720850172598",
   "created_at": "Fri Apr 17 05:00:50 +0000 2020",
   "favorited": false,
   "full_text": "Do not call it a setback. A rack railway has no setbacks, only teeth you have not reached.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1246861555268128606"
     ],
     "editableUntil": "2020-04-05T19:05:35.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "94"
   ],
   "favorite_count": "641",
   "id_str": "1246861555268128606",
   "truncated": false,
   "retweet_count": "37",
   "id": "1246861555268128606",
   "created_at": "Sun Apr 05 18:05:35 +0000 2020",
   "favorited": false,
   "full_text": "You cannot hurry glue. You cannot hurry cheese. You cannot hurry me. We are a strong alliance.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1246556851665089072"
     ],
     "editableUntil": "2020-04-04T22:54:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "812",
   "id_str": "1246556851665089072",
   "truncated": false,
   "retweet_count": "13",
   "id": "1246556851665089072",
   "created_at": "Sat Apr 04 21:54:48 +0000 2020",
   "favorited": false,
   "full_text": "Log: dew, spider webs on every wire, each one a better truss than mine. I took off my hat.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1245242683947744080"
     ],
     "editableUntil": "2020-04-01T07:52:46.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "61"
   ],
   "favorite_count": "746",
   "id_str": "1245242683947744080",
   "truncated": false,
   "retweet_count": "14",
   "id": "1245242683947744080",
   "created_at": "Wed Apr 01 06:52:46 +0000 2020",
   "favorited": false,
   "full_text": "You can learn a lot about a person from how they coil a hose.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1234366253888465038"
     ],
     "editableUntil": "2020-03-02T07:33:43.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "105"
   ],
   "favorite_count": "882",
   "id_str": "1234366253888465038",
   "truncated": false,
   "retweet_count": "1",
   "id": "1234366253888465038",
   "created_at": "Mon Mar 02 06:33:43 +0000 2020",
   "favorited": false,
   "full_text": "The last light of the year went behind the ridge at ten to four. I had my hand on the switch, from habit.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1231462226852711468"
     ],
     "editableUntil": "2020-02-23T07:14:09.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "487",
   "id_str": "1231462226852711468",
   "truncated": false,
   "retweet_count": "53",
   "id": "1231462226852711468",
   "created_at": "Sun Feb 23 06:14:09 +0000 2020",
   "favorited": false,
   "full_text": "There are engineers who sing at work. Their welds are no better, but the days are shorter.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1229469517215649414"
     ],
     "editableUntil": "2020-02-17T19:15:50.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "224"
   ],
   "favorite_count": "392",
   "id_str": "1229469517215649414",
   "truncated": false,
   "retweet_count": "58",
   "id": "1229469517215649414",
   "created_at": "Mon Feb 17 18:15:50 +0000 2020",
   "favorited": false,
   "full_text": "A consultant came. He had eighty slides &amp; a pointer with a wee red light. By slide thirty the dog had caught the light, by slide fifty the rest of us had stopped pretending not to watch. Best review we have had in years.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1222971361720852628"
     ],
     "editableUntil": "2020-01-30T20:54:29.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "65"
   ],
   "favorite_count": "340",
   "id_str": "1222971361720852628",
   "truncated": false,
   "retweet_count": "38",
   "id": "1222971361720852628",
   "created_at": "Thu Jan 30 19:54:29 +0000 2020",
   "favorited": false,
   "full_text": "I like people who read the notice twice &amp; then hold the door.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1219485878319377270"
     ],
     "editableUntil": "2020-01-21T06:04:25.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Grease Fan Club",
      "screen_name": "grease_fanclub",
      "indices": [
       "1",
       "16"
      ],
      "id_str": "712066257515446279",
      "id": "712066257515446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "79"
   ],
   "favorite_count": "200",
   "id_str": "1219485878319377270",
   "truncated": false,
   "retweet_count": "56",
   "id": "1219485878319377270",
   "created_at": "Tue Jan 21 05:04:25 +0000 2020",
   "favorited": false,
   "full_text": "“@grease_fanclub: my mug arrived and it says GREASE IS PATIENCE, best day ever”",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1218603338037000777"
     ],
     "editableUntil": "2020-01-18T19:37:31.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "110"
   ],
   "favorite_count": "167",
   "id_str": "1218603338037000777",
   "truncated": false,
   "retweet_count": "47",
   "id": "1218603338037000777",
   "created_at": "Sat Jan 18 18:37:31 +0000 2020",
   "favorited": false,
   "full_text": "What the storm took: one chimney pot, one gate, one certainty. What it left: driftwood, though we have no sea.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1208790751246228586"
     ],
     "editableUntil": "2019-12-22T17:45:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "The Gradient",
      "screen_name": "gradient_mag",
      "indices": [
       "3",
       "16"
      ],
      "id_str": "695758803563446279",
      "id": "695758803563446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "118"
   ],
   "favorite_count": "0",
   "id_str": "1208790751246228586",
   "truncated": false,
   "retweet_count": "53",
   "id": "1208790751246228586",
   "created_at": "Sun Dec 22 16:45:48 +0000 2019",
   "favorited": false,
   "full_text": "RT @gradient_mag: BREAKING: the oldest rack locomotive in the valley returns to steam this Sunday! Tickets at the gate",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1206803213186038141"
     ],
     "editableUntil": "2019-12-17T06:08:02.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "108"
   ],
   "favorite_count": "177",
   "id_str": "1206803213186038141",
   "truncated": false,
   "retweet_count": "16",
   "id": "1206803213186038141",
   "created_at": "Tue Dec 17 05:08:02 +0000 2019",
   "favorited": false,
   "full_text": "The surveyor says the hill has moved four millimetres. I said good evening to it, in case it is coming over.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1197800601024324417"
     ],
     "editableUntil": "2019-11-22T09:54:52.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": [
     {
      "url": "https://t.co/HaDemo0020",
      "expanded_url": "https://twitter.com/i/web/status/1197800601024324417",
      "display_url": "twitter.com/i/web/status/1",
      "indices": [
       "254",
       "277"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "277"
   ],
   "favorite_count": "91",
   "id_str": "1197800601024324417",
   "truncated": false,
   "retweet_count": "56",
   "id": "1197800601024324417",
   "created_at": "Fri Nov 22 08:54:52 +0000 2019",
   "favorited": false,
   "full_text": "You ask how I check a rack before the first train of the season. Very well, &amp; mind you write it down. First I walk it, downhill, with my hands in my pockets, because the hands want to mend things before the eyes have finished. Then I walk it uphill… https://t.co/HaDemo0020",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1196540695017487005"
     ],
     "editableUntil": "2019-11-18T22:28:27.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Callum Ardwell",
      "screen_name": "callum_paints_sea",
      "indices": [
       "0",
       "18"
      ],
      "id_str": "705543275934646279",
      "id": "705543275934646279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "69"
   ],
   "favorite_count": "306",
   "id_str": "1196540695017487005",
   "truncated": false,
   "retweet_count": "41",
   "id": "1196540695017487005",
   "created_at": "Mon Nov 18 21:28:27 +0000 2019",
   "favorited": false,
   "full_text": "@callum_paints_sea Try the blue of the tea towel. I mean the old one.",
   "lang": "en",
   "in_reply_to_status_id": "1196510496027574277",
   "in_reply_to_status_id_str": "1196510496027574277",
   "in_reply_to_user_id": "705543275934646279",
   "in_reply_to_user_id_str": "705543275934646279",
   "in_reply_to_screen_name": "callum_paints_sea"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1192704408419035209"
     ],
     "editableUntil": "2019-11-08T08:24:25.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "42"
   ],
   "favorite_count": "706",
   "id_str": "1192704408419035209",
   "truncated": false,
   "retweet_count": "50",
   "id": "1192704408419035209",
   "created_at": "Fri Nov 08 07:24:25 +0000 2019",
   "favorited": false,
   "full_text": "A thing can be old without being finished.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1189075714701329905"
     ],
     "editableUntil": "2019-10-29T08:05:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": false
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Frost and Gears",
      "screen_name": "frost_and_gears",
      "indices": [
       "0",
       "16"
      ],
      "id_str": "685974331192246279",
      "id": "685974331192246279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "102"
   ],
   "favorite_count": "655",
   "id_str": "1189075714701329905",
   "truncated": false,
   "retweet_count": "35",
   "id": "1189075714701329905",
   "created_at": "Tue Oct 29 07:05:17 +0000 2019",
   "favorited": false,
   "full_text": "@frost_and_gears Cold oil is not thin oil that is sulking. Warm the sump first, then the conversation.",
   "lang": "en",
   "in_reply_to_status_id": "1189045515711414277",
   "in_reply_to_status_id_str": "1189045515711414277",
   "in_reply_to_user_id": "685974331192246279",
   "in_reply_to_user_id_str": "685974331192246279",
   "in_reply_to_screen_name": "frost_and_gears"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1186037100836870626"
     ],
     "editableUntil": "2019-10-20T22:50:55.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "86"
   ],
   "favorite_count": "732",
   "id_str": "1186037100836870626",
   "truncated": false,
   "retweet_count": "3",
   "id": "1186037100836870626",
   "created_at": "Sun Oct 20 21:50:55 +0000 2019",
   "favorited": false,
   "full_text": "The word for it in the old language means both \"to mend\" &amp; \"to listen\". They knew.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1172624127685721084"
     ],
     "editableUntil": "2019-09-13T22:32:33.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [
     {
      "text": "lighthouses",
      "indices": [
       "106",
       "118"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "118"
   ],
   "favorite_count": "130",
   "id_str": "1172624127685721084",
   "truncated": false,
   "retweet_count": "21",
   "id": "1172624127685721084",
   "created_at": "Fri Sep 13 21:32:33 +0000 2019",
   "favorited": false,
   "full_text": "Was asked to smile for the photograph. I was smiling. That is what it looks like when it is load-bearing. #lighthouses",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1172606658409839855"
     ],
     "editableUntil": "2019-09-13T21:23:08.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "116"
   ],
   "favorite_count": "271",
   "id_str": "1172606658409839855",
   "truncated": false,
   "retweet_count": "14",
   "id": "1172606658409839855",
   "created_at": "Fri Sep 13 20:23:08 +0000 2019",
   "favorited": false,
   "full_text": "Two hours with a file, by hand, in the sun. I would not swap it for a week at the seaside, &amp; I know the seaside.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1170570277681952141"
     ],
     "editableUntil": "2019-09-08T06:31:17.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "77"
   ],
   "favorite_count": "183",
   "id_str": "1170570277681952141",
   "truncated": false,
   "retweet_count": "14",
   "id": "1170570277681952141",
   "created_at": "Sun Sep 08 05:31:17 +0000 2019",
   "favorited": false,
   "full_text": "The hens have been told that it is spring. They have asked for it in writing.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1163727820159829737"
     ],
     "editableUntil": "2019-08-20T09:21:48.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "126"
   ],
   "favorite_count": "86",
   "id_str": "1163727820159829737",
   "truncated": false,
   "retweet_count": "47",
   "id": "1163727820159829737",
   "created_at": "Tue Aug 20 08:21:48 +0000 2019",
   "favorited": false,
   "full_text": "My mother corrected my letters from camp &amp; posted them back. I still look twice at every comma. It was love, with red ink.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1157368819088093704"
     ],
     "editableUntil": "2019-08-02T20:13:24.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "116"
   ],
   "favorite_count": "767",
   "id_str": "1157368819088093704",
   "truncated": false,
   "retweet_count": "58",
   "id": "1157368819088093704",
   "created_at": "Fri Aug 02 19:13:24 +0000 2019",
   "favorited": false,
   "full_text": "The committee wants a bold vision. I have offered them a drain. Everything bold I have seen was standing on a drain.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1152615254979536903"
     ],
     "editableUntil": "2019-07-20T17:24:26.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "213"
   ],
   "favorite_count": "388",
   "id_str": "1152615254979536903",
   "truncated": false,
   "retweet_count": "54",
   "id": "1152615254979536903",
   "created_at": "Sat Jul 20 16:24:26 +0000 2019",
   "favorited": false,
   "full_text": "Night inspection. Four miles of rail, one lamp, one thermos. The stars very loud. A fox kept level with me on the other side of the cutting the whole way down, like a foreman who does not want to be seen checking.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1152092682451850835"
     ],
     "editableUntil": "2019-07-19T06:47:55.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [
     {
      "name": "Brunnalp Messenger",
      "screen_name": "messenger_brunnalp",
      "indices": [
       "3",
       "22"
      ],
      "id_str": "682712840401846279",
      "id": "682712840401846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "142"
   ],
   "favorite_count": "0",
   "id_str": "1152092682451850835",
   "truncated": false,
   "retweet_count": "45",
   "id": "1152092682451850835",
   "created_at": "Fri Jul 19 05:47:55 +0000 2019",
   "favorited": false,
   "full_text": "RT @messenger_brunnalp: The upper path is closed until Friday because of falling stones. Please use the lower path &amp; be kind to the goats.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1146874553037953657"
     ],
     "editableUntil": "2019-07-04T21:12:56.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "82"
   ],
   "favorite_count": "745",
   "id_str": "1146874553037953657",
   "truncated": false,
   "retweet_count": "50",
   "id": "1146874553037953657",
   "created_at": "Thu Jul 04 20:12:56 +0000 2019",
   "favorited": false,
   "full_text": "Tea first. Then the catastrophe. It will still be there, &amp; you will be warmer.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1146318472213697730"
     ],
     "editableUntil": "2019-07-03T08:23:16.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "73"
   ],
   "favorite_count": "311",
   "id_str": "1146318472213697730",
   "truncated": false,
   "retweet_count": "40",
   "id": "1146318472213697730",
   "created_at": "Wed Jul 03 07:23:16 +0000 2019",
   "favorited": false,
   "full_text": "If you must shout, shout \"stand clear\". Nothing else is worth the breath.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1144320825882258763"
     ],
     "editableUntil": "2019-06-27T20:05:20.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"http://twitter.com/download/android\" rel=\"nofollow\">Twitter for Android</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "90"
   ],
   "favorite_count": "524",
   "id_str": "1144320825882258763",
   "truncated": false,
   "retweet_count": "19",
   "id": "1144320825882258763",
   "created_at": "Thu Jun 27 19:05:20 +0000 2019",
   "favorited": false,
   "full_text": "The orchestra of a rack line: one bass note, many small clicks, somebody's sandwich paper.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1138327840750211933"
     ],
     "editableUntil": "2019-06-11T07:11:21.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "65"
   ],
   "favorite_count": "836",
   "id_str": "1138327840750211933",
   "truncated": false,
   "retweet_count": "39",
   "id": "1138327840750211933",
   "created_at": "Tue Jun 11 06:11:21 +0000 2019",
   "favorited": false,
   "full_text": "Everything I own has been dropped once. I consider it a warranty.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1136712421340923112"
     ],
     "editableUntil": "2019-06-06T20:12:15.000Z",
     "editsRemaining": "5",
     "isEditEligible": true
    }
   },
   "retweeted": false,
   "source": "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
   "entities": {
    "hashtags": [],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "78"
   ],
   "favorite_count": "534",
   "id_str": "1136712421340923112",
   "truncated": false,
   "retweet_count": "38",
   "id": "1136712421340923112",
   "created_at": "Thu Jun 06 19:12:15 +0000 2019",
   "favorited": false,
   "full_text": "My filing system is weather-based: whatever blows off the desk was not urgent.",
   "lang": "en"
  }
 }
]
