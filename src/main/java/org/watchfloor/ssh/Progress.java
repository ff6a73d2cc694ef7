package org.watchfloor.ssh;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Phase;
import org.watchfloor.model.Timings;

/** How far a run has come. Written by the thread at work, read by the one that watches it. */
final class Progress {
    private static final String SSH = "SSH-";
    private static final List<String> VERSIONS = List.of("SSH-2.0-", "SSH-1.99-");
    private static final int GREETING_LENGTH = 1024;

    private final Map<Phase, Duration> finished = new EnumMap<>(Phase.class);
    private Phase current = Phase.NAME;
    private long since = System.nanoTime();
    private String greeting = "";

    /** Ends the current phase and begins the next; a phase that comes twice is summed up. */
    synchronized void begin(Phase next) {
        if (current != next) {
            end();
            current = next;
        }
    }

    /** Begins a phase and forgets the ones before: a kept session has none, a broken one none that counts. */
    synchronized void skipTo(Phase next) {
        finished.clear();
        current = next;
        since = System.nanoTime();
    }

    synchronized void end() {
        long now = System.nanoTime();
        finished.merge(current, Duration.ofNanos(now - since), Duration::plus);
        since = now;
    }

    synchronized void heard(byte[] bytes, int offset, int length) {
        int room = Math.min(length, GREETING_LENGTH - greeting.length());
        if (room > 0) {
            greeting += new String(bytes, offset, room, StandardCharsets.ISO_8859_1);
        }
    }

    /** Something answered, but without the line of RFC 4253, 4.2, or with another version than its 5.1 has. */
    synchronized boolean heardAnotherProtocol() {
        Optional<String> line =
                greeting.lines().filter(text -> text.startsWith(SSH)).findFirst();
        return line.map(text ->
                        VERSIONS.stream().noneMatch(version -> text.startsWith(version) || version.startsWith(text)))
                .orElse(greeting.length() >= SSH.length());
    }

    synchronized Phase current() {
        return current;
    }

    synchronized Timings timings() {
        return new Timings(finished);
    }
}
