package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;
import java.net.URI;

/// Started by a test as a process of its own: uses what a shell on the embedded cloud may touch of
/// this room, and what one with a LocalStack of another's does. Argument: an address without one.
final class ContainerBystander {
    private ContainerBystander() {}

    public static void main(String[] args) throws ClassNotFoundException {
        Class.forName(StartedContainer.class.getName());
        System.out.println(Container.IMAGE);
        try {
            Container.given(URI.create(args[0])).close();
        } catch (UserError e) {
            System.out.println("ERROR " + e.what());
        }
    }
}
