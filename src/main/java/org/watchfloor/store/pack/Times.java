package org.watchfloor.store.pack;

/**
 * Time stamps as delta of delta, one byte each while a check keeps its rhythm. They may run backwards.
 * After Pelkonen et al., "Gorilla: a fast, scalable, in-memory time series database", VLDB 2015, with bytes for bits.
 */
final class Times {
    private Times() {}

    static void put(ByteSink sink, long[] millis) {
        long last = 0;
        long lastDelta = 0;
        for (long at : millis) {
            long delta = at - last;
            sink.putSigned(delta - lastDelta);
            last = at;
            lastDelta = delta;
        }
    }

    static long[] get(ByteSource source, int count) {
        long[] millis = new long[count];
        long last = 0;
        long delta = 0;
        for (int index = 0; index < count; index++) {
            delta += source.getSigned();
            last += delta;
            millis[index] = last;
        }
        return millis;
    }
}
