// fails at: testHasNoPermission
// A bucket policy that names Test lets Test in without any policy on Test.
/as hat
s3.listBuckets()
s3.createBucket(b -> b.bucket("notes-of-test"))
s3.putObject(b -> b.bucket("notes-of-test").key("hello.txt"), RequestBody.fromString("hello"))
s3.getObjectAsBytes(b -> b.bucket("notes-of-test").key("hello.txt")).asUtf8String()
as("Test").s3().listBuckets()
var open = """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" },
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::notes-of-test/*"
        }
      ]
    }
    """;
s3.putBucketPolicy(b -> b.bucket("notes-of-test").policy(open))
