window.YTD.note_tweet.part0 = [
 {
  "noteTweet": {
   "noteTweetId": "1197800601023414273",
   "updatedAt": "2019-11-22T08:54:52.000Z",
   "lifecycle": {
    "value": "3",
    "name": "Confirmed",
    "originalName": "Confirmed",
    "annotations": {}
   },
   "createdAt": "2019-11-22T08:54:52.000Z",
   "core": {
    "styletags": [],
    "urls": [],
    "text": "You ask how I check a rack before the first train of the season. Very well, & mind you write it down. First I walk it, downhill, with my hands in my pockets, because the hands want to mend things before the eyes have finished. Then I walk it uphill with a hammer & tap every tooth. A sound tooth says ting. A tired tooth says tonk. There is no instrument for the difference between ting & tonk that I would trust further than a good night's sleep & an empty stomach. Then I send the youngest up with a tin of grease & the oldest behind with a rag. Then we all sit on the top buffer & say nothing for ten minutes. If nobody has thought of anything by then, we open the line. Onwards.",
    "mentions": [],
    "cashtags": [],
    "hashtags": []
   }
  }
 }
]
