package org.watchfloor.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.watchfloor.engine.RandomStory.Span;
import org.watchfloor.engine.RandomStory.Told;
import org.watchfloor.model.Gap;
import org.watchfloor.model.Notice;
import org.watchfloor.model.State;

/** What must and must not have been told of a story; knows only what was broken when, and nothing of the engine's ways. */
final class StoryJudge {
    /** How long after its begin a fault is surely paged: two looks, the group's wait, a look at the group. */
    private static final Duration SURE = Duration.ofMinutes(3);
    /**
     * After so long of changing each minute a host surely flaps, and after so long without change no more, though its gate
     * was open and it was looked at less often.
     */
    private static final Duration SURELY_FLAPS = Duration.ofMinutes(9);

    private static final Duration SURELY_SETTLED = Duration.ofMinutes(10);
    private static final Duration NOTICED = Duration.ofSeconds(2);
    private static final String FLAPPING = "flapping";

    private final RandomStory story;
    private final List<String> wrong = new ArrayList<>();

    StoryJudge(RandomStory story) {
        this.story = story;
    }

    /** Everything that is wrong, for people. */
    List<String> faultsOf(TestEngine engine) {
        Set<String> known = new HashSet<>();
        story.told.forEach(told -> heard(told, known));
        story.faults.stream()
                .filter(this::mustBePaged)
                .filter(this::wasNot)
                .forEach(fault -> wrong.add("nobody was told in time of " + fault));
        story.flaps.stream().filter(this::isPlain).forEach(this::flapped);
        ends(known);
        itself(engine);
        return wrong;
    }

    private void heard(Told told, Set<String> known) {
        List<Notice.Item> items = told.notice().alerts();
        boolean isPage = told.notice().kind() == Notice.Kind.FIRING;
        if (isPage && items.stream().noneMatch(item -> item.isFiring() && !known.contains(about(item)))) {
            wrong.add(items + " were paged twice at " + told.at());
        }
        for (Notice.Item item : items) {
            if (item.isFiring() && known.add(about(item))) {
                begins(item, told);
            } else if (!item.isFiring() && !known.remove(about(item))) {
                wrong.add(about(item) + " ended without a begin at " + told.at());
            }
        }
    }

    private static String about(Notice.Item item) {
        return item.labels().get("rule") + " of " + item.labels().get("host");
    }

    private void begins(Notice.Item item, Told told) {
        String host = item.labels().get("host");
        if (!host.isEmpty()) {
            begins(number(host), item, told);
        } else if (!touches(story.losses, told.at().minus(SURE), told.at().plusSeconds(1))) {
            wrong.add("the own network was said to be lost at " + told.at());
        }
    }

    private void begins(int host, Notice.Item item, Told told) {
        boolean isFlapping = item.labels().get("rule").equals(FLAPPING);
        Stream<Span> causes = isFlapping
                ? story.flaps.stream().map(StoryJudge::whileFlapping)
                : Stream.concat(story.faults.stream(), story.flaps.stream());
        boolean caused = causes.anyMatch(cause -> cause.host() == host
                && cause.touches(told.at().minus(SURE), told.at().plusSeconds(1)));
        if (!caused) {
            wrong.add(item.summary() + " was paged without a cause of its own at " + told.at());
        }
        Instant shown = told.notice().at();
        Stream.of(story.silences.get(host), story.maintenance.get(host))
                .filter(span -> span != null && span.covers(shown))
                .forEach(span -> wrong.add(item.summary() + " was paged at " + shown + " in the quiet of " + span));
    }

    /** A long fault, plainly visible, and not kept quiet. */
    private boolean mustBePaged(Span fault) {
        Instant begin = fault.from().minus(SURE);
        Instant sure = sureAfter(fault.from());
        boolean lasts = !fault.to().isBefore(sure) && sure.isBefore(RandomStory.END);
        boolean alone = story.faults.stream()
                        .filter(other -> !Objects.equals(other, fault))
                        .noneMatch(other -> other.touches(begin, sure))
                && story.flaps.stream().noneMatch(flap -> whileFlapping(flap).touches(begin, sure));
        return lasts && alone && isLoud(begin, sure);
    }

    private boolean wasNot(Span fault) {
        Instant sure = sureAfter(fault.from());
        return story.told.stream()
                .filter(told -> !told.at().isBefore(fault.from()) && !told.at().isAfter(sure))
                .flatMap(told -> told.notice().alerts().stream())
                .noneMatch(item -> item.isFiring() && item.labels().get("host").equals("h" + fault.host()));
    }

    /** Whatever keeps the console from looking begins the wait anew. */
    private Instant sureAfter(Instant from) {
        Instant sure = from.plus(SURE);
        for (boolean goesOn = true; goesOn; ) {
            Instant present = sure;
            Instant later = disturbances()
                    .filter(span -> span.touches(from.minusSeconds(1), present))
                    .map(span -> span.to().plus(SURE))
                    .max(Instant::compareTo)
                    .filter(present::isBefore)
                    .orElse(present);
            goesOn = later.isAfter(present);
            sure = later;
        }
        return sure;
    }

