package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.watchfloor.config.Site;
import org.watchfloor.model.Notice;
import org.watchfloor.model.Reason;
import org.watchfloor.model.Testimony;
import org.watchfloor.notify.Delivery;

/**
 * A network with parents and redundancy, made by chance, and what happens to it: faults, flapping hosts, silences,
 * maintenance, and what befalls the console itself: suspension, a dead line, a clock that is set, a restart. All times are
 * those of a clock that nobody sets; what the engine reads may be another time.
 */
final class RandomStory {
    static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    static final Instant END = START.plus(Duration.ofMinutes(35));
    /** How long a flapping host stays as it is. */
    static final Duration FLAP = Duration.ofSeconds(60);

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int MOST_FAULTS = 2;
    private static final String QUIET_POLICY = """
            channels: { mail: { fake: {} } }
            receivers: { ops: { tell: mail } }
            routing: { group-by: [host], group-wait: 60s, group-interval: 1s, repeat: 30d }
            alerts: { errors: { enabled: false }, freshness: { enabled: false } }
            """;

    final List<Span> faults = new ArrayList<>();
    final List<Span> flaps = new ArrayList<>();
    final Map<Integer, Span> silences = new HashMap<>();
    final Map<Integer, Span> maintenance = new HashMap<>();
    final List<Span> suspensions = new ArrayList<>();
    final List<Span> losses = new ArrayList<>();
    final List<Span> restarts = new ArrayList<>();
    final List<Jump> jumps = new ArrayList<>();
    final List<Told> told = new ArrayList<>();
    final int hosts;
    final FakeProbe probe = new FakeProbe();
    final WrittenSites sites = new WrittenSites(probe);

    private final Random random;
    final TestClock clock = TestClock.at(START.toString());
    private final Map<Integer, List<Integer>> parents = new HashMap<>();
    private final Map<Integer, Boolean> redundant = new HashMap<>();

