// fails at: testHasActiveKey
// Without a user name the key is made for whoever asks.
iam.createUser(b -> b.userName("Test"))
iam.createAccessKey(b -> {})
