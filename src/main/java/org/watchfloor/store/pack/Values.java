package org.watchfloor.store.pack;

/**
 * Doubles, bit for bit: as differences of whole numbers if all of them have at most three decimals, otherwise each as
 * the XOR with the one before (as in Gorilla, VLDB 2015), reversed so that the bits that seldom change cost nothing.
 */
final class Values {
    private static final double[] SCALES = {1, 10, 100, 1_000};
    private static final int XOR = SCALES.length;
    private static final double LARGEST = 1L << 50;

    private Values() {}

    static void put(ByteSink sink, double[] values) {
        int mode = mode(values);
        sink.putByte(mode);
        if (mode == XOR) {
            putXor(sink, values);
        } else {
            putScaled(sink, values, SCALES[mode]);
        }
    }

    static double[] get(ByteSource source, int count) {
        int mode = source.getByte();
        if (mode > XOR) {
            throw new BadBlock("unknown packing " + mode);
        }
        return mode == XOR ? getXor(source, count) : getScaled(source, count, SCALES[mode]);
    }

    static void putOne(ByteSink sink, double value) {
        boolean whole = isExact(value, SCALES[XOR - 1]);
        sink.putByte(whole ? 1 : 0);
        if (whole) {
            sink.putSigned(Math.round(value * SCALES[XOR - 1]));
        } else {
            sink.putDouble(value);
        }
    }

    static double getOne(ByteSource source) {
        return source.getByte() == 1 ? source.getSigned() / SCALES[XOR - 1] : source.getDouble();
    }

    private static int mode(double[] values) {
        int mode = 0;
        for (double value : values) {
            while (mode < XOR && !isExact(value, SCALES[mode])) {
                mode++;
            }
        }
        return mode;
    }

    /** Compares bits: negative zero, NaN and infinities are not whole numbers. */
    private static boolean isExact(double value, double scale) {
        double scaled = value * scale;
        return Math.abs(scaled) < LARGEST
                && Double.doubleToRawLongBits(Math.round(scaled) / scale) == Double.doubleToRawLongBits(value);
    }

    private static void putScaled(ByteSink sink, double[] values, double scale) {
        long last = 0;
        for (double value : values) {
            long scaled = Math.round(value * scale);
            sink.putSigned(scaled - last);
            last = scaled;
        }
    }

    private static double[] getScaled(ByteSource source, int count, double scale) {
        double[] values = new double[count];
        long last = 0;
        for (int index = 0; index < count; index++) {
            last += source.getSigned();
            values[index] = last / scale;
        }
        return values;
    }

    private static void putXor(ByteSink sink, double[] values) {
        long last = 0;
        for (double value : values) {
            long bits = Double.doubleToRawLongBits(value);
            sink.putUnsigned(Long.reverse(bits ^ last));
            last = bits;
        }
    }

    private static double[] getXor(ByteSource source, int count) {
        double[] values = new double[count];
        long last = 0;
        for (int index = 0; index < count; index++) {
            last ^= Long.reverse(source.getUnsigned());
            values[index] = Double.longBitsToDouble(last);
        }
        return values;
    }
}
