// fails at: testAssumedTheRole
// GetSessionToken gives temporary credentials too, but they are Test's own: no role in them.
var hat = as("Test").sts().getSessionToken().credentials();
/as hat
sts.getCallerIdentity()
