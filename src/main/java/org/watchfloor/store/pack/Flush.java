package org.watchfloor.store.pack;

/**
 * What one flush writes for one hour: samples of many series, in the order of their arrival, as one block.
 * Not thread safe.
 */
public final class Flush {
    private final ByteSink sink = new ByteSink();
    private long lastMillis;
    private int samples;

    /** Takes one sample of a series. */
    @FunctionalInterface
    public interface Taker {
        void take(int series, long millis, double value, byte mark);
    }

    public void add(int series, long millis, double value, byte mark) {
        sink.putUnsigned(series);
        sink.putSigned(millis - lastMillis);
        sink.putByte(mark);
        Values.putOne(sink, value);
        lastMillis = millis;
        samples++;
    }

    public int samples() {
        return samples;
    }

    public byte[] pack() {
        return sink.toBytes();
    }

    /**
     * Hands the samples of a block over, in order; of a damaged block those before the damage.
     *
     * @throws BadBlock at the damage
     */
    public static void unpack(byte[] block, Taker taker) {
        ByteSource source = new ByteSource(block);
        long millis = 0;
        while (!source.isAtEnd()) {
            int series = source.getCount(Integer.MAX_VALUE);
            millis += source.getSigned();
            byte mark = (byte) source.getByte();
            taker.take(series, millis, Values.getOne(source), mark);
        }
    }
}
