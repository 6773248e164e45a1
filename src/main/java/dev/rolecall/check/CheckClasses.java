package dev.rolecall.check;

import dev.rolecall.fault.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/// From a lab's Java source to its class, compiled at most once for each source, JDK and engine.
final class CheckClasses {
    private CheckClasses() {}

    static Class<?> load(Path source, Path cache, String engine) {
        String text = read(source);
        ClassCache classes = new ClassCache(cache.resolve(key(text, engine)));
        Map<String, byte[]> compiled =
                classes.read()
                        .orElseGet(() -> {
                            Map<String, byte[]> fresh = CheckCompiler.compile(source, text);
                            classes.write(fresh);
                            return fresh;
                        });
        String fileName = source.getFileName().toString();
        return load(fileName.substring(0, fileName.length() - ".java".length()), source, compiled);
    }

    private static Class<?> load(String name, Path source, Map<String, byte[]> compiled) {
        try {
            return new MemoryLoader(compiled).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new UserError(
                    source + " declares no class " + name + " in the unnamed package",
                    "name the class after its file");
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UserError(
                    "the checks " + source + " cannot be read: " + e.getMessage(),
                    "look whether the file is there and is UTF-8 text");
        }
    }

    private static String key(String text, String engine) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {text, engine, Runtime.version().toString()}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has SHA-256.
        }
    }

    /// Its own loader for each lab: it goes when the lab goes.
    private static final class MemoryLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        MemoryLoader(Map<String, byte[]> classes) {
            super(CheckClasses.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] code = classes.get(name);
            if (code == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, code, 0, code.length);
        }
    }
}
