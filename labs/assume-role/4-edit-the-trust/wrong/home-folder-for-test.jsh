// fails at: testHasNoPermission
// A folder of one's own is a permission too.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))
var folder = """
    {
      "Version": "2012-10-17",
      "Statement": [ { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::home-${aws:username}/*" } ]
    }
    """;
iam.putUserPolicy(b -> b.userName("Test").policyName("home").policyDocument(folder))
