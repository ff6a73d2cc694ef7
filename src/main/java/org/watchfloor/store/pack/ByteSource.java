package org.watchfloor.store.pack;

import java.nio.ByteBuffer;

/** Reads what a {@link ByteSink} wrote; whatever the bytes are, the worst that happens is a {@link BadBlock}. */
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int getByte() {
        if (at >= bytes.length) {
            throw new BadBlock("block ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    long getUnsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = getByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new BadBlock("number too long");
    }

    long getSigned() {
        long value = getUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    double getDouble() {
        if (bytes.length - at < 8) {
            throw new BadBlock("block ends too early");
        }
        at += 8;
        return ByteBuffer.wrap(bytes).getDouble(at - 8);
    }

    /**
     * A count of things of which each takes at least one byte, so that a hostile count allocates nothing.
     */
    int getCount() {
        return getCount(bytes.length - at);
    }

    int getCount(int limit) {
        long count = getUnsigned();
        if (count < 0 || count > limit) {
            throw new BadBlock("impossible count " + count);
        }
        return (int) count;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }
}
