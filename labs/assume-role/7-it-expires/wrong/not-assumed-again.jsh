// fails at: newSessionWorks
// The end, and no new beginning: Test's own key is refused, since Test has no permission.
/as hat
/clock +61m
s3.listBuckets()
/as Test
s3.listBuckets()
