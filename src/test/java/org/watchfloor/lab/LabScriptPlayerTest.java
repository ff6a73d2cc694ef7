package org.watchfloor.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.watchfloor.model.Waiter;

/** Scripts on a real lab, in a time that leaps from step to step. */
class LabScriptPlayerTest {
    @AutoClose
    private final Lab lab = Labs.open();

    private final LeapingTime time = new LeapingTime();

    LabScriptPlayerTest() throws IOException {}

    @Test
    void playsInTimeAndEnds() throws Exception {
        play("at 20s: mend web-2\nat 0s: break web-1 cut\nat 10s: break web-2 error-5xx\n");

        assertThat(time.seen).containsExactly("0s web-1", "10s web-1 web-2", "20s web-1");
    }

    @Test
    void repeats() {
        time.stopsAt(Duration.ofSeconds(130));

        assertThatThrownBy(() -> play("every 60s from 5s: break web-2 refuse for 20s\n"))
                .isInstanceOf(InterruptedException.class);

        assertThat(time.seen).containsExactly("0s", "5s web-2", "25s", "65s web-2", "85s", "125s web-2");
    }

    @Test
    void wakesEarlyWithoutHarm() throws Exception {
        time.wakesEarly();

        play("at 10s: break web-2 error-5xx\n");

        assertThat(time.seen).containsExactly("0s", "5s", "10s web-2");
    }

    @Test
    void playsOnceWhatTheClockLeapsOver() throws Exception {
        time.leapsOnce(Duration.ofMinutes(9));
        time.stopsAt(Duration.ofSeconds(650));

        assertThatThrownBy(() -> play("every 60s: break web-2 refuse for 20s\nat 90s: break web-1 cut\n"))
                .isInstanceOf(InterruptedException.class);

        assertThat(time.seen).containsExactly("0s", "600s web-1 web-2", "620s web-1");
    }

    private void play(String text) throws InterruptedException {
        LabScript script = switch (new LabScriptReader(lab.targets()).parse("x.lab", text)) {
            case LabScriptResult.Parsed parsed -> parsed.script();
            case LabScriptResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
        new LabScriptPlayer(lab, script, time, time).play();
        time.look();
    }

    /** Waiting takes no time; before it waits, it notes what is broken. */
    private final class LeapingTime implements InstantSource, Waiter {
        private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

        private final List<String> seen = new ArrayList<>();
        private Instant now = START;
        private Instant end = Instant.MAX;
        private Duration leap = Duration.ZERO;
        private boolean early;

        void stopsAt(Duration moment) {
            end = START.plus(moment);
        }

        void wakesEarly() {
            early = true;
        }

        void leapsOnce(Duration duration) {
            leap = duration;
        }

        void look() {
            List<String> words = new ArrayList<>();
            words.add(Duration.between(START, now).toSeconds() + "s");
            lab.targets().stream()
                    .map(LabTarget::name)
                    .filter(name -> !name.contains("/") && lab.fault(name).isPresent())
                    .forEach(words::add);
            seen.add(String.join(" ", words));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public void waitUntil(Instant deadline) throws InterruptedException {
            look();
            if (deadline.isAfter(end)) {
                throw new InterruptedException("the test ends");
            }
            Duration rest = Duration.between(now, deadline);
            now = now.plus(early ? rest.dividedBy(2) : rest).plus(leap);
            leap = Duration.ZERO;
            early = false;
        }

        @Override
        public void wake() {
            throw new UnsupportedOperationException();
        }
    }
}
