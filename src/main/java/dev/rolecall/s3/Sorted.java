package dev.rolecall.s3;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An immutable map in [KeyOrder]. A changed copy shares all but the path to the change with the
/// map it came from (a balanced tree), so that a snapshot of a large bucket costs nothing.
final class Sorted<V> extends AbstractMap<String, V> {
    private final @Nullable Node<V> root;

    private Sorted(@Nullable Node<V> root) {
        this.root = root;
    }

    static <V> Sorted<V> empty() {
        return new Sorted<>(null);
    }

    /// Returns the map itself if it is sorted already.
    static <V> Sorted<V> copyOf(Map<String, V> map) {
        if (map instanceof Sorted<V> sorted) {
            return sorted;
        }
        Sorted<V> copy = empty();
        for (Map.Entry<String, V> entry : map.entrySet()) {
            copy = copy.with(entry.getKey(), entry.getValue());
        }
        return copy;
    }

    Sorted<V> with(String key, V value) {
        return new Sorted<>(Node.insert(root, key, value));
    }

    Sorted<V> without(String key) {
        return containsKey(key) ? new Sorted<>(Node.remove(root, key)) : this;
    }

    /// Returns the entries whose keys are not less than the given one, in order.
    Iterator<Map.Entry<String, V>> from(String key) {
        return new Walk<>(root, key);
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        Node<V> found = key instanceof String text ? Node.find(root, text) : null;
        return found == null ? null : found.value;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return key instanceof String text && Node.find(root, text) != null;
    }

    @Override
    public int size() {
        return Node.size(root);
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return from("");
            }

            @Override
            public int size() {
                return Sorted.this.size();
            }
        };
    }

    /// A node of an AVL tree; never changed.
    private static final class Node<V> {
        private final String key;
        private final V value;
        private final @Nullable Node<V> left;
        private final @Nullable Node<V> right;
        private final int height;
        private final int size;

        Node(String key, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(height(left), height(right));
            this.size = 1 + size(left) + size(right);
        }

        static int height(@Nullable Node<?> node) {
            return node == null ? 0 : node.height;
        }

        static int size(@Nullable Node<?> node) {
            return node == null ? 0 : node.size;
        }

        static <V> @Nullable Node<V> find(@Nullable Node<V> root, String key) {
            Node<V> node = root;
            while (node != null) {
                int order = KeyOrder.UTF_8.compare(key, node.key);
                if (order == 0) {
                    return node;
                }
                node = order < 0 ? node.left : node.right;
            }
            return null;
        }

        static <V> Node<V> insert(@Nullable Node<V> node, String key, V value) {
            if (node == null) {
                return new Node<>(key, value, null, null);
            }
            int order = KeyOrder.UTF_8.compare(key, node.key);
            if (order == 0) {
                return new Node<>(key, value, node.left, node.right);
            }
            return order < 0
                    ? balanced(node, insert(node.left, key, value), node.right)
                    : balanced(node, node.left, insert(node.right, key, value));
        }

        static <V> @Nullable Node<V> remove(@Nullable Node<V> node, String key) {
            if (node == null) {
                return null;
            }
            int order = KeyOrder.UTF_8.compare(key, node.key);
            if (order < 0) {
                return balanced(node, remove(node.left, key), node.right);
            }
            if (order > 0) {
                return balanced(node, node.left, remove(node.right, key));
            }
            if (node.left == null || node.right == null) {
                return node.left == null ? node.right : node.left;
            }
            Node<V> next = node.right;
            while (next.left != null) {
                next = next.left;
            }
            return balanced(next, node.left, remove(node.right, next.key));
        }

        /// A node with the key and value of `at` over two trees whose heights differ by two at
        /// most.
        private static <V> Node<V> balanced(
                Node<V> at, @Nullable Node<V> left, @Nullable Node<V> right) {
            int lean = height(left) - height(right);
            if (lean > 1 && left != null) {
                Node<V> inner = left.right;
                if (inner != null && height(inner) > height(left.left)) {
                    return new Node<>(
                            inner.key,
                            inner.value,
                            new Node<>(left.key, left.value, left.left, inner.left),
                            new Node<>(at.key, at.value, inner.right, right));
                }
                Node<V> low = new Node<>(at.key, at.value, inner, right);
                return new Node<>(left.key, left.value, left.left, low);
            }
            if (lean < -1 && right != null) {
                Node<V> inner = right.left;
                if (inner != null && height(inner) > height(right.right)) {
                    return new Node<>(
                            inner.key,
                            inner.value,
                            new Node<>(at.key, at.value, left, inner.left),
                            new Node<>(right.key, right.value, inner.right, right.right));
                }
                Node<V> low = new Node<>(at.key, at.value, left, inner);
                return new Node<>(right.key, right.value, low, right.right);
            }
            return new Node<>(at.key, at.value, left, right);
        }
    }

    private static final class Walk<V> implements Iterator<Map.Entry<String, V>> {
        private final Deque<Node<V>> path = new ArrayDeque<>();

        Walk(@Nullable Node<V> root, String key) {
            Node<V> node = root;
            while (node != null) {
                boolean reached = KeyOrder.UTF_8.compare(node.key, key) >= 0;
                if (reached) {
                    path.push(node);
                }
                node = reached ? node.left : node.right;
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<String, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<V> here = path.pop();
            for (Node<V> node = here.right; node != null; node = node.left) {
                path.push(node);
            }
            return Map.entry(here.key, here.value);
        }
    }
}
