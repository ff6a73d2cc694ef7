package org.watchfloor.engine;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of fixed size whose {@link #with} shares all but one chunk of 64 with the original, so that one
 * changed element of ten thousand costs 200 copied references.
 */
public final class Slots<T> extends AbstractList<T> implements RandomAccess {
    private static final int BITS = 6;
    private static final int CHUNK = 1 << BITS;
    private static final int MASK = CHUNK - 1;

    private final Object[][] chunks;
    private final int size;

    private Slots(Object[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    public static <T> Slots<T> copyOf(List<T> elements) {
        int size = elements.size();
        Object[] flat = elements.toArray();
        Object[][] chunks = new Object[(size + MASK) >> BITS][];
        for (int chunk = 0; chunk < chunks.length; chunk++) {
            int from = chunk << BITS;
            chunks[chunk] = Arrays.copyOfRange(flat, from, Math.min(size, from + CHUNK));
        }
        return new Slots<>(chunks, size);
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of type T are ever put in
    public T get(int index) {
        return (T) chunks[index >> BITS][index & MASK];
    }

    /** The same with another element at the index; itself if it is the very same element. */
    @SuppressWarnings("ReferenceEquality") // identity is what makes sharing cheap to detect
    public Slots<T> with(int index, T element) {
        if (get(index) == element) {
            return this;
        }
        Object[][] copy = chunks.clone();
        Object[] chunk = copy[index >> BITS].clone();
        chunk[index & MASK] = element;
        copy[index >> BITS] = chunk;
        return new Slots<>(copy, size);
    }

    @Override
    public int size() {
        return size;
    }
}
