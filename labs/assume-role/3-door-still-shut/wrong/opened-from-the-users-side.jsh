// fails at: testHasNoPermission
// One of the two halves, but Test shall stay without a permission of its own.
as("Test").sts().assumeRole(b -> b.roleArn("arn:aws:iam::111122223333:role/account-s3-full-access").roleSessionName("first-try"))
var permission = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/account-s3-full-access" }
      ]
    }
    """;
iam.putUserPolicy(b -> b.userName("Test").policyName("assume").policyDocument(permission))
