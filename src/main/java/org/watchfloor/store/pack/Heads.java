package org.watchfloor.store.pack;

import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Rising numbers as one block: differences as varints. */
public final class Heads {
    private Heads() {}

    public static byte[] pack(LongStream numbers) {
        ByteSink sink = new ByteSink();
        long[] sorted = numbers.sorted().toArray();
        long last = 0;
        for (long number : sorted) {
            sink.putUnsigned(number - last);
            last = number;
        }
        return sink.toBytes();
    }

    /** @throws BadBlock at the first damaged number */
    public static void unpack(byte[] block, LongConsumer taker) {
        ByteSource source = new ByteSource(block);
        long last = 0;
        while (!source.isAtEnd()) {
            last += source.getUnsigned();
            taker.accept(last);
        }
    }
}
