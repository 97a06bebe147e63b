window.YTD.tweets.part1 = [
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1135976291628785632"
     ],
     "editableUntil": "2019-06-04T19:27:08.000Z",
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
    "88"
   ],
   "favorite_count": "149",
   "id_str": "1135976291628785632",
   "truncated": false,
   "retweet_count": "26",
   "id": "1135976291628785632",
   "created_at": "Tue Jun 04 18:27:08 +0000 2019",
   "favorited": false,
   "full_text": "Whoever invented the wing nut was thinking of cold fingers. That is all I ask of anyone.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1135621759694190329"
     ],
     "editableUntil": "2019-06-03T19:58:21.000Z",
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
   "favorite_count": "16",
   "id_str": "1135621759694190329",
   "truncated": false,
   "retweet_count": "39",
   "id": "1135621759694190329",
   "created_at": "Mon Jun 03 18:58:21 +0000 2019",
   "favorited": false,
   "full_text": "Bought a hat. It is a sensible hat. It has already been mistaken for a bucket.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1133804002867099127"
     ],
     "editableUntil": "2019-05-29T19:35:14.000Z",
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
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1133804002867099127/photo/1",
      "indices": [
       "77",
       "100"
      ],
      "url": "https://t.co/HaDemo0003",
      "media_url": "http://media.example/1133804002866102281.jpg",
      "media_url_https": "https://media.example/1133804002866102281.jpg",
      "id_str": "1133804002866102281",
      "id": "1133804002866102281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo094"
     }
    ]
   },
   "display_text_range": [
    "0",
    "100"
   ],
   "favorite_count": "167",
   "id_str": "1133804002867099127",
   "truncated": false,
   "retweet_count": "3",
   "id": "1133804002867099127",
   "created_at": "Wed May 29 18:35:14 +0000 2019",
   "favorited": false,
   "full_text": "A gear that runs too tight sings before it breaks. So did my old headmaster. https://t.co/HaDemo0003",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/1133804002867099127/photo/1",
      "indices": [
       "77",
       "100"
      ],
      "url": "https://t.co/HaDemo0003",
      "media_url": "http://media.example/1133804002866102281.jpg",
      "media_url_https": "https://media.example/1133804002866102281.jpg",
      "id_str": "1133804002866102281",
      "id": "1133804002866102281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo094"
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
      "1126751964361760074"
     ],
     "editableUntil": "2019-05-10T08:32:57.000Z",
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
    "86"
   ],
   "favorite_count": "419",
   "id_str": "1126751964361760074",
   "truncated": false,
   "retweet_count": "11",
   "id": "1126751964361760074",
   "created_at": "Fri May 10 07:32:57 +0000 2019",
   "favorited": false,
   "full_text": "Wire brush, paraffin, rag, radio. If there is a heaven, it has a bench at this height.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1119347453326263947"
     ],
     "editableUntil": "2019-04-19T22:10:04.000Z",
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
    "129"
   ],
   "favorite_count": "49",
   "id_str": "1119347453326263947",
   "truncated": false,
   "retweet_count": "3",
   "id": "1119347453326263947",
   "created_at": "Fri Apr 19 21:10:04 +0000 2019",
   "favorited": false,
   "full_text": "There is a kind of engineer who loves the machine &amp; a kind who loves the passenger. Hire the second &amp; lend her the first.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1114560183794633441"
     ],
     "editableUntil": "2019-04-06T17:07:10.000Z",
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
    "123"
   ],
   "favorite_count": "258",
   "id_str": "1114560183794633441",
   "truncated": false,
   "retweet_count": "10",
   "id": "1114560183794633441",
   "created_at": "Sat Apr 06 16:07:10 +0000 2019",
   "favorited": false,
   "full_text": "The museum people asked me not to touch the exhibit. I had made the exhibit. I put my hands in my pockets; rules are rules.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1111698460506875512"
     ],
     "editableUntil": "2019-03-29T19:35:42.000Z",
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
    "59"
   ],
   "favorite_count": "620",
   "id_str": "1111698460506875512",
   "truncated": false,
   "retweet_count": "59",
   "id": "1111698460506875512",
   "created_at": "Fri Mar 29 18:35:42 +0000 2019",
   "favorited": false,
   "full_text": "Log: rain, then rain with intent. Planted beans regardless.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1108114750699891673"
     ],
     "editableUntil": "2019-03-19T22:15:19.000Z",
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
   "favorite_count": "612",
   "id_str": "1108114750699891673",
   "truncated": false,
   "retweet_count": "41",
   "id": "1108114750699891673",
   "created_at": "Tue Mar 19 21:15:19 +0000 2019",
   "favorited": false,
   "full_text": "I do not trust a drawing without a coffee ring. It means nobody has sat with it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1092894737168394574"
     ],
     "editableUntil": "2019-02-05T22:16:25.000Z",
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
      "url": "https://t.co/HaDemo0004",
      "expanded_url": "https://uphill.example/notes/58",
      "display_url": "uphill.example/notes/58",
      "indices": [
       "211",
       "234"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "234"
   ],
   "favorite_count": "15",
   "id_str": "1092894737168394574",
   "truncated": false,
   "retweet_count": "3",
   "id": "1092894737168394574",
   "created_at": "Tue Feb 05 21:16:25 +0000 2019",
   "favorited": false,
   "full_text": "Old rule from the rock stations: the man who cooks does not wash up, the man who washes up does not complain, &amp; nobody touches the last of the jam without a witness. I have run whole building sites on less. https://t.co/HaDemo0004",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1092699160967201728"
     ],
     "editableUntil": "2019-02-05T09:19:16.000Z",
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
    "78"
   ],
   "favorite_count": "415",
   "id_str": "1092699160967201728",
   "truncated": false,
   "retweet_count": "51",
   "id": "1092699160967201728",
   "created_at": "Tue Feb 05 08:19:16 +0000 2019",
   "favorited": false,
   "full_text": "There is no such thing as a spare hour. There are only hours nobody has oiled.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1091402387027137317"
     ],
     "editableUntil": "2019-02-01T19:26:21.000Z",
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
   "favorite_count": "657",
   "id_str": "1091402387027137317",
   "truncated": false,
   "retweet_count": "9",
   "id": "1091402387027137317",
   "created_at": "Fri Feb 01 18:26:21 +0000 2019",
   "favorited": false,
   "full_text": "We tested the emergency brake. It works. So does the emergency biscuit tin, which was also tested.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1086339480417832536"
     ],
     "editableUntil": "2019-01-18T20:08:10.000Z",
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
    "70"
   ],
   "favorite_count": "465",
   "id_str": "1086339480417832536",
   "truncated": false,
   "retweet_count": "6",
   "id": "1086339480417832536",
   "created_at": "Fri Jan 18 19:08:10 +0000 2019",
   "favorited": false,
   "full_text": "Of course I talk to the engine. It is the replies that one must watch.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1085092987794417462"
     ],
     "editableUntil": "2019-01-15T09:35:03.000Z",
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
   "favorite_count": "824",
   "id_str": "1085092987794417462",
   "truncated": false,
   "retweet_count": "15",
   "id": "1085092987794417462",
   "created_at": "Tue Jan 15 08:35:03 +0000 2019",
   "favorited": false,
   "full_text": "Third: whatever goes in stays in. My good left boot is now part of the geology &amp; I have made peace with it.",
   "lang": "en",
   "in_reply_to_status_id": "1085092484479870154",
   "in_reply_to_status_id_str": "1085092484479870154",
   "in_reply_to_user_id": "731442018830454784",
   "in_reply_to_user_id_str": "731442018830454784",
   "in_reply_to_screen_name": "ardwell_uphill"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1085092484479870154"
     ],
     "editableUntil": "2019-01-15T09:33:03.000Z",
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
   "favorite_count": "166",
   "id_str": "1085092484479870154",
   "truncated": false,
   "retweet_count": "8",
   "id": "1085092484479870154",
   "created_at": "Tue Jan 15 08:33:03 +0000 2019",
   "favorited": false,
   "full_text": "Second: if you must, send the lightest person with the heaviest map. The bog respects paper.",
   "lang": "en",
   "in_reply_to_status_id": "1085091981161959162",
   "in_reply_to_status_id_str": "1085091981161959162",
   "in_reply_to_user_id": "731442018830454784",
   "in_reply_to_user_id_str": "731442018830454784",
   "in_reply_to_screen_name": "ardwell_uphill"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1085091981161959162"
     ],
     "editableUntil": "2019-01-15T09:31:03.000Z",
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
   "favorite_count": "213",
   "id_str": "1085091981161959162",
   "truncated": false,
   "retweet_count": "23",
   "id": "1085091981161959162",
   "created_at": "Tue Jan 15 08:31:03 +0000 2019",
   "favorited": false,
   "full_text": "How to cross a bog with a theodolite, in three parts. First: do not. Go round. I say this every year.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1083762621676155519"
     ],
     "editableUntil": "2019-01-11T17:28:39.000Z",
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
    "33"
   ],
   "favorite_count": "601",
   "id_str": "1083762621676155519",
   "truncated": false,
   "retweet_count": "19",
   "id": "1083762621676155519",
   "created_at": "Fri Jan 11 16:28:39 +0000 2019",
   "favorited": false,
   "full_text": "Ask the fitter, not the brochure.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1083614965397904274"
     ],
     "editableUntil": "2019-01-11T07:41:55.000Z",
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
      "name": "Petra Anselm",
      "screen_name": "petra_adhesion",
      "indices": [
       "1",
       "16"
      ],
      "id_str": "692497312773046279",
      "id": "692497312773046279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "97"
   ],
   "favorite_count": "550",
   "id_str": "1083614965397904274",
   "truncated": false,
   "retweet_count": "14",
   "id": "1083614965397904274",
   "created_at": "Fri Jan 11 06:41:55 +0000 2019",
   "favorited": false,
   "full_text": "\"@petra_adhesion: I have been asked to say something nice about toothed racks. I need more time.\"",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1079619152640176244"
     ],
     "editableUntil": "2018-12-31T07:03:59.000Z",
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
   "favorite_count": "112",
   "id_str": "1079619152640176244",
   "truncated": false,
   "retweet_count": "33",
   "id": "1079619152640176244",
   "created_at": "Mon Dec 31 06:03:59 +0000 2018",
   "favorited": false,
   "full_text": "I took the slow train &amp; finished the book. You took the fast train &amp; finished the battery.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1077286591132609242"
     ],
     "editableUntil": "2018-12-24T20:35:13.000Z",
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
      "name": "Reto Holm",
      "screen_name": "reto_holm_viola",
      "indices": [
       "0",
       "16"
      ],
      "id_str": "699020294353846279",
      "id": "699020294353846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "82"
   ],
   "favorite_count": "584",
   "id_str": "1077286591132609242",
   "truncated": false,
   "retweet_count": "22",
   "id": "1077286591132609242",
   "created_at": "Mon Dec 24 19:35:13 +0000 2018",
   "favorited": false,
   "full_text": "@reto_holm_viola Keep the sawdust. You will miss the smell of a deadline by March.",
   "lang": "en",
   "in_reply_to_status_id": "1077256392143798277",
   "in_reply_to_status_id_str": "1077256392143798277",
   "in_reply_to_user_id": "699020294353846279",
   "in_reply_to_user_id_str": "699020294353846279",
   "in_reply_to_screen_name": "reto_holm_viola"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1076227298686069463"
     ],
     "editableUntil": "2018-12-21T22:25:58.000Z",
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
   "favorite_count": "26",
   "id_str": "1076227298686069463",
   "truncated": false,
   "retweet_count": "3",
   "id": "1076227298686069463",
   "created_at": "Fri Dec 21 21:25:58 +0000 2018",
   "favorited": false,
   "full_text": "Log: clear to the far ridge. Forty miles of nothing in the way. I wasted a whole hour on it &amp; would again.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1069273994099638747"
     ],
     "editableUntil": "2018-12-02T17:56:01.000Z",
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
   "favorite_count": "236",
   "id_str": "1069273994099638747",
   "truncated": false,
   "retweet_count": "39",
   "id": "1069273994099638747",
   "created_at": "Sun Dec 02 16:56:01 +0000 2018",
   "favorited": false,
   "full_text": "What is the use of a view if you do not stop chewing.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1064787774929325413"
     ],
     "editableUntil": "2018-11-20T08:49:23.000Z",
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
    "44"
   ],
   "favorite_count": "52",
   "id_str": "1064787774929325413",
   "truncated": false,
   "retweet_count": "8",
   "id": "1064787774929325413",
   "created_at": "Tue Nov 20 07:49:23 +0000 2018",
   "favorited": false,
   "full_text": "You can tell a sensible town by its benches.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1064195107191499188"
     ],
     "editableUntil": "2018-11-18T17:34:20.000Z",
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
   "favorite_count": "431",
   "id_str": "1064195107191499188",
   "truncated": false,
   "retweet_count": "32",
   "id": "1064195107191499188",
   "created_at": "Sun Nov 18 16:34:20 +0000 2018",
   "favorited": false,
   "full_text": "Name them after somebody's aunt. No engine called Agnes has ever let me down.",
   "lang": "en",
   "in_reply_to_status_id": "1064194603874426695",
   "in_reply_to_status_id_str": "1064194603874426695",
   "in_reply_to_user_id": "731442018830454784",
   "in_reply_to_user_id_str": "731442018830454784",
   "in_reply_to_screen_name": "ardwell_uphill"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1064194603874426695"
     ],
     "editableUntil": "2018-11-18T17:32:20.000Z",
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
    "112"
   ],
   "favorite_count": "634",
   "id_str": "1064194603874426695",
   "truncated": false,
   "retweet_count": "40",
   "id": "1064194603874426695",
   "created_at": "Sun Nov 18 16:32:20 +0000 2018",
   "favorited": false,
   "full_text": "On the naming of engines. Never after a politician: they derail. Never after a saint: the paperwork is terrible.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1062227378828356010"
     ],
     "editableUntil": "2018-11-13T07:15:17.000Z",
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
   "favorite_count": "230",
   "id_str": "1062227378828356010",
   "truncated": false,
   "retweet_count": "9",
   "id": "1062227378828356010",
   "created_at": "Tue Nov 13 06:15:17 +0000 2018",
   "favorited": false,
   "full_text": "A spare part is a kind of prayer, except that it works.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1047768530811093616"
     ],
     "editableUntil": "2018-10-04T09:40:59.000Z",
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
       "9",
       "22"
      ],
      "id_str": "695758803563446279",
      "id": "695758803563446279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "70"
   ],
   "favorite_count": "754",
   "id_str": "1047768530811093616",
   "truncated": false,
   "retweet_count": "0",
   "id": "1047768530811093616",
   "created_at": "Thu Oct 04 08:40:59 +0000 2018",
   "favorited": false,
   "full_text": "RT this \"@gradient_mag: Ten young engineers to watch, our annual list\"",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1046639268984798167"
     ],
     "editableUntil": "2018-10-01T06:53:42.000Z",
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
      "name": "Callum Ardwell",
      "screen_name": "callum_paints_sea",
      "indices": [
       "3",
       "21"
      ],
      "id_str": "705543275934646279",
      "id": "705543275934646279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "88"
   ],
   "favorite_count": "0",
   "id_str": "1046639268984798167",
   "truncated": false,
   "retweet_count": "19",
   "id": "1046639268984798167",
   "created_at": "Mon Oct 01 05:53:42 +0000 2018",
   "favorited": false,
   "full_text": "RT @callum_paints_sea: Number two hundred and something. It is still not the right blue.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1042281403905152821"
     ],
     "editableUntil": "2018-09-19T06:17:06.000Z",
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
   "favorite_count": "307",
   "id_str": "1042281403905152821",
   "truncated": false,
   "retweet_count": "52",
   "id": "1042281403905152821",
   "created_at": "Wed Sep 19 05:17:06 +0000 2018",
   "favorited": false,
   "full_text": "Log: first swallow on the signal wire. She is early. I have written it in the book &amp; underlined it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1041368182290075640"
     ],
     "editableUntil": "2018-09-16T17:48:17.000Z",
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
      "url": "https://t.co/HaDemo0016",
      "expanded_url": "https://uphill.example/picture/16",
      "display_url": "uphill.example/picture/16",
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
   "favorite_count": "634",
   "id_str": "1041368182290075640",
   "truncated": false,
   "retweet_count": "47",
   "id": "1041368182290075640",
   "created_at": "Sun Sep 16 16:48:17 +0000 2018",
   "favorited": false,
   "full_text": "https://t.co/HaDemo0016",
   "lang": "zxx",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1037068878083339627"
     ],
     "editableUntil": "2018-09-04T21:04:23.000Z",
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
   "favorite_count": "456",
   "id_str": "1037068878083339627",
   "truncated": false,
   "retweet_count": "14",
   "id": "1037068878083339627",
   "created_at": "Tue Sep 04 20:04:23 +0000 2018",
   "favorited": false,
   "full_text": "Cheese, apple, penknife, wall to sit on. I can recommend this restaurant.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1034326059121053275"
     ],
     "editableUntil": "2018-08-28T07:25:24.000Z",
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
    "76"
   ],
   "favorite_count": "342",
   "id_str": "1034326059121053275",
   "truncated": false,
   "retweet_count": "48",
   "id": "1034326059121053275",
   "created_at": "Tue Aug 28 06:25:24 +0000 2018",
   "favorited": false,
   "full_text": "You will know the good foreman by his boots &amp; the good poet by the same.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1032179661797825737"
     ],
     "editableUntil": "2018-08-22T09:16:23.000Z",
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
   "favorite_count": "595",
   "id_str": "1032179661797825737",
   "truncated": false,
   "retweet_count": "9",
   "id": "1032179661797825737",
   "created_at": "Wed Aug 22 08:16:23 +0000 2018",
   "favorited": false,
   "full_text": "Rule of the workshop: if you need a bigger hammer, you need a smaller plan. Aye.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1032144781965772314"
     ],
     "editableUntil": "2018-08-22T06:57:47.000Z",
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
   "favorite_count": "275",
   "id_str": "1032144781965772314",
   "truncated": false,
   "retweet_count": "24",
   "id": "1032144781965772314",
   "created_at": "Wed Aug 22 05:57:47 +0000 2018",
   "favorited": false,
   "full_text": "Put the heavy thing at the bottom. There: a whole degree in seven words.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1025999644260907903"
     ],
     "editableUntil": "2018-08-05T07:59:12.000Z",
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
    "88"
   ],
   "favorite_count": "759",
   "id_str": "1025999644260907903",
   "truncated": false,
   "retweet_count": "51",
   "id": "1025999644260907903",
   "created_at": "Sun Aug 05 06:59:12 +0000 2018",
   "favorited": false,
   "full_text": "Every good bridge looks as if it were about to say something &amp; thought better of it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1023189682877805033"
     ],
     "editableUntil": "2018-07-28T13:53:25.000Z",
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
      "name": "Petra Anselm",
      "screen_name": "petra_adhesion",
      "indices": [
       "3",
       "18"
      ],
      "id_str": "692497312773046279",
      "id": "692497312773046279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "103"
   ],
   "favorite_count": "0",
   "id_str": "1023189682877805033",
   "truncated": false,
   "retweet_count": "16",
   "id": "1023189682877805033",
   "created_at": "Sat Jul 28 12:53:25 +0000 2018",
   "favorited": false,
   "full_text": "RT @petra_adhesion: Smooth rails, strong motors, clear conscience. See you all at the congress in Graz!",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1020639608961826453"
     ],
     "editableUntil": "2018-07-21T13:00:20.000Z",
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
   "favorite_count": "572",
   "id_str": "1020639608961826453",
   "truncated": false,
   "retweet_count": "33",
   "id": "1020639608961826453",
   "created_at": "Sat Jul 21 12:00:20 +0000 2018",
   "favorited": false,
   "full_text": "Never build what you would not sit under in the rain.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1020279121115547295"
     ],
     "editableUntil": "2018-07-20T13:07:53.000Z",
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
      "name": "Reto Holm",
      "screen_name": "reto_holm_viola",
      "indices": [
       "3",
       "19"
      ],
      "id_str": "699020294353846279",
      "id": "699020294353846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "124"
   ],
   "favorite_count": "0",
   "id_str": "1020279121115547295",
   "truncated": false,
   "retweet_count": "55",
   "id": "1020279121115547295",
   "created_at": "Fri Jul 20 12:07:53 +0000 2018",
   "favorited": false,
   "full_text": "RT @reto_holm_viola: Retirement, day 200: I have varnished a cello and nobody has asked me for a budget. Highly recommended.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1019980784465025995"
     ],
     "editableUntil": "2018-07-19T17:22:24.000Z",
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
    "218"
   ],
   "favorite_count": "655",
   "id_str": "1019980784465025995",
   "truncated": false,
   "retweet_count": "54",
   "id": "1019980784465025995",
   "created_at": "Thu Jul 19 16:22:24 +0000 2018",
   "favorited": false,
   "full_text": "Log: up at five to watch the plough go through. It threw the snow forty feet &amp; every bit of it landed on the path I had just cleared. The driver waved. I waved the shovel. We understand each other very well by now.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1019503577528330997"
     ],
     "editableUntil": "2018-07-18T09:46:09.000Z",
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
   "favorite_count": "121",
   "id_str": "1019503577528330997",
   "truncated": false,
   "retweet_count": "49",
   "id": "1019503577528330997",
   "created_at": "Wed Jul 18 08:46:09 +0000 2018",
   "favorited": false,
   "full_text": "Mended the toaster. It now toasts on one side with great conviction.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1016071529560546857"
     ],
     "editableUntil": "2018-07-08T22:28:25.000Z",
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
    "52"
   ],
   "favorite_count": "176",
   "id_str": "1016071529560546857",
   "truncated": false,
   "retweet_count": "50",
   "id": "1016071529560546857",
   "created_at": "Sun Jul 08 21:28:25 +0000 2018",
   "favorited": false,
   "full_text": "Mind the small screws. The big ones mind themselves.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1014750852282437119"
     ],
     "editableUntil": "2018-07-05T07:00:31.000Z",
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
   "favorite_count": "699",
   "id_str": "1014750852282437119",
   "truncated": false,
   "retweet_count": "20",
   "id": "1014750852282437119",
   "created_at": "Thu Jul 05 06:00:31 +0000 2018",
   "favorited": false,
   "full_text": "I have nothing against speed. I have met it. It was going the other way.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1012763884649042528"
     ],
     "editableUntil": "2018-06-29T19:25:01.000Z",
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
   "favorite_count": "169",
   "id_str": "1012763884649042528",
   "truncated": false,
   "retweet_count": "40",
   "id": "1012763884649042528",
   "created_at": "Fri Jun 29 18:25:01 +0000 2018",
   "favorited": false,
   "full_text": "I distrust any plan that has no room in it for lunch.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1007163717055568761"
     ],
     "editableUntil": "2018-06-14T08:31:57.000Z",
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
    "106"
   ],
   "favorite_count": "207",
   "id_str": "1007163717055568761",
   "truncated": false,
   "retweet_count": "11",
   "id": "1007163717055568761",
   "created_at": "Thu Jun 14 07:31:57 +0000 2018",
   "favorited": false,
   "full_text": "My grandmother said: never lend a good knife or a bad umbrella. I have built a whole career on that woman.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1005340058843033996"
     ],
     "editableUntil": "2018-06-09T07:45:23.000Z",
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
   "favorite_count": "330",
   "id_str": "1005340058843033996",
   "truncated": false,
   "retweet_count": "23",
   "id": "1005340058843033996",
   "created_at": "Sat Jun 09 06:45:23 +0000 2018",
   "favorited": false,
   "full_text": "My handwriting is legible, upright &amp; slightly damp. I was raised to write logs.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1005200866670596818"
     ],
     "editableUntil": "2018-06-08T22:32:17.000Z",
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
   "favorite_count": "634",
   "id_str": "1005200866670596818",
   "truncated": false,
   "retweet_count": "32",
   "id": "1005200866670596818",
   "created_at": "Fri Jun 08 21:32:17 +0000 2018",
   "favorited": false,
   "full_text": "The best sound in the world: a heavy train stopping gently.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1003888867408787989"
     ],
     "editableUntil": "2018-06-05T07:38:52.000Z",
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
      "name": "Brunnalp Messenger",
      "screen_name": "messenger_brunnalp",
      "indices": [
       "0",
       "19"
      ],
      "id_str": "682712840401846279",
      "id": "682712840401846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "106"
   ],
   "favorite_count": "217",
   "id_str": "1003888867408787989",
   "truncated": false,
   "retweet_count": "37",
   "id": "1003888867408787989",
   "created_at": "Tue Jun 05 06:38:52 +0000 2018",
   "favorited": false,
   "full_text": "@messenger_brunnalp The ski is mine. So is the other one. It is a long story &amp; I come out of it badly.",
   "lang": "en",
   "in_reply_to_status_id": "1003858668417974277",
   "in_reply_to_status_id_str": "1003858668417974277",
   "in_reply_to_user_id": "682712840401846279",
   "in_reply_to_user_id_str": "682712840401846279",
   "in_reply_to_screen_name": "messenger_brunnalp"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "1003717114852880457"
     ],
     "editableUntil": "2018-06-04T20:16:23.000Z",
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
    "119"
   ],
   "favorite_count": "264",
   "id_str": "1003717114852880457",
   "truncated": false,
   "retweet_count": "32",
   "id": "1003717114852880457",
   "created_at": "Mon Jun 04 19:16:23 +0000 2018",
   "favorited": false,
   "full_text": "Tolerance is the gap that lets two hard things live together. It is in all the tables. It should be in more households.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "986486930798647674"
     ],
     "editableUntil": "2018-04-18T07:09:47.000Z",
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
    "32"
   ],
   "favorite_count": "839",
   "id_str": "986486930798647674",
   "truncated": false,
   "retweet_count": "29",
   "id": "986486930798647674",
   "created_at": "Wed Apr 18 06:09:47 +0000 2018",
   "favorited": false,
   "full_text": "Good maps leave room for thumbs.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "982876851402712162"
     ],
     "editableUntil": "2018-04-08T08:04:37.000Z",
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
   "favorite_count": "166",
   "id_str": "982876851402712162",
   "truncated": false,
   "retweet_count": "20",
   "id": "982876851402712162",
   "created_at": "Sun Apr 08 07:04:37 +0000 2018",
   "favorited": false,
   "full_text": "Late light on the wet slates, everything the colour of a new penny. Then the rain again. Fair exchange.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "980353818163574042"
     ],
     "editableUntil": "2018-04-01T08:58:59.000Z",
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
   "favorite_count": "629",
   "id_str": "980353818163574042",
   "truncated": false,
   "retweet_count": "48",
   "id": "980353818163574042",
   "created_at": "Sun Apr 01 07:58:59 +0000 2018",
   "favorited": false,
   "full_text": "They are teaching the new signal box to think. I should be content if it would look.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "979784672081749744"
     ],
     "editableUntil": "2018-03-30T19:17:24.000Z",
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
   "favorite_count": "71",
   "id_str": "979784672081749744",
   "truncated": false,
   "retweet_count": "53",
   "id": "979784672081749744",
   "created_at": "Fri Mar 30 18:17:24 +0000 2018",
   "favorited": false,
   "full_text": "I was told to think outside the box. I built the box, thank you. It has a good lid.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "976713216816746799"
     ],
     "editableUntil": "2018-03-22T07:52:32.000Z",
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
    "77"
   ],
   "favorite_count": "706",
   "id_str": "976713216816746799",
   "truncated": false,
   "retweet_count": "50",
   "id": "976713216816746799",
   "created_at": "Thu Mar 22 06:52:32 +0000 2018",
   "favorited": false,
   "full_text": "There are two sorts of silence in an engine room. Learn the difference early.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "974515221167045324"
     ],
     "editableUntil": "2018-03-16T06:18:29.000Z",
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
      "name": "Isla",
      "screen_name": "isla_on_ice_demo",
      "indices": [
       "3",
       "20"
      ],
      "id_str": "689235821982646279",
      "id": "689235821982646279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "125"
   ],
   "favorite_count": "0",
   "id_str": "974515221167045324",
   "truncated": false,
   "retweet_count": "18",
   "id": "974515221167045324",
   "created_at": "Fri Mar 16 05:18:29 +0000 2018",
   "favorited": false,
   "full_text": "RT @isla_on_ice_demo: We have drilled to 94 metres and found a layer of ash. Champagne is not allowed in the tent. Tea it is!",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "969467212723585917"
     ],
     "editableUntil": "2018-03-02T07:59:30.000Z",
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
   "favorite_count": "202",
   "id_str": "969467212723585917",
   "truncated": false,
   "retweet_count": "8",
   "id": "969467212723585917",
   "created_at": "Fri Mar 02 06:59:30 +0000 2018",
   "favorited": false,
   "full_text": "In my trade the applause is when nothing happens. I have had years of nothing. I am very grateful.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "967477304882380692"
     ],
     "editableUntil": "2018-02-24T20:12:19.000Z",
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
      "name": "Snowline",
      "screen_name": "snowline_desk",
      "indices": [
       "1",
       "15"
      ],
      "id_str": "708804766725046279",
      "id": "708804766725046279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "104"
   ],
   "favorite_count": "632",
   "id_str": "967477304882380692",
   "truncated": false,
   "retweet_count": "46",
   "id": "967477304882380692",
   "created_at": "Sat Feb 24 19:12:19 +0000 2018",
   "favorited": false,
   "full_text": "\"@snowline_desk: Forecast for the weekend: glorious sunshine, not a cloud\" It is raining on my forecast.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "965659527083505476"
     ],
     "editableUntil": "2018-02-19T19:49:07.000Z",
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
   "favorite_count": "30",
   "id_str": "965659527083505476",
   "truncated": false,
   "retweet_count": "54",
   "id": "965659527083505476",
   "created_at": "Mon Feb 19 18:49:07 +0000 2018",
   "favorited": false,
   "full_text": "Never argue with a man holding a level. He has gravity on his side.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "965141203384807142"
     ],
     "editableUntil": "2018-02-18T09:29:29.000Z",
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
    "112"
   ],
   "favorite_count": "672",
   "id_str": "965141203384807142",
   "truncated": false,
   "retweet_count": "50",
   "id": "965141203384807142",
   "created_at": "Sun Feb 18 08:29:29 +0000 2018",
   "favorited": false,
   "full_text": "If the handle breaks, the machine was telling you something. If the handle breaks twice, you were not listening.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "963333307364613681"
     ],
     "editableUntil": "2018-02-13T09:45:33.000Z",
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
    "81"
   ],
   "favorite_count": "59",
   "id_str": "963333307364613681",
   "truncated": false,
   "retweet_count": "48",
   "id": "963333307364613681",
   "created_at": "Tue Feb 13 08:45:33 +0000 2018",
   "favorited": false,
   "full_text": "My advice to the young: learn one thing that takes ten years. Start before lunch.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "957157102450906133"
     ],
     "editableUntil": "2018-01-27T08:43:31.000Z",
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
   "favorite_count": "800",
   "id_str": "957157102450906133",
   "truncated": false,
   "retweet_count": "46",
   "id": "957157102450906133",
   "created_at": "Sat Jan 27 07:43:31 +0000 2018",
   "favorited": false,
   "full_text": "Wrote a letter by hand. Four pages. My wrist now has views.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "949749093365208668"
     ],
     "editableUntil": "2018-01-06T22:06:44.000Z",
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
   "favorite_count": "88",
   "id_str": "949749093365208668",
   "truncated": false,
   "retweet_count": "59",
   "id": "949749093365208668",
   "created_at": "Sat Jan 06 21:06:44 +0000 2018",
   "favorited": false,
   "full_text": "A clever design makes you clap. A good one makes you forget to.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "949151291798625260"
     ],
     "editableUntil": "2018-01-05T06:31:17.000Z",
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
   "favorite_count": "45",
   "id_str": "949151291798625260",
   "truncated": false,
   "retweet_count": "40",
   "id": "949151291798625260",
   "created_at": "Fri Jan 05 05:31:17 +0000 2018",
   "favorited": false,
   "full_text": "I do not mind mistakes. I mind the same one in a new coat.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "947709092952820016"
     ],
     "editableUntil": "2018-01-01T07:00:30.000Z",
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
      "url": "https://t.co/HaDemo0010",
      "expanded_url": "https://uphill.example/notes/181",
      "display_url": "uphill.example/notes/181",
      "indices": [
       "89",
       "112"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "112"
   ],
   "favorite_count": "520",
   "id_str": "947709092952820016",
   "truncated": false,
   "retweet_count": "32",
   "id": "947709092952820016",
   "created_at": "Mon Jan 01 06:00:30 +0000 2018",
   "favorited": false,
   "full_text": "You cannot polish what you have not cleaned. I say this about brass. Mostly about brass. https://t.co/HaDemo0010",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "947386743913156335"
     ],
     "editableUntil": "2017-12-31T09:39:36.000Z",
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
   "favorite_count": "378",
   "id_str": "947386743913156335",
   "truncated": false,
   "retweet_count": "5",
   "id": "947386743913156335",
   "created_at": "Sun Dec 31 08:39:36 +0000 2017",
   "favorited": false,
   "full_text": "Log: fog to the doorstep. I can hear the goats, so the goats are still there. Science.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "940864311784655796"
     ],
     "editableUntil": "2017-12-13T09:41:47.000Z",
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
    "78"
   ],
   "favorite_count": "135",
   "id_str": "940864311784655796",
   "truncated": false,
   "retweet_count": "22",
   "id": "940864311784655796",
   "created_at": "Wed Dec 13 08:41:47 +0000 2017",
   "favorited": false,
   "full_text": "Log: hail the size of peas, then peas the size of hail (garden). Balanced day.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "931977646963575095"
     ],
     "editableUntil": "2017-11-18T21:09:21.000Z",
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
    "49"
   ],
   "favorite_count": "413",
   "id_str": "931977646963575095",
   "truncated": false,
   "retweet_count": "6",
   "id": "931977646963575095",
   "created_at": "Sat Nov 18 20:09:21 +0000 2017",
   "favorited": false,
   "full_text": "If it rattles, listen. If it stops rattling, run.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "931268654398264475"
     ],
     "editableUntil": "2017-11-16T22:12:04.000Z",
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
      "url": "https://t.co/HaDemo0014",
      "expanded_url": "https://twitter.com/isla_on_ice_demo/status/1380000000000000014",
      "display_url": "twitter.com/isla_on_ice_de",
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
   "favorite_count": "860",
   "id_str": "931268654398264475",
   "truncated": false,
   "retweet_count": "11",
   "id": "931268654398264475",
   "created_at": "Thu Nov 16 21:12:04 +0000 2017",
   "favorited": false,
   "full_text": "That is my lass, the one with ice in her eyebrows. Somebody give her a biscuit. https://t.co/HaDemo0014",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "927047741733717768"
     ],
     "editableUntil": "2017-11-05T06:39:40.000Z",
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
    "40"
   ],
   "favorite_count": "244",
   "id_str": "927047741733717768",
   "truncated": false,
   "retweet_count": "28",
   "id": "927047741733717768",
   "created_at": "Sun Nov 05 05:39:40 +0000 2017",
   "favorited": false,
   "full_text": "A clean rag is worth two clever remarks.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "924022595777476986"
     ],
     "editableUntil": "2017-10-27T22:18:49.000Z",
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
    "55"
   ],
   "favorite_count": "637",
   "id_str": "924022595777476986",
   "truncated": false,
   "retweet_count": "31",
   "id": "924022595777476986",
   "created_at": "Fri Oct 27 21:18:49 +0000 2017",
   "favorited": false,
   "full_text": "You ask what keeps me awake. Water. It is always water.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "922131556072164856"
     ],
     "editableUntil": "2017-10-22T17:04:30.000Z",
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
    "194"
   ],
   "favorite_count": "187",
   "id_str": "922131556072164856",
   "truncated": false,
   "retweet_count": "1",
   "id": "922131556072164856",
   "created_at": "Sun Oct 22 16:04:30 +0000 2017",
   "favorited": false,
   "full_text": "The trick with frozen locks is breath &amp; swearing, in equal parts, close to the keyhole. The trick with frozen colleagues is soup. Do not mix them up; I did, &amp; we had to replace the lock.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "921126185597371469"
     ],
     "editableUntil": "2017-10-19T22:29:31.000Z",
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
    "50"
   ],
   "favorite_count": "461",
   "id_str": "921126185597371469",
   "truncated": false,
   "retweet_count": "32",
   "id": "921126185597371469",
   "created_at": "Thu Oct 19 21:29:31 +0000 2017",
   "favorited": false,
   "full_text": "Half of design is deciding where the dirt will go.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "918736757717679954"
     ],
     "editableUntil": "2017-10-13T08:14:47.000Z",
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
   "favorite_count": "402",
   "id_str": "918736757717679954",
   "truncated": false,
   "retweet_count": "42",
   "id": "918736757717679954",
   "created_at": "Fri Oct 13 07:14:47 +0000 2017",
   "favorited": false,
   "full_text": "A tooth at a time. That is all I know, &amp; I have had to learn it every winter.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "916932875647171005"
     ],
     "editableUntil": "2017-10-08T08:46:48.000Z",
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
   "favorite_count": "600",
   "id_str": "916932875647171005",
   "truncated": false,
   "retweet_count": "15",
   "id": "916932875647171005",
   "created_at": "Sun Oct 08 07:46:48 +0000 2017",
   "favorited": false,
   "full_text": "Found a spanner I lost in spring. It was in the pocket of the coat I wore all spring. The spanner was not the problem.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "915470103738554627"
     ],
     "editableUntil": "2017-10-04T07:54:16.000Z",
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
      "name": "Snowline",
      "screen_name": "snowline_desk",
      "indices": [
       "0",
       "14"
      ],
      "id_str": "708804766725046279",
      "id": "708804766725046279"
     },
     {
      "name": "Brunnalp Messenger",
      "screen_name": "messenger_brunnalp",
      "indices": [
       "15",
       "34"
      ],
      "id_str": "682712840401846279",
      "id": "682712840401846279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "141"
   ],
   "favorite_count": "668",
   "id_str": "915470103738554627",
   "truncated": false,
   "retweet_count": "26",
   "id": "915470103738554627",
   "created_at": "Wed Oct 04 06:54:16 +0000 2017",
   "favorited": false,
   "full_text": "@snowline_desk @messenger_brunnalp Confirmed from my kitchen: the slope above the chapel has come down, nobody hurt, one woodpile rearranged.",
   "lang": "en",
   "in_reply_to_status_id": "915439904748470277",
   "in_reply_to_status_id_str": "915439904748470277",
   "in_reply_to_user_id": "708804766725046279",
   "in_reply_to_user_id_str": "708804766725046279",
   "in_reply_to_screen_name": "snowline_desk"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "915279493593901756"
     ],
     "editableUntil": "2017-10-03T19:16:51.000Z",
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
    "214"
   ],
   "favorite_count": "567",
   "id_str": "915279493593901756",
   "truncated": false,
   "retweet_count": "54",
   "id": "915279493593901756",
   "created_at": "Tue Oct 03 18:16:51 +0000 2017",
   "favorited": false,
   "full_text": "There is a fashion for calling everything a journey. A journey has a timetable, a sandwich &amp; a return half. What you have had, my dear, is a change of heart; it is a fine thing, but it does not need a platform.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "914743696423174077"
     ],
     "editableUntil": "2017-10-02T07:47:47.000Z",
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
    "119"
   ],
   "favorite_count": "124",
   "id_str": "914743696423174077",
   "truncated": false,
   "retweet_count": "24",
   "id": "914743696423174077",
   "created_at": "Mon Oct 02 06:47:47 +0000 2017",
   "favorited": false,
   "full_text": "Autumn: the larches have gone off like matches, one slope at a time. Nobody has asked me to calculate anything all day.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "914379991544918195"
     ],
     "editableUntil": "2017-10-01T07:42:33.000Z",
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
   "favorite_count": "687",
   "id_str": "914379991544918195",
   "truncated": false,
   "retweet_count": "53",
   "id": "914379991544918195",
   "created_at": "Sun Oct 01 06:42:33 +0000 2017",
   "favorited": false,
   "full_text": "Salt on the step, sand on the ramp, honey on the toast. Know your granules.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "911680961115870076"
     ],
     "editableUntil": "2017-09-23T20:57:34.000Z",
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
    "52"
   ],
   "favorite_count": "46",
   "id_str": "911680961115870076",
   "truncated": false,
   "retweet_count": "56",
   "id": "911680961115870076",
   "created_at": "Sat Sep 23 19:57:34 +0000 2017",
   "favorited": false,
   "full_text": "Nobody ever thanks a handrail. Be a handrail anyway.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "896081547621818409"
     ],
     "editableUntil": "2017-08-11T19:51:04.000Z",
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
   "favorite_count": "157",
   "id_str": "896081547621818409",
   "truncated": false,
   "retweet_count": "15",
   "id": "896081547621818409",
   "created_at": "Fri Aug 11 18:51:04 +0000 2017",
   "favorited": false,
   "full_text": "My knees forecast rain. The satellite disagrees. I am taking the umbrella.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "894260783478342592"
     ],
     "editableUntil": "2017-08-06T19:16:00.000Z",
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
    "77"
   ],
   "favorite_count": "396",
   "id_str": "894260783478342592",
   "truncated": false,
   "retweet_count": "22",
   "id": "894260783478342592",
   "created_at": "Sun Aug 06 18:16:00 +0000 2017",
   "favorited": false,
   "full_text": "Log: wind nil, sea of cloud below the house. Anchored, so to speak. Porridge.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "893557964928101227"
     ],
     "editableUntil": "2017-08-04T20:43:15.000Z",
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
   "favorite_count": "413",
   "id_str": "893557964928101227",
   "truncated": false,
   "retweet_count": "33",
   "id": "893557964928101227",
   "created_at": "Fri Aug 04 19:43:15 +0000 2017",
   "favorited": false,
   "full_text": "The soup has been on since Tuesday. It is now less a soup than a colleague.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "889953820473013685"
     ],
     "editableUntil": "2017-07-25T22:01:40.000Z",
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
   "favorite_count": "582",
   "id_str": "889953820473013685",
   "truncated": false,
   "retweet_count": "13",
   "id": "889953820473013685",
   "created_at": "Tue Jul 25 21:01:40 +0000 2017",
   "favorited": false,
   "full_text": "Sharp pencil, soft rubber, long evening. I could not say what else a person needs. A lamp, perhaps.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "888467371718380829"
     ],
     "editableUntil": "2017-07-21T19:35:03.000Z",
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
   "favorite_count": "853",
   "id_str": "888467371718380829",
   "truncated": false,
   "retweet_count": "30",
   "id": "888467371718380829",
   "created_at": "Fri Jul 21 18:35:03 +0000 2017",
   "favorited": false,
   "full_text": "Brunnalp upper station: 871 hPa, falling. Wind 40 km/h. Automatic report.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "879309868104278803"
     ],
     "editableUntil": "2017-06-26T13:06:24.000Z",
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
    "42"
   ],
   "favorite_count": "633",
   "id_str": "879309868104278803",
   "truncated": false,
   "retweet_count": "54",
   "id": "879309868104278803",
   "created_at": "Mon Jun 26 12:06:24 +0000 2017",
   "favorited": false,
   "full_text": "A valve has two jobs &amp; one temptation.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "877392802740057722"
     ],
     "editableUntil": "2017-06-21T06:08:40.000Z",
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
      "name": "Snowline",
      "screen_name": "snowline_desk",
      "indices": [
       "3",
       "17"
      ],
      "id_str": "708804766725046279",
      "id": "708804766725046279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "96"
   ],
   "favorite_count": "0",
   "id_str": "877392802740057722",
   "truncated": false,
   "retweet_count": "39",
   "id": "877392802740057722",
   "created_at": "Wed Jun 21 05:08:40 +0000 2017",
   "favorited": false,
   "full_text": "RT @snowline_desk: Avalanche level 3 above 1,900 m tonight. Stay off the north faces, everybody.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "876334919579222518"
     ],
     "editableUntil": "2017-06-18T08:05:01.000Z",
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
      "expanded_url": "https://twitter.com/ardwell_uphill/status/876334919579222518/photo/1",
      "indices": [
       "73",
       "96"
      ],
      "url": "https://t.co/HaDemo0001",
      "media_url": "http://media.example/876334919578550281.jpg",
      "media_url_https": "https://media.example/876334919578550281.jpg",
      "id_str": "876334919578550281",
      "id": "876334919578550281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo012"
     }
    ]
   },
   "display_text_range": [
    "0",
    "96"
   ],
   "favorite_count": "659",
   "id_str": "876334919579222518",
   "truncated": false,
   "retweet_count": "50",
   "id": "876334919579222518",
   "created_at": "Sun Jun 18 07:05:01 +0000 2017",
   "favorited": false,
   "full_text": "I do not do surprises. I did one, once. The bearing has not forgiven me. https://t.co/HaDemo0001",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/876334919579222518/photo/1",
      "indices": [
       "73",
       "96"
      ],
      "url": "https://t.co/HaDemo0001",
      "media_url": "http://media.example/876334919578550281.jpg",
      "media_url_https": "https://media.example/876334919578550281.jpg",
      "id_str": "876334919578550281",
      "id": "876334919578550281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo012"
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
      "871845252692497222"
     ],
     "editableUntil": "2017-06-05T22:44:41.000Z",
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
   "favorite_count": "92",
   "id_str": "871845252692497222",
   "truncated": false,
   "retweet_count": "57",
   "id": "871845252692497222",
   "created_at": "Mon Jun 05 21:44:41 +0000 2017",
   "favorited": false,
   "full_text": "Some folk collect stamps. Some folk collect grudges. Stamps take less room &amp; may gain in value.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "869657654719638141"
     ],
     "editableUntil": "2017-05-30T21:51:57.000Z",
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
   "favorite_count": "626",
   "id_str": "869657654719638141",
   "truncated": false,
   "retweet_count": "59",
   "id": "869657654719638141",
   "created_at": "Tue May 30 20:51:57 +0000 2017",
   "favorited": false,
   "full_text": "I have been asked for my productivity system. It is a pencil behind each ear. When I cannot find either, I go home.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "863497543349356713"
     ],
     "editableUntil": "2017-05-13T21:53:52.000Z",
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
      "name": "Jo",
      "screen_name": "young_fitter_jo",
      "indices": [
       "0",
       "16"
      ],
      "id_str": "718589239096246279",
      "id": "718589239096246279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "142"
   ],
   "favorite_count": "498",
   "id_str": "863497543349356713",
   "truncated": false,
   "retweet_count": "20",
   "id": "863497543349356713",
   "created_at": "Sat May 13 20:53:52 +0000 2017",
   "favorited": false,
   "full_text": "@young_fitter_jo Do not fret, lass. My first weld held for nine minutes. Your second will be better than your third, &amp; that is normal too.",
   "lang": "en",
   "in_reply_to_status_id": "863467344360374277",
   "in_reply_to_status_id_str": "863467344360374277",
   "in_reply_to_user_id": "718589239096246279",
   "in_reply_to_user_id_str": "718589239096246279",
   "in_reply_to_screen_name": "young_fitter_jo"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "863270761527025983"
     ],
     "editableUntil": "2017-05-13T06:52:43.000Z",
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
      "url": "https://t.co/HaDemo0006",
      "expanded_url": "https://uphill.example/notes/93",
      "display_url": "uphill.example/notes/93",
      "indices": [
       "87",
       "110"
      ]
     }
    ]
   },
   "display_text_range": [
    "0",
    "110"
   ],
   "favorite_count": "312",
   "id_str": "863270761527025983",
   "truncated": false,
   "retweet_count": "8",
   "id": "863270761527025983",
   "created_at": "Sat May 13 05:52:43 +0000 2017",
   "favorited": false,
   "full_text": "The river has moved its furniture in the night. New stones in the hall, very tasteful. https://t.co/HaDemo0006",
   "lang": "en",
   "possibly_sensitive": false
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "863118713813503772"
     ],
     "editableUntil": "2017-05-12T20:48:32.000Z",
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
      "name": "The Gradient",
      "screen_name": "gradient_mag",
      "indices": [
       "0",
       "13"
      ],
      "id_str": "695758803563446279",
      "id": "695758803563446279"
     },
     {
      "name": "Frost and Gears",
      "screen_name": "frost_and_gears",
      "indices": [
       "14",
       "30"
      ],
      "id_str": "685974331192246279",
      "id": "685974331192246279"
     }
    ],
    "urls": []
   },
   "display_text_range": [
    "0",
    "109"
   ],
   "favorite_count": "506",
   "id_str": "863118713813503772",
   "truncated": false,
   "retweet_count": "48",
   "id": "863118713813503772",
   "created_at": "Fri May 12 19:48:32 +0000 2017",
   "favorited": false,
   "full_text": "@gradient_mag @frost_and_gears No. Ask me again when it has carried anyone's grandmother through ten winters.",
   "lang": "en",
   "in_reply_to_status_id": "863088514823094277",
   "in_reply_to_status_id_str": "863088514823094277",
   "in_reply_to_user_id": "695758803563446279",
   "in_reply_to_user_id_str": "695758803563446279",
   "in_reply_to_screen_name": "gradient_mag"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "857672938550918791"
     ],
     "editableUntil": "2017-04-27T20:08:58.000Z",
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
   "favorite_count": "72",
   "id_str": "857672938550918791",
   "truncated": false,
   "retweet_count": "6",
   "id": "857672938550918791",
   "created_at": "Thu Apr 27 19:08:58 +0000 2017",
   "favorited": false,
   "full_text": "Log: new moon, stars down to the fence. The whole sky ticking over &amp; not a squeak in it.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "854781758666842497"
     ],
     "editableUntil": "2017-04-19T20:40:27.000Z",
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
    "183"
   ],
   "favorite_count": "169",
   "id_str": "854781758666842497",
   "truncated": false,
   "retweet_count": "33",
   "id": "854781758666842497",
   "created_at": "Wed Apr 19 19:40:27 +0000 2017",
   "favorited": false,
   "full_text": "The new wind gauge has been installed by two very polite men with a laptop. It says there is no wind. One of the polite men is holding on to the fence. We have agreed to give it time.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "853123943233158373"
     ],
     "editableUntil": "2017-04-15T06:52:53.000Z",
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
      "expanded_url": "https://twitter.com/ardwell_uphill/status/853123943233158373/photo/1",
      "indices": [
       "75",
       "98"
      ],
      "url": "https://t.co/HaDemo0011",
      "media_url": "http://media.example/853123943232438281.jpg",
      "media_url_https": "https://media.example/853123943232438281.jpg",
      "id_str": "853123943232438281",
      "id": "853123943232438281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo004"
     }
    ]
   },
   "display_text_range": [
    "0",
    "98"
   ],
   "favorite_count": "153",
   "id_str": "853123943233158373",
   "truncated": false,
   "retweet_count": "22",
   "id": "853123943233158373",
   "created_at": "Sat Apr 15 05:52:53 +0000 2017",
   "favorited": false,
   "full_text": "Dear visitors: the cows have right of way. They were not told about yours. https://t.co/HaDemo0011",
   "lang": "en",
   "extended_entities": {
    "media": [
     {
      "expanded_url": "https://twitter.com/ardwell_uphill/status/853123943233158373/photo/1",
      "indices": [
       "75",
       "98"
      ],
      "url": "https://t.co/HaDemo0011",
      "media_url": "http://media.example/853123943232438281.jpg",
      "media_url_https": "https://media.example/853123943232438281.jpg",
      "id_str": "853123943232438281",
      "id": "853123943232438281",
      "type": "photo",
      "display_url": "pic.twitter.com/HaDemo004"
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
      "851173155666377702"
     ],
     "editableUntil": "2017-04-09T21:41:09.000Z",
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
    "51"
   ],
   "favorite_count": "758",
   "id_str": "851173155666377702",
   "truncated": false,
   "retweet_count": "32",
   "id": "851173155666377702",
   "created_at": "Sun Apr 09 20:41:09 +0000 2017",
   "favorited": false,
   "full_text": "It is not lonely up here. It is merely well spaced.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "848419414735414232"
     ],
     "editableUntil": "2017-04-02T07:18:46.000Z",
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
   "favorite_count": "95",
   "id_str": "848419414735414232",
   "truncated": false,
   "retweet_count": "36",
   "id": "848419414735414232",
   "created_at": "Sun Apr 02 06:18:46 +0000 2017",
   "favorited": false,
   "full_text": "Winter is a strict teacher but she does set interesting problems.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "841269237904907946"
     ],
     "editableUntil": "2017-03-13T13:46:31.000Z",
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
   "favorite_count": "660",
   "id_str": "841269237904907946",
   "truncated": false,
   "retweet_count": "51",
   "id": "841269237904907946",
   "created_at": "Mon Mar 13 12:46:31 +0000 2017",
   "favorited": false,
   "full_text": "When all else fails, sweep the floor. The answer is often under something.",
   "lang": "en"
  }
 },
 {
  "tweet": {
   "edit_info": {
    "initial": {
     "editTweetIds": [
      "839935017219060491"
     ],
     "editableUntil": "2017-03-09T21:24:48.000Z",
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
       "110",
       "122"
      ]
     }
    ],
    "symbols": [],
    "user_mentions": [],
    "urls": []
   },
   "display_text_range": [
    "0",
    "122"
   ],
   "favorite_count": "56",
   "id_str": "839935017219060491",
   "truncated": false,
   "retweet_count": "35",
   "id": "839935017219060491",
   "created_at": "Thu Mar 09 20:24:48 +0000 2017",
   "favorited": false,
   "full_text": "They gave me a lanyard with my name spelt wrong. I have worn it all day; she is getting a lot of compliments. #rackrailway",
   "lang": "en"
  }
 }
]
