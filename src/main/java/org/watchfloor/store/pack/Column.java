package org.watchfloor.store.pack;

import java.util.Arrays;

/**
 * The samples of one series in the order of their arrival: time in milliseconds, value, and a mark that belongs to the
 * caller. Grows at its end. Not thread safe.
 */
public final class Column {
    private long[] millis;
    private double[] values;
    private byte[] marks;
    private int size;

    public Column() {
        this(new long[4], new double[4], new byte[4], 0);
    }

    private Column(long[] millis, double[] values, byte[] marks, int size) {
        this.millis = millis;
        this.values = values;
        this.marks = marks;
        this.size = size;
    }

    public void add(long at, double value, byte mark) {
        if (size == millis.length) {
            grow();
        }
        millis[size] = at;
        values[size] = value;
        marks[size++] = mark;
    }

    public int size() {
        return size;
    }

    public long millis(int index) {
        return millis[index];
    }

    public double value(int index) {
        return values[index];
    }

    public byte mark(int index) {
        return marks[index];
    }

    public Column copy() {
        return new Column(Arrays.copyOf(millis, size), Arrays.copyOf(values, size), Arrays.copyOf(marks, size), size);
    }

    /** All of it as one block. */
    public byte[] pack() {
        ByteSink sink = new ByteSink();
        sink.putUnsigned(size);
        Times.put(sink, Arrays.copyOf(millis, size));
        Values.put(sink, Arrays.copyOf(values, size));
        putMarks(sink);
        return sink.toBytes();
    }

    /** @throws BadBlock if the bytes are no packed column */
    public static Column unpack(byte[] block) {
        ByteSource source = new ByteSource(block);
        int size = source.getCount();
        Column column = new Column(Times.get(source, size), Values.get(source, size), getMarks(source, size), size);
        if (!source.isAtEnd()) {
            throw new BadBlock("block goes on after its end");
        }
        return column;
    }

    private void putMarks(ByteSink sink) {
        for (int index = 0; index < size; ) {
            int end = index + 1;
            while (end < size && marks[end] == marks[index]) {
                end++;
            }
            sink.putUnsigned(end - index);
            sink.putByte(marks[index]);
            index = end;
        }
    }

    private static byte[] getMarks(ByteSource source, int size) {
        byte[] marks = new byte[size];
        for (int index = 0; index < size; ) {
            int run = source.getCount(size - index);
            if (run == 0) {
                throw new BadBlock("empty run");
            }
            Arrays.fill(marks, index, index + run, (byte) source.getByte());
            index += run;
        }
        return marks;
    }

    private void grow() {
        int capacity = Math.max(4, size * 2);
        millis = Arrays.copyOf(millis, capacity);
        values = Arrays.copyOf(values, capacity);
        marks = Arrays.copyOf(marks, capacity);
    }
}
