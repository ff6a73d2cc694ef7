package org.watchfloor.store.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final double[] EXTREMES = {
        Double.NaN,
        Double.longBitsToDouble(0x7ff8000000000123L),
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.0,
        0.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        0.1 + 0.2,
        1L << 53,
        -1e300
    };

    @RepeatedTest(200)
    void columnsComeBackBitForBit(RepetitionInfo seed) {
        Column column = randomColumn(new Random(seed.getCurrentRepetition()));

        Column back = Column.unpack(column.pack());

        assertThat(text(back)).isEqualTo(text(column));
    }

    @RepeatedTest(50)
    void flushesComeBackBitForBit(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        Flush flush = new Flush();
        List<String> given = new ArrayList<>();
        for (int index = random.nextInt(500); index > 0; index--) {
            int series = random.nextInt(Integer.MAX_VALUE);
            long millis = millis(random);
            double value = value(random);
            byte mark = (byte) random.nextInt(16);
            flush.add(series, millis, value, mark);
            given.add(line(series, millis, value, mark));
        }
        List<String> taken = new ArrayList<>();

        Flush.unpack(flush.pack(), (series, millis, value, mark) -> taken.add(line(series, millis, value, mark)));

        assertThat(taken).isEqualTo(given);
    }

    @RepeatedTest(50)
    void aggregatesComeBack(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<Aggregate> given = new ArrayList<>();
        for (int index = random.nextInt(300); index > 0; index--) {
            given.add(new Aggregate(
                    millis(random),
                    random.nextInt(Integer.MAX_VALUE),
                    value(random),
                    value(random),
                    value(random),
                    value(random),
                    value(random),
                    value(random),
                    random.nextInt(300_000),
                    random.nextInt(300_000),
                    random.nextInt(3_600_000)));
        }

        List<Aggregate> back = Aggregates.unpack(Aggregates.pack(given));

        assertThat(back.toString()).isEqualTo(given.toString());
    }

    @Test
    void headsComeBackSorted() {
        List<Long> taken = new ArrayList<>();

        Heads.unpack(Heads.pack(LongStream.of(7, 3, 1_000_000_000_000L, 4)), taken::add);

        assertThat(taken).containsExactly(3L, 4L, 7L, 1_000_000_000_000L);
    }

    @RepeatedTest(300)
    void damagedBlocksAreRefusedOrReadButNeverHarm(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        byte[] block = randomColumn(random).pack();
        byte[] damaged = Arrays.copyOf(block, random.nextInt(block.length + 20));
        for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
        }

        readAll(damaged);
    }

    @RepeatedTest(300)
    void garbageNeverHarms(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        byte[] garbage = new byte[random.nextInt(2_000)];
        random.nextBytes(garbage);

        readAll(garbage);
    }

    @Test
    void anEnormousCountAllocatesNothing() {
        ByteSink sink = new ByteSink();
        sink.putUnsigned(Integer.MAX_VALUE);

        assertThatThrownBy(() -> Column.unpack(sink.toBytes())).isInstanceOf(BadBlock.class);
    }

    @Test
    void aSteadyHourTakesFewBytes() {
        Random random = new Random(1);
        Column column = new Column();
        for (int index = 0; index < 120; index++) {
            double latency = Math.round((35 + random.nextGaussian() * 3) * 1_000) / 1_000.0;
            column.add(1_700_000_000_000L + index * 30_000L + random.nextInt(5), latency, (byte) 0);
        }

        assertThat(column.pack().length / 120.0).isLessThan(4);
    }

    private static void readAll(byte[] bytes) {
        tolerating(() -> Column.unpack(bytes));
        tolerating(() -> Aggregates.unpack(bytes));
        tolerating(() -> Flush.unpack(bytes, (_, _, _, _) -> {}));
        tolerating(() -> Heads.unpack(bytes, _ -> {}));
    }

    private static void tolerating(Runnable reading) {
        try {
            reading.run();
        } catch (BadBlock e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static Column randomColumn(Random random) {
        Column column = new Column();
        boolean wild = random.nextBoolean();
        long steady = 1_700_000_000_000L;
        for (int index = random.nextInt(400); index > 0; index--) {
            steady += 30_000 + random.nextInt(7);
            double plain = Math.round(random.nextDouble() * 1e6) / 1e3;
            column.add(
                    wild ? millis(random) : steady, wild ? value(random) : plain, (byte) (wild ? random.nextInt() : 0));
        }
        return column;
    }

    private static long millis(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextLong();
            case 1 -> -random.nextInt();
            default -> 1_700_000_000_000L + random.nextInt();
        };
    }

    private static double value(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> EXTREMES[random.nextInt(EXTREMES.length)];
            case 1 -> random.nextInt(100_000) / 1_000.0;
            case 2 -> random.nextGaussian();
            default -> Double.longBitsToDouble(random.nextLong());
        };
    }

    private static String text(Column column) {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < column.size(); index++) {
            text.append(line(0, column.millis(index), column.value(index), column.mark(index)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(int series, long millis, double value, byte mark) {
        return series + " " + millis + " " + Long.toHexString(Double.doubleToRawLongBits(value)) + " " + mark;
    }
}
