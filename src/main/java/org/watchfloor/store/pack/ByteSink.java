package org.watchfloor.store.pack;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Grows as numbers are put into it: unsigned varints (LEB128), zig-zag varints, raw doubles. Not thread safe. */
final class ByteSink {
    private byte[] bytes = new byte[256];
    private int size;

    void putByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void putUnsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Small numbers of either sign stay short. */
    void putSigned(long value) {
        putUnsigned((value << 1) ^ (value >> 63));
    }

    void putDouble(double value) {
        room(8);
        ByteBuffer.wrap(bytes).putDouble(size, value);
        size += 8;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }
}
