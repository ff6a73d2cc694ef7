package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.watchfloor.config.Need;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Testimony;

/**
 * Random networks with parents, redundancy, faults, silences, maintenance, times of suspension and of a dead line of the
 * console itself, held against an oracle that knows only which host was broken when: no page without a cause, no cause
 * without a page, never two, none while silenced or in maintenance, no target blamed for the line.
 */
class RandomOutagesTest {
    private static final int RUNS = 1_000;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration LENGTH = Duration.ofMinutes(35);
    /** How long after its begin a fault is surely paged: two looks, the group's wait, a look at the group. */
    private static final Duration SURE = Duration.ofMinutes(3);

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whoIsToldIsWhatTheOracleSays() {
        List<String> faults = IntStream.range(0, RUNS)
                .parallel()
                .boxed()
                .flatMap(seed -> new Story(seed).faults())
                .limit(5)
                .toList();

        assertThat(faults).isEmpty();
    }

    /** A host is broken in itself from here to there. */
    private record Fault(int host, Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        boolean touches(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(to);
        }
    }

    /** One network and what happened to it. */
    private static final class Story {
        private final int seed;
        private final Random random;
        private final int hosts;
        private final Map<Integer, List<Integer>> parents = new HashMap<>();
        private final Map<Integer, Boolean> redundant = new HashMap<>();
        private final List<Fault> faults = new ArrayList<>();
        private final Map<Integer, Fault> silences = new HashMap<>();
        private final Map<Integer, Fault> maintenance = new HashMap<>();
        private final List<Fault> suspensions = new ArrayList<>();
        private final List<Fault> losses = new ArrayList<>();
        private final TestClock clock = TestClock.at(START.toString());
        private final FakeProbe probe = new FakeProbe();
        private final List<String> wrong = new ArrayList<>();

        Story(int seed) {
            this.seed = seed;
            random = new Random(seed);
            hosts = 3 + random.nextInt(5);
            for (int host = 1; host < hosts; host++) {
                int first = random.nextInt(host);
                int second = random.nextInt(host);
                parents.put(
                        host,
                        random.nextInt(4) == 0 ? List.of() : first == second ? List.of(first) : List.of(first, second));
                redundant.put(host, random.nextBoolean());
            }
            for (int number = random.nextInt(5); number >= 0; number--) {
                Instant from = START.plusSeconds(120 + random.nextInt(1_500));
                faults.add(new Fault(random.nextInt(hosts), from, from.plusSeconds(30 + random.nextInt(900))));
            }
            if (random.nextInt(3) == 0) {
                Instant from = START.plusSeconds(random.nextInt(1_200));
                int host = random.nextInt(hosts);
                silences.put(host, new Fault(host, from, from.plusSeconds(300 + random.nextInt(900))));
            }
            if (random.nextInt(4) == 0) {
                Instant from = START.plusSeconds(300 + random.nextInt(1_200));
                suspensions.add(new Fault(-1, from, from.plusSeconds(60 + random.nextInt(300))));
            }
            if (random.nextInt(3) == 0) {
                Instant from = START.plusSeconds(random.nextInt(1_200));
                int host = random.nextInt(hosts);
                maintenance.put(host, new Fault(host, from, from.plusSeconds(300 + random.nextInt(900))));
            }
            if (random.nextInt(2) == 0) {
                Instant from = START.plusSeconds(120 + random.nextInt(1_500));
                losses.add(new Fault(-1, from, from.plusSeconds(20 + random.nextInt(400))));
            }
        }

        Stream<String> faults() {
            TestEngine engine = run();
            judge(engine.notices());
            return wrong.stream().map(text -> "seed " + seed + ": " + text);
        }

        private TestEngine run() {
            Sites sites =
                    Sites.site().every(Duration.ofSeconds(20)).unhealthyAfter(2).healthyAfter(2);
            for (int host = 0; host < hosts; host++) {
                sites.host("h" + host, "up").at("198.51.100." + (host + 1));
                sites.behind(needs(host));
            }
            StringBuilder policy = new StringBuilder("""
                    channels: { mail: { fake: {} } }
                    receivers: { ops: { tell: mail } }
                    routing: { group-by: [host], group-wait: 60s, group-interval: 1s, repeat: 30d }
                    alerts: { flapping: { enabled: false }, errors: { enabled: false }, freshness: { enabled: false } }
                    """);
            silences.forEach((host, span) -> policy.append(
                    "silences: { s: { match: host=\"h%d\", from: %s, until: %s, author: a, reason: r } }\n"
                            .formatted(host, span.from(), span.to())));
            maintenance.forEach((host, span) -> policy.append("maintenance: { m: { hosts: [h%d], from: %s, to: %s } }\n"
                    .formatted(host, span.from(), span.to())));
            policy.append("observer: { outside: [ '192.0.2.1:443' ] }\n");
            TestEngine engine = TestEngine.of(Policies.on(sites.build(), policy.toString()), clock, probe);
            engine.witnesses(now ->
                    new Testimony(now, true, List.of(new Testimony.Answer("192.0.2.1:443", true, !isCutOff(now)))));
            while (clock.instant().isBefore(START.plus(LENGTH))) {
                Instant now = clock.instant();
                suspensions.stream()
                        .filter(span -> span.covers(now))
                        .findFirst()
                        .ifPresent(span -> engine.suspendFor(Duration.between(now, span.to())));
                for (int host = 0; host < hosts; host++) {
                    if (answers(host, clock.instant()) && !isCutOff(clock.instant())) {
                        probe.comesUp("h" + host + "/up");
                    } else {
                        probe.goesDown("h" + host + "/up", Reason.CONNECT_TIMEOUT);
                    }
                }
                engine.runFor(STEP);
            }
            return engine;
        }

