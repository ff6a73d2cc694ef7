package org.watchfloor.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchfloor.model.Actor;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.Labels;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Severity;

/** What a notice says as bytes: grouping labels, alerts, the rest. */
final class NoticeBody {
    private static final int VERSION = 1;

    private NoticeBody() {}

    /** The parts of a notice that have no column of their own. */
    record Parts(Labels group, List<Notice.Item> alerts, int more, String note) {}

    static byte[] pack(Notice notice) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(VERSION);
            write(out, Pairs.of(notice.group().values()));
            write(out, notice.note());
            out.writeInt(notice.more());
            out.writeInt(notice.alerts().size());
            for (Notice.Item item : notice.alerts()) {
                write(out, item);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(DataOutputStream out, Notice.Item item) throws IOException {
        out.writeLong(item.alert().value());
        write(out, item.severity().name());
        write(out, Pairs.of(item.labels().values()));
        write(out, item.summary());
        write(out, item.description());
        write(out, item.explanation());
        write(out, item.diagnosis());
        write(out, item.runbook());
        out.writeLong(Nanos.of(item.startsAt()));
        out.writeLong(item.endsAt().map(Nanos::of).orElse(Long.MIN_VALUE));
        write(out, item.acknowledgedBy().map(Actor::name).orElse(""));
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws UncheckedIOException if the bytes are damaged */
    static Parts unpack(byte[] block) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(block))) {
            if (in.readByte() != VERSION) {
                throw new IOException("a notice of an unknown version");
            }
            Labels group = Labels.of(Pairs.parse(read(in)));
            String note = read(in);
            int more = in.readInt();
            List<Notice.Item> items = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                items.add(item(in));
            }
            return new Parts(group, items, more, note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Notice.Item item(DataInputStream in) throws IOException {
        AlertId alert = new AlertId(in.readLong());
        Severity severity = Severity.valueOf(read(in));
        Labels labels = Labels.of(Pairs.parse(read(in)));
        String summary = read(in);
        String description = read(in);
        String explanation = read(in);
        String diagnosis = read(in);
        String runbook = read(in);
        Instant startsAt = Nanos.instant(in.readLong());
        long endsAt = in.readLong();
        String owner = read(in);
        return new Notice.Item(
                alert,
                severity,
                labels,
                summary,
                description,
                explanation,
                diagnosis,
                runbook,
                startsAt,
                endsAt == Long.MIN_VALUE ? Optional.empty() : Optional.of(Nanos.instant(endsAt)),
                owner.isEmpty() ? Optional.empty() : Optional.of(new Actor(owner)));
    }

    private static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a notice is cut off");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
