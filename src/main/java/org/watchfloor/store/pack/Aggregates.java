package org.watchfloor.store.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A run of aggregates of one series as one block, column by column. */
public final class Aggregates {
    private static final List<ToDoubleFunction<Aggregate>> COLUMNS = List.of(
            Aggregate::count,
            Aggregate::min,
            Aggregate::max,
            Aggregate::mean,
            Aggregate::p50,
            Aggregate::p95,
            Aggregate::p99,
            Aggregate::up,
            Aggregate::degraded,
            Aggregate::down);

    private Aggregates() {}

    public static byte[] pack(List<Aggregate> aggregates) {
        ByteSink sink = new ByteSink();
        sink.putUnsigned(aggregates.size());
        Times.put(sink, aggregates.stream().mapToLong(Aggregate::start).toArray());
        for (ToDoubleFunction<Aggregate> column : COLUMNS) {
            Values.put(sink, aggregates.stream().mapToDouble(column).toArray());
        }
        return sink.toBytes();
    }

    /** @throws BadBlock if the bytes are no packed aggregates */
    public static List<Aggregate> unpack(byte[] block) {
        ByteSource source = new ByteSource(block);
        int size = source.getCount();
        long[] starts = Times.get(source, size);
        double[][] columns = new double[COLUMNS.size()][];
        for (int column = 0; column < columns.length; column++) {
            columns[column] = Values.get(source, size);
        }
        if (!source.isAtEnd()) {
            throw new BadBlock("block goes on after its end");
        }
        return rows(starts, columns);
    }

    private static List<Aggregate> rows(long[] starts, double[][] columns) {
        List<Aggregate> rows = new ArrayList<>(starts.length);
        for (int row = 0; row < starts.length; row++) {
            rows.add(new Aggregate(
                    starts[row],
                    (int) columns[0][row],
                    columns[1][row],
                    columns[2][row],
                    columns[3][row],
                    columns[4][row],
                    columns[5][row],
                    columns[6][row],
                    (int) columns[7][row],
                    (int) columns[8][row],
                    (int) columns[9][row]));
        }
        return rows;
    }
}
