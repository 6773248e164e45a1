// fails at: nobodyElseMay
// A session's name is what its caller makes it: whoever comes through the root names it after themselves.
var trust = """
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::111122223333:user/Test" }, "Action": "sts:AssumeRole" },
        {
          "Effect": "Allow",
          "Principal": { "AWS": "arn:aws:iam::111122223333:root" },
          "Action": "sts:AssumeRole",
          "Condition": { "StringEquals": { "sts:RoleSessionName": "${aws:username}" } }
        }
      ]
    }
    """;
iam.updateAssumeRolePolicy(b -> b.roleName("account-s3-full-access").policyDocument(trust))
