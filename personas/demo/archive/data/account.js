window.YTD.account.part0 = [
 {
  "account": {
   "email": "hester@uphill.example",
   "createdVia": "web",
   "username": "ardwell_uphill",
   "accountId": "731442018830454784",
   "createdAt": "2016-05-14T11:20:41.000Z",
   "accountDisplayName": "Hester Ardwell"
  }
 }
]
