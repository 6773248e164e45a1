// fails at: nobodyElseMay
// The trust stays at the account root, and the user gets the other half: so may everybody who gets it.
var permission = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::111122223333:role/account-s3-full-access" }
      ]
    }
    """;
iam.putUserPolicy(b -> b.userName("Test").policyName("assume").policyDocument(permission))
