package org.watchfloor.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The inputs of one run as bytes. */
final class Recording {
    private final WrittenSites sites;

    /** @param sites knows the text of every site of the run */
    Recording(WrittenSites sites) {
        this.sites = sites;
    }

    /** What entered, when; without what was decided. */
    record Input(Instant at, Optional<Event> event) {}

    byte[] bytes(Tape tape) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            TapeBytes events = new TapeBytes(sites);
            out.writeInt(tape.steps().size());
            for (Tape.Step step : tape.steps()) {
                Instant at = step.at();
                out.writeLong(at.getEpochSecond());
                out.writeInt(at.getNano());
                out.writeBoolean(step.event().isPresent());
                if (step.event().isPresent()) {
                    events.write(step.event().get(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    List<Input> inputs(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            TapeBytes events = new TapeBytes(sites);
            List<Input> inputs = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
                inputs.add(new Input(at, in.readBoolean() ? Optional.of(events.read(in)) : Optional.empty()));
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
