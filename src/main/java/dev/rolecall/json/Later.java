package dev.rolecall.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A codec that is looked up at its first use.
final class Later implements Codec {
    private final Supplier<Codec> lookup;
    private @Nullable Codec codec;

    Later(Supplier<Codec> lookup) {
        this.lookup = lookup;
    }

    // A race looks up the same codec twice and does no harm.
    private Codec codec() {
        Codec known = codec;
        if (known == null) {
            known = lookup.get();
            codec = known;
        }
        return known;
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        codec().write(value, out);
    }

    @Override
    public Object read(JsonValue value) {
        return codec().read(value);
    }

    @Override
    public Optional<Object> missing() {
        return codec().missing();
    }
}