    private Stream<Span> disturbances() {
        return Stream.concat(
                Stream.of(story.suspensions, story.losses, story.restarts).flatMap(Collection::stream),
                story.jumps.stream()
                        .map(jump -> new Span(-1, jump.at(), jump.at().plusSeconds(11))));
    }

    /** What is kept quiet is by the time that the machine shows, so with a clock that was set it may be any. */
    private boolean isLoud(Instant begin, Instant end) {
        List<Span> quiet = Stream.of(story.silences.values(), story.maintenance.values())
                .flatMap(Collection::stream)
                .toList();
        return quiet.isEmpty() || (story.jumps.isEmpty() && !touches(quiet, begin, end));
    }

    private static Span whileFlapping(Span flap) {
        return new Span(flap.host(), flap.from(), flap.to().plus(SURELY_SETTLED));
    }

    /** Nothing but the flapping happens to the host, or on the way to it. */
    private boolean isPlain(Span flap) {
        Instant begin = flap.from().minus(SURE);
        Instant end = flap.to().plus(SURELY_SETTLED).plus(SURE);
        Set<Integer> way = new HashSet<>();
        addWay(flap.host(), way);
        return disturbances().noneMatch(span -> span.touches(begin, end))
                && story.faults.stream()
                        .filter(fault -> way.contains(fault.host()))
                        .noneMatch(fault -> fault.touches(begin, fault.host() == flap.host() ? flap.to() : end))
                && isLoud(begin, end);
    }

    private void addWay(int host, Set<Integer> way) {
        way.add(host);
        story.above(host).forEach(parent -> addWay(parent, way));
    }

    /** One notice when it begins, one when it has settled, and no other page between them. */
    private void flapped(Span flap) {
        Instant surely = flap.from().plus(SURELY_FLAPS);
        Instant settled = flap.to().plus(SURELY_SETTLED);
        List<Instant> begins = told(flap.host(), FLAPPING, true);
        List<Instant> ends = told(flap.host(), FLAPPING, false);
        if (begins.size() != 1 || begins.getFirst().isAfter(surely)) {
            wrong.add("h" + flap.host() + " was said to flap at " + begins + ", it did from " + flap.from());
        }
        if (ends.size() != 1
                || ends.getFirst().isBefore(flap.to())
                || ends.getFirst().isAfter(settled)) {
            wrong.add("h" + flap.host() + " was said to have settled at " + ends + ", it did at " + flap.to());
        }
        told(flap.host(), "down", true).stream()
                .filter(at -> at.isAfter(surely) && at.isBefore(flap.to()))
                .forEach(at -> wrong.add("h" + flap.host() + " was paged at " + at + " while it flapped"));
        boolean staysBroken = story.faults.stream()
                .anyMatch(fault -> fault.host() == flap.host() && !fault.to().isBefore(settled.plus(SURE)));
        if (staysBroken && told(flap.host(), "down", true).isEmpty()) {
            wrong.add("nobody was told that h" + flap.host() + " stayed broken after it had flapped");
        }
    }

    /** When notices began to say so, or ceased to. */
    private List<Instant> told(int host, String rule, boolean firing) {
        List<Instant> found = new ArrayList<>();
        boolean known = false;
        for (Told told : story.told) {
            for (Notice.Item item : told.notice().alerts()) {
                boolean isMeant = item.labels().get("host").equals("h" + host)
                        && item.labels().get("rule").equals(rule);
                if (isMeant && item.isFiring() != known) {
                    known = item.isFiring();
                    if (known == firing) {
                        found.add(told.at());
                    }
                }
            }
        }
        return found;
    }

    /** All has been well for long: nobody still believes that anything fires. */
    private void ends(Set<String> known) {
        Instant calm = RandomStory.END.minus(SURELY_SETTLED).minus(SURE);
        boolean isCalm = Stream.of(story.faults.stream(), story.flaps.stream(), disturbances())
                .flatMap(spans -> spans)
                .noneMatch(span -> span.touches(calm, RandomStory.END));
        if (isCalm && !known.isEmpty()) {
            wrong.add("nobody was told of the end of " + known);
        }
    }

    /** What befell the console itself is a gap, and nobody is blamed for it. */
    private void itself(TestEngine engine) {
        long jumps = story.jumps.stream()
                .filter(jump -> jump.by().abs().compareTo(NOTICED) > 0)
                .count();
        long gaps = engine.entries().stream()
                .filter(entry -> entry instanceof Entry.GapRecorded(Gap gap)
                        && (gap.cause() == Gap.Cause.CLOCK_JUMPED_BACK
                                || gap.cause() == Gap.Cause.CLOCK_JUMPED_FORWARD))
                .count();
        if (jumps != gaps && story.restarts.isEmpty()) {
            wrong.add("the clock was set " + jumps + " times, but there are " + gaps + " gaps of it");
        }
        boolean isStale = engine.entries().stream()
                .anyMatch(entry -> entry instanceof Entry.StateChanged changed
                        && changed.transition().to() == State.STALE);
        if (isStale && story.losses.isEmpty()) {
            wrong.add("a check was said to give no results, but all were looked at");
        }
    }

    private static boolean touches(List<Span> spans, Instant begin, Instant end) {
        return spans.stream().anyMatch(span -> span.touches(begin, end));
    }

    private static int number(String host) {
        return Integer.parseInt(host.substring(1));
    }
}