        /** The line of the console's own machine is dead. */
        private boolean isCutOff(Instant at) {
            return losses.stream().anyMatch(span -> span.covers(at));
        }

        private List<Need<HostId>> needs(int host) {
            List<HostId> ids = parents.getOrDefault(host, List.of()).stream()
                    .map(parent -> new HostId("h" + parent))
                    .toList();
            if (ids.isEmpty()) {
                return List.of();
            }
            return Boolean.TRUE.equals(redundant.get(host))
                    ? List.of(new Need<>(1, ids))
                    : ids.stream().map(Need::of).toList();
        }

        /** The truth: a host answers if nothing is wrong with itself and one can get there. */
        private boolean answers(int host, Instant at) {
            return !isBroken(host, at) && isReachable(host, at);
        }

        private boolean isBroken(int host, Instant at) {
            return faults.stream().anyMatch(fault -> fault.host() == host && fault.covers(at));
        }

        private boolean isReachable(int host, Instant at) {
            List<Integer> above = parents.getOrDefault(host, List.of());
            if (above.isEmpty()) {
                return true;
            }
            return Boolean.TRUE.equals(redundant.get(host))
                    ? above.stream().anyMatch(parent -> answers(parent, at))
                    : above.stream().allMatch(parent -> answers(parent, at));
        }

        private void judge(List<Notice> notices) {
            Set<Integer> told = new HashSet<>();
            for (Notice notice : notices) {
                for (Notice.Item item : notice.alerts()) {
                    if (item.labels().get("host").isEmpty()) {
                        aboutThisMachine(item, notice);
                        continue;
                    }
                    int host = Integer.parseInt(item.labels().get("host").substring(1));
                    if (item.isFiring()) {
                        begin(host, notice);
                    }
                    boolean fits = item.isFiring() ? told.add(host) : told.remove(host);
                    if (!fits) {
                        String what = item.isFiring() ? " was paged twice" : " ended without a begin";
                        wrong.add("h" + host + what + " at " + notice.at());
                    }
                }
            }
            faults.stream().filter(this::mustBePaged).forEach(fault -> {
                boolean paged = notices.stream()
                        .filter(notice -> fault.touches(
                                notice.at().minus(SURE), notice.at().plusSeconds(1)))
                        .flatMap(notice -> notice.alerts().stream())
                        .anyMatch(item -> item.labels().get("host").equals("h" + fault.host()));
                if (!paged) {
                    wrong.add("nobody was told of " + fault);
                }
            });
        }

        private void aboutThisMachine(Notice.Item item, Notice notice) {
            boolean caused = losses.stream()
                    .anyMatch(span ->
                            span.touches(notice.at().minus(SURE), notice.at().plusSeconds(1)));
            if (item.isFiring() && !caused) {
                wrong.add("the own network was said to be lost at " + notice.at());
            }
        }

        private void begin(int host, Notice notice) {
            boolean caused = faults.stream()
                    .anyMatch(fault -> fault.host() == host
                            && fault.touches(
                                    notice.at().minus(SURE), notice.at().plusSeconds(1)));
            if (!caused) {
                wrong.add("h" + host + " was paged without a fault of its own at " + notice.at());
            }
            Fault silence = silences.get(host);
            if (silence != null && silence.covers(notice.at())) {
                wrong.add("h" + host + " was paged while silenced at " + notice.at());
            }
            Fault work = maintenance.get(host);
            if (work != null && work.covers(notice.at())) {
                wrong.add("h" + host + " was paged while in maintenance at " + notice.at());
            }
        }

        /** Long enough, plainly visible, and not kept quiet. */
        private boolean mustBePaged(Fault fault) {
            Instant end = fault.from().plus(SURE);
            boolean lasts = !fault.to().isBefore(end) && end.isBefore(START.plus(LENGTH));
            boolean alone = faults.stream()
                    .filter(other -> !Objects.equals(other, fault))
                    .noneMatch(other -> other.touches(fault.from().minus(SURE), end));
            boolean loud = Stream.of(silences.values(), maintenance.values(), suspensions, losses)
                    .flatMap(Collection::stream)
                    .noneMatch(span -> span.touches(fault.from().minus(SURE), end));
            return lasts && alone && loud;
        }
    }
}