    RandomStory(int seed) {
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
            addFault(random.nextInt(hosts), 120 + random.nextInt(1_500), 30 + random.nextInt(900));
        }
        if (random.nextInt(3) == 0) {
            silences.put(random.nextInt(hosts), span(-1, random.nextInt(1_200), 300 + random.nextInt(900)));
        }
        if (random.nextInt(4) == 0) {
            suspensions.add(span(-1, 300 + random.nextInt(1_200), 60 + random.nextInt(300)));
        }
        if (random.nextInt(3) == 0) {
            maintenance.put(random.nextInt(hosts), span(-1, random.nextInt(1_200), 300 + random.nextInt(900)));
        }
        if (random.nextInt(2) == 0) {
            losses.add(span(-1, 120 + random.nextInt(1_500), 20 + random.nextInt(400)));
        }
        for (int number = random.nextInt(6) - 3; number > 0; number--) {
            jumps.add(new Jump(moment(), jump()));
        }
        if (!jumps.isEmpty() && random.nextBoolean()) {
            silences.clear();
            maintenance.clear();
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> flaps(random.nextInt(hosts));
            case 2 -> {
                Instant begin = moment();
                restarts.add(new Span(-1, begin, begin.plusSeconds(random.nextInt(90))));
            }
            default -> {}
        }
    }

    /** @param host -1 if it is about the console or all */
    record Span(int host, Instant from, Instant to) {
        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        boolean touches(Instant begin, Instant end) {
            return from.isBefore(end) && begin.isBefore(to);
        }
    }

    /** Somebody sets the clock of the console's machine. */
    record Jump(Instant at, Duration by) {}

    /** @param at what the clock would say that nobody sets */
    record Told(Instant at, Notice notice) {}

    /** The host changes again and again; afterwards it works, or stays broken. */
    private void flaps(int host) {
        faults.removeIf(fault -> fault.host() == host);
        int begin = 120 + random.nextInt(180);
        int lasts = 120 * (7 + random.nextInt(2));
        flaps.add(span(host, begin, lasts));
        if (random.nextInt(3) == 0) {
            addFault(host, begin + lasts, 600 + random.nextInt(600));
        }
    }

    /** A host has so few of them that it does not flap. */
    private void addFault(int host, int begin, int lasts) {
        if (faults.stream().filter(fault -> fault.host() == host).count() < MOST_FAULTS) {
            faults.add(span(host, begin, lasts));
        }
    }

    /** As likely as not, one in which an alert is on its way. */
    private Instant moment() {
        return random.nextBoolean()
                ? faults.get(random.nextInt(faults.size())).from().plusSeconds(random.nextInt(110))
                : START.plusSeconds(120 + random.nextInt(1_700));
    }

    private Duration jump() {
        int seconds = random.nextInt(3) == 0 ? 1 + random.nextInt(20) : 60 + random.nextInt(10_800);
        return Duration.ofSeconds(random.nextBoolean() ? seconds : -seconds);
    }

    private static Span span(int host, int begin, int lasts) {
        return new Span(host, START.plusSeconds(begin), START.plusSeconds(begin + lasts));
    }

    /** What the clock would say if nobody had set it. */
    Instant now() {
        return START.plusNanos(clock.nanos());
    }

    /** The whole story, every notice accepted. */
    TestEngine run() {
        Site site = sites.site(text(hosts, "up", QUIET_POLICY));
        TestEngine engine = TestEngine.of(site, clock, probe);
        engine.deliveries(notice -> {
            told.add(new Told(now(), notice));
            return Delivery.Accepted.PLAIN;
        });
        runOn(engine, _ -> {});
        return engine;
    }

    /** @param hands what people do, every ten seconds */
    void runOn(TestEngine engine, Consumer<TestEngine> hands) {
        engine.witnesses(
                at -> new Testimony(at, true, List.of(new Testimony.Answer("192.0.2.1:443", true, !covered(losses)))));
        List<Jump> toCome = new ArrayList<>(jumps);
        List<Span> toRestart = new ArrayList<>(restarts);
        while (now().isBefore(END)) {
            under(suspensions).ifPresent(span -> engine.suspendFor(Duration.between(now(), span.to())));
            toCome.stream().filter(this::jumps).findFirst().ifPresent(toCome::remove);
            toRestart.stream()
                    .filter(span -> restarts(engine, span))
                    .findFirst()
                    .ifPresent(toRestart::remove);
            for (int host = 0; host < hosts; host++) {
                if (answers(host, now()) && !covered(losses)) {
                    probe.comesUp("h" + host + "/up");
                } else {
                    probe.goesDown("h" + host + "/up", Reason.CONNECT_TIMEOUT);
                }
            }
            hands.accept(engine);
            engine.runFor(STEP);
        }
    }

    private boolean jumps(Jump jump) {
        boolean isTime = !now().isBefore(jump.at());
        if (isTime) {
            clock.jump(jump.by());
        }
        return isTime;
    }

    private boolean restarts(TestEngine engine, Span span) {
        boolean isTime = !now().isBefore(span.from());
        if (isTime) {
            engine.restartAfter(
                    Duration.between(span.from(), span.to()),
                    engine.state().layout().site());
        }
        return isTime;
    }

    private Optional<Span> under(List<Span> spans) {
        return spans.stream().filter(span -> span.covers(now())).findFirst();
    }

    private boolean covered(List<Span> spans) {
        return under(spans).isPresent();
    }

    /** The site as YAML, with the first of the hosts. */
    String text(int first, String checks, String policy) {
        StringBuilder text =
                new StringBuilder("defaults: { every: 20s, unhealthy-after: 2, healthy-after: 2 }\nhosts:\n");
        for (int host = 0; host < first; host++) {
            String id = "h" + host;
            String own = List.of(checks.split(" ")).stream()
                    .map(check -> "%s: { fake: { name: %s/%s } }".formatted(check, id, check))
                    .collect(Collectors.joining(", "));
            text.append("  %s: { address: 198.51.100.%d, parents: [%s], checks: { %s } }\n"
                    .formatted(id, host + 1, needs(host), own));
        }
        text.append(policy);
        silences.forEach((host, span) ->
                text.append("silences: { s: { match: host=\"h%d\", from: %s, until: %s, author: a, reason: r } }\n"
                        .formatted(host, span.from(), span.to())));
        maintenance.forEach((host, span) -> text.append("maintenance: { m: { hosts: [h%d], from: %s, to: %s } }\n"
                .formatted(Math.min(host, first - 1), span.from(), span.to())));
        return text.append("observer: { outside: [ '192.0.2.1:443' ] }\n").toString();
    }

    private String needs(int host) {
        List<String> ids = above(host).stream().map(parent -> "h" + parent).toList();
        boolean isOneOfTwo = ids.size() == 2 && Boolean.TRUE.equals(redundant.get(host));
        return isOneOfTwo ? "'any of " + String.join(", ", ids) + "'" : String.join(", ", ids);
    }

    List<Integer> above(int host) {
        return parents.getOrDefault(host, List.of());
    }

    /** The truth: a host answers if nothing is wrong with itself and one can get there. */
    boolean answers(int host, Instant at) {
        return !isBroken(host, at) && isReachable(host, at);
    }

    private boolean isBroken(int host, Instant at) {
        boolean flipped = flaps.stream()
                .filter(flap -> flap.host() == host && flap.covers(at))
                .anyMatch(flap -> Duration.between(flap.from(), at).dividedBy(FLAP) % 2 == 0);
        return flipped || faults.stream().anyMatch(fault -> fault.host() == host && fault.covers(at));
    }

    private boolean isReachable(int host, Instant at) {
        List<Integer> all = above(host);
        if (all.isEmpty()) {
            return true;
        }
        return Boolean.TRUE.equals(redundant.get(host))
                ? all.stream().anyMatch(parent -> answers(parent, at))
                : all.stream().allMatch(parent -> answers(parent, at));
    }
}
