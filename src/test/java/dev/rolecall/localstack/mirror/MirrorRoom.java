package dev.rolecall.localstack.mirror;

import dev.rolecall.fault.AwsError;
import dev.rolecall.iam.Account;
import dev.rolecall.iam.Caller;
import dev.rolecall.iam.Iam;
import dev.rolecall.iam.Ids;
import dev.rolecall.iam.Room;
import dev.rolecall.localstack.TestContainer;
import dev.rolecall.localstack.client.Clients;
import dev.rolecall.policy.Principal;
import java.net.URI;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// IAM with two accounts of its own, mirrored in the shared container, and a client that writes
/// straight to the container.
final class MirrorRoom implements AutoCloseable {
    static final String ALLOW = Room.ALLOW_S3;

    final String account = TestContainer.account();
    final String other = TestContainer.account();
    final Ids ids;
    final Room.MovableClock clock = new Room.MovableClock();
    final MirroredIam mirrored;
    final Iam iam;
    final Clients clients;
    final Caller root;

    private MirrorRoom(URI endpoint, long seed) {
        ids = Ids.seeded(seed);
        mirrored = new MirroredIam(ids);
        iam = new Iam(clock, ids, mirrored.mirror());
        clients = new Clients(endpoint);
        iam.createAccount(account);
        iam.createAccount(other);
        root = Caller.of(new Principal.Root(account), "");
    }

    static MirrorRoom attached() {
        return attached(TestContainer.uri());
    }

    static MirrorRoom attached(URI endpoint) {
        MirrorRoom room = new MirrorRoom(endpoint, 42);
        room.mirrored.attachOwn(room.iam, room.clients);
        return room;
    }

    /// In a container that others use too.
    static MirrorRoom shared(URI endpoint) {
        MirrorRoom room = new MirrorRoom(endpoint, 42);
        room.mirrored.attachShared(room.iam, room.clients);
        return room;
    }

    static MirrorRoom apart() {
        return new MirrorRoom(TestContainer.uri(), 42);
    }

    void call(Object request) {
        call(root, request);
    }

    void call(Caller caller, Object request) {
        Room.invoke(iam.actions(), caller, request);
    }

    <T> T call(Object request, Class<T> response) {
        return response.cast(Room.invoke(iam.actions(), root, request));
    }

    AwsError refused(Object request) {
        return Room.refused(() -> call(request));
    }

    Account ours() {
        return iam.state().account(account).orElseThrow();
    }

    /// Straight to the container.
    IamClient direct() {
        return clients.iam(account);
    }

    List<String> drift() {
        return mirrored.drift(account).stream().map(Difference::words).toList();
    }

    List<String> drift(EntityRef... entities) {
        return mirrored.drift(account, Set.of(entities)).stream().map(Difference::words).toList();
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    String arn(String resource) {
        return "arn:aws:iam::" + account + ":" + resource;
    }

    @Override
    public void close() {
        clients.close();
    }
}
