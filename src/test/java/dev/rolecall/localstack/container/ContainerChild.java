package dev.rolecall.localstack.container;

import dev.rolecall.fault.UserError;

/// Started by tests as a process of its own: starts a container as a shell would and says on
/// standard output what comes of it. Ends when its standard input does.
///
/// Arguments: the image.
final class ContainerChild {
    private ContainerChild() {}

    private static void tell(String line) {
        System.out.println(line);
    }

    public static void main(String[] args) throws Exception {
        try (Container container = Container.start(args[0], ContainerChild::tell)) {
            System.out.println("READY " + container.endpoint());
            while (System.in.read() >= 0) {
                System.out.println("STATE " + container.state());
            }
        } catch (UserError e) {
            System.out.println("ERROR " + e.what() + "; " + e.whatToDo());
        }
        System.out.flush();
        // As the program itself ends: without the hooks.
        Runtime.getRuntime().halt(0);
    }
}
