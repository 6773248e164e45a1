// fails at: testAskedAndWasRefused
// GetSessionToken gives Test a session as itself, with no role in it and nothing to refuse.
as("Test").sts().getSessionToken()
