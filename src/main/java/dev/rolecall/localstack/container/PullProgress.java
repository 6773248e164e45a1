package dev.rolecall.localstack.container;

import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How much of an image is here. The engine tells it layer by layer: each is downloaded and then
/// extracted, and its size is only known once its download has begun.
final class PullProgress {
    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private int told = -1;

    private record Layer(long size, long downloaded, long extracted) {
        static final Layer UNKNOWN = new Layer(0, 0, 0);

        double done() {
            return size == 0 ? 0 : (downloaded + extracted) / (2.0 * size);
        }
    }

    /// Takes what the engine says; answers the percentage, 0 to 99, if it is more than before.
    OptionalInt take(PullResponseItem item) {
        String id = item.getId();
        String status = item.getStatus();
        if (id == null || status == null || status.startsWith("Pulling from")) {
            return OptionalInt.empty();
        }
        if (status.equals("Already exists")) {
            layers.remove(id);
        } else {
            layers.merge(
                    id, next(Layer.UNKNOWN, status, item), (old, _) -> next(old, status, item));
        }
        return percent();
    }

    private static Layer next(Layer layer, String status, PullResponseItem item) {
        ProgressDetail detail = item.getProgressDetail();
        long total = detail == null ? 0 : or0(detail.getTotal());
        long current = detail == null ? 0 : or0(detail.getCurrent());
        long size = total > 0 ? total : layer.size();
        return switch (status) {
            case "Downloading" -> new Layer(size, Math.min(current, size), 0);
            case "Download complete" -> new Layer(size, size, 0);
            case "Extracting" ->
                    new Layer(size, size, Math.min(total > 0 ? current : layer.extracted(), size));
            case "Pull complete" -> {
                long known = Math.max(size, 1);
                yield new Layer(known, known, known);
            }
            default -> layer;
        };
    }

    private static long or0(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    /// A layer whose size is not known yet counts as much as the others do on average.
    private OptionalInt percent() {
        long known = layers.values().stream().filter(each -> each.size() > 0).count();
        if (known == 0) {
            return OptionalInt.empty();
        }
        double all = layers.values().stream().mapToLong(Layer::size).sum();
        double done = layers.values().stream().mapToDouble(each -> each.done() * each.size()).sum();
        int percent = (int) Math.min(99, 100 * done * known / (all * layers.size()));
        if (percent <= told) {
            return OptionalInt.empty();
        }
        told = percent;
        return OptionalInt.of(percent);
    }
}
