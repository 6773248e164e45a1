package dev.rolecall.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolecall.json.Saved;
import dev.rolecall.policy.PolicyDocument;
import dev.rolecall.policy.Principal;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.DeleteRoleRequest;
import software.amazon.awssdk.services.iam.model.GetUserRequest;
import software.amazon.awssdk.services.iam.model.Tag;

class IamTest {
    private final Room room = new Room();

    @Test
    void everyPublicMethodOfAGroupIsAnOperationAndNoneIsThereTwice() {
        Set<String> operations = new HashSet<>();
        for (Object group : room.iam.actions()) {
            assertThat(Modifier.isPublic(group.getClass().getModifiers())).isTrue();
            for (Method method : operationsOf(group)) {
                String name =
                        Character.toUpperCase(method.getName().charAt(0))
                                + method.getName().substring(1);
                assertThat(operations.add(name)).as(name).isTrue();
                assertThat(method.getReturnType().getSimpleName()).isEqualTo(name + "Response");
                assertThat(method.getParameterTypes())
                        .extracting(Class::getSimpleName)
                        .containsExactly("Caller", name + "Request");
            }
        }
        assertThat(operations)
                .hasSize(84)
                .contains("CreateUser", "ListEntitiesForPolicy", "GetAccountAuthorizationDetails");
    }

    private static List<Method> operationsOf(Object group) {
        return Arrays.stream(group.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
    }

    @Test
    void theStateIsSavedAndReadBackWhole() {
        room.user("Test");
        room.group("devs");
        room.call(AddUserToGroupRequest.builder().groupName("devs").userName("Test").build());
        String key = room.key("Test");
        room.iam.keyUsed(key, "s3", "us-east-1");
        room.call(
                CreateRoleRequest.builder()
                        .roleName("r")
                        .assumeRolePolicyDocument(Room.trusting(Room.ACCOUNT))
                        .tags(Tag.builder().key("b").value("1").build())
                        .permissionsBoundary(room.policy("p"))
                        .build());
        Saved<IamState> saved =
                Saved.of(IamState.class)
                        .text(PolicyDocument.class, PolicyDocument::text, PolicyDocument::parse);
        IamState before = room.iam.state();
        IamState read = saved.read(saved.write(before));
        assertThat(read).isEqualTo(before);
        Iam other = new Iam(room.clock, Ids.seeded(1));
        other.restore(read);
        assertThat(other.owner(key)).isEqualTo(room.iam.owner(key));
    }

    @Test
    void anEarlierStateIsPutBack() {
        IamState before = room.iam.state();
        room.user("Test");
        assertThat(room.iam.user("arn:aws:iam::111122223333:user/Test")).isPresent();
        room.restore(before);
        assertThat(room.iam.user("arn:aws:iam::111122223333:user/Test")).isEmpty();
    }

    @Test
    void arnsAreFoundExactlyAndWithTheirPath() {
        room.call(Room.role("Reader", Room.trusting(Room.ACCOUNT)).path("/a/b/").build());
        assertThat(room.iam.role("arn:aws:iam::111122223333:role/a/b/Reader")).isPresent();
        assertThat(room.iam.role("arn:aws:iam::111122223333:role/Reader")).isEmpty();
        assertThat(room.iam.role("arn:aws:iam::111122223333:role/a/b/reader")).isEmpty();
        assertThat(room.iam.role("arn:aws:iam::444455556666:role/a/b/Reader")).isEmpty();
        assertThat(room.iam.role("Reader")).isEmpty();
    }

    @Test
    void aRoleMadeAnewHasAnotherUniqueId() {
        Role first = room.role("r");
        room.call(DeleteRoleRequest.builder().roleName("r").build());
        Role second = room.role("r");
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(room.iam.roleById(first.id())).isEmpty();
        assertThat(room.iam.names().uniqueId(second.arn())).contains(second.id());
        assertThat(room.iam.names().arn(second.id())).contains(second.arn());
        assertThat(room.iam.identityPolicies(Room.session(first, "s1").principal())).isEmpty();
    }

    @Test
    void accountsAreApart() {
        room.user("Test");
        assertThat(room.iam.names().accountExists(Room.OTHER)).isTrue();
        assertThat(room.iam.names().accountExists("999999999999")).isFalse();
        Caller other = Caller.of(new Principal.Root(Room.OTHER), "");
        assertThat(room.refused(other, GetUserRequest.builder().userName("Test").build()).code())
                .isEqualTo("NoSuchEntity");
        room.iam.createAccount(Room.ACCOUNT);
        assertThat(room.account().users()).as("an account is not made twice").hasSize(1);
        assertThatThrownBy(() -> room.iam.createAccount("12"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writesFromManyThreadsAreAllKept() {
        IntStream.range(0, 200).parallel().forEach(i -> room.user("u" + i));
        assertThat(room.account().users()).hasSize(200);
    }
}
