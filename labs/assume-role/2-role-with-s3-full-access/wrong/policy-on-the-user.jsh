// fails at: hasS3FullAccess
// The policy goes on the role: put on the user, it gives the user what the role should have.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:root" }, "Action": "sts:AssumeRole" }
      ]
    }
    """;
iam.createRole(b -> b.roleName("account-s3-full-access").assumeRolePolicyDocument(trust))
iam.attachUserPolicy(b -> b.userName("Test").policyArn("arn:aws:iam::aws:policy/AmazonS3FullAccess"))
