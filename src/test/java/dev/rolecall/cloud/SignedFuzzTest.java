package dev.rolecall.cloud;

import static dev.rolecall.cloud.Texts.allow;
import static dev.rolecall.cloud.Texts.grant;
import static dev.rolecall.cloud.Texts.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolecall.guard.Recorded;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nonsense that an administrator signed: it reaches the readers of forms, XML and policies.
class SignedFuzzTest extends Fuzz {
    /// Signed after it was changed, so it reaches the readers of forms, XML and policies.
    @Test
    void aSignedFormMayHoldAnything() throws IOException {
        String document = URLEncoder.encode(allow("s3:*", "*"), StandardCharsets.UTF_8);
        List<String> forms =
                List.of(
                        "Action=CreateUser&Version=2010-05-08&UserName=N&Path=/a/"
                                + "&Tags.member.1.Key=a&Tags.member.1.Value=b",
                        "Action=CreatePolicy&Version=2010-05-08&PolicyName=P&PolicyDocument="
                                + document,
                        "Action=CreateRole&Version=2010-05-08&RoleName=R&AssumeRolePolicyDocument="
                                + document,
                        "Action=ListUsers&Version=2010-05-08&MaxItems=10&Marker=x&PathPrefix=/",
                        "Action=AttachUserPolicy&Version=2010-05-08&UserName=N&PolicyArn="
                                + "arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess",
                        "Action=GetFederationToken&Version=2011-06-15&Name=fed&Policy=" + document);
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 1500; i++) {
            String form = forms.get(i % forms.size());
            String service = form.contains("2011") ? "sts" : "iam";
            assertNoFailure(utf8(form(service, mutated(form)).text()));
        }
        assertManyWereBelieved(before);
    }

    @Test
    void aSignedMessageMayHoldAnything() throws IOException {
        List<String[]> messages =
                List.of(
                        new String[] {
                            "PUT",
                            "policy",
                            policy(grant("Allow", Texts.ROOT, "s3:*", "arn:aws:s3:::box"))
                        },
                        new String[] {
                            "POST", "delete", "<Delete><Object><Key>n</Key></Object></Delete>"
                        },
                        new String[] {
                            "PUT",
                            "versioning",
                            "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"
                        },
                        new String[] {
                            "PUT",
                            "tagging",
                            "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"
                        },
                        new String[] {
                            "PUT",
                            "ownershipControls",
                            "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>"
                        },
                        new String[] {
                            "PUT",
                            "publicAccessBlock",
                            "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"
                        });
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 1500; i++) {
            String[] message = messages.get(i % messages.size());
            String body = mutated(message[2]);
            RawRequest request =
                    xml(message[0], message[1], body).signing("content-md5", Hand.md5(body));
            assertNoFailure(utf8(request.text()));
        }
        assertManyWereBelieved(before);
    }

    /// Queries that the client encoded and sorted, with values that no client would send.
    @Test
    void aSignedQueryMayHoldAnything() throws IOException {
        List<String> names =
                List.of("continuation-token", "delimiter", "encoding-type", "max-keys", "prefix");
        int before = cloud.cloud().trail().size();
        for (int i = 0; i < 500; i++) {
            StringBuilder query = new StringBuilder();
            for (String name : names) {
                if (random.nextBoolean()) {
                    query.append(name).append('=').append(Hand.encoded(piece())).append('&');
                }
            }
            query.append("start-after=").append(Hand.encoded(piece()));
            RawRequest list = cloud.admin().raw("s3").path("/box").query("list-type=2&" + query);
            assertNoFailure(list.query(sorted("list-type=2&" + query)).text());
            RawRequest get = cloud.admin().raw("s3").path("/box/" + Hand.encoded(piece()));
            assertNoFailure(get.text());
            RawRequest copy =
                    cloud.admin()
                            .raw("s3")
                            .method("PUT")
                            .path("/box/c")
                            .signing("x-amz-copy-source", "box/" + Hand.encoded(piece()))
                            .signing(
                                    "x-amz-tagging",
                                    Hand.encoded(piece()) + "=" + Hand.encoded(piece()));
            assertNoFailure(copy.text());
        }
        assertManyWereBelieved(before);
    }

    /// Depth is not a number of bytes: a short text can nest deeper than a stack.
    @Test
    void nestingHasAnEnd() throws IOException {
        String json = "[".repeat(100_000);
        assertNoFailure(
                form(
                                "iam",
                                "Action=CreatePolicy&Version=2010-05-08&PolicyName=P&PolicyDocument="
                                        + Hand.encoded(json))
                        .text());
        assertNoFailure(xml("PUT", "policy", "{\"a\":".repeat(100_000)).text());
        String tags = "<a>".repeat(100_000);
        assertNoFailure(xml("POST", "delete", tags).signing("content-md5", Hand.md5(tags)).text());
    }

    @Test
    void aFormMayBeAsLongAsAwsTakesOne() throws IOException {
        StringBuilder form = new StringBuilder("Action=CreateUser&Version=2010-05-08&UserName=N");
        for (int i = 1; form.length() < 9_900_000; i++) {
            form.append("&Tags.member.").append(i).append(".Key=k").append(i);
        }
        assertNoFailure(form("iam", form.toString()).text());
        assertThat(cloud.last().errorCode()).isNotEmpty();
        form.append("x".repeat(200_000));
        assertThat(talk(utf8(form("iam", form.toString()).text()))).startsWith("HTTP/1.1 413");
    }

    /// That signing anew is worth something: a good part got past its signature.
    private void assertManyWereBelieved(int before) {
        List<Recorded> requests = cloud.cloud().trail().requests();
        List<Recorded> since = requests.subList(before, requests.size());
        long believed = since.stream().filter(r -> !r.accessKeyId().isEmpty()).count();
        long disbelieved =
                since.stream().filter(r -> r.errorCode().equals("SignatureDoesNotMatch")).count();
        assertThat(believed).as("seed %d", SEED).isGreaterThan(since.size() / 4);
        assertThat(disbelieved).as("seed %d", SEED).isLessThan(since.size() / 4);
    }

    private static String sorted(String query) {
        return String.join("&", java.util.Arrays.stream(query.split("&", -1)).sorted().toList());
    }
}
