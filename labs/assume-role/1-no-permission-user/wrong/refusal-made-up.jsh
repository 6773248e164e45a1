// fails at: testAskedAndWasRefused
// An exception of one's own is no answer of S3: no request was made.
iam.createUser(b -> b.userName("Test"))
iam.createAccessKey(b -> b.userName("Test"))
throw software.amazon.awssdk.services.s3.model.S3Exception.builder().statusCode(403).message("AccessDenied").build();
