package dev.rolecall.localstack.container;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import org.testcontainers.utility.ResourceReaper;

/// Who removes the containers of a killed JVM. Testcontainers starts Ryuk for that, a container of
/// its own, as soon as it has found the engine, and gives up altogether where Ryuk's image can be
/// neither found nor pulled; only a variable of the environment tells it to do without. An offline
/// classroom has LocalStack's image and no other, so the choice is made here: first nobody, then
/// Ryuk if its image is there. Testcontainers offers no way in, hence reflection.
final class Reaper {
    /// Of Ryuk, as this version of Testcontainers asks for it.
    static final String IMAGE = "testcontainers/ryuk:0.14.0";

    private static final AtomicBoolean DECIDED = new AtomicBoolean();
    private static final AtomicBoolean TRIED = new AtomicBoolean();

    private Reaper() {}

    /// Before the engine is looked for: leaves leftovers to [Leftovers], unless that was decided in
    /// this JVM before.
    static void nobodyYet() {
        if (DECIDED.compareAndSet(false, true)) {
            nobody();
        }
    }

    /// Starts Ryuk, once in each JVM. Where it does not start, leftovers are left to [Leftovers].
    static void ryuk() {
        if (!TRIED.compareAndSet(false, true)) {
            return;
        }
        try {
            ResourceReaper ryuk =
                    make(
                            Class.forName("org.testcontainers.utility.RyukResourceReaper")
                                    .asSubclass(ResourceReaper.class));
            replace(ryuk);
            start(ryuk);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            nobody();
        }
    }

    static void nobody() {
        replace(make(ResourceReaper.class));
    }

    @SuppressWarnings("deprecation") // there is no other way in
    private static void start(ResourceReaper ryuk) {
        ryuk.init();
    }

    private static ResourceReaper make(Class<? extends ResourceReaper> type) {
        try {
            Constructor<? extends ResourceReaper> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void replace(ResourceReaper reaper) {
        try {
            Field instance = ResourceReaper.class.getDeclaredField("instance");
            instance.setAccessible(true);
            instance.set(null, reaper);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
