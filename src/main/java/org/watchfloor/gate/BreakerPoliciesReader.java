package org.watchfloor.gate;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.DurationText;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;
import org.watchfloor.gate.Trip.Window;

/** Reads {@code breakers:}. Stateless. */
public final class BreakerPoliciesReader implements SectionReader<BreakerPolicies> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 1_000;

    @Override
    public Class<BreakerPolicies> type() {
        return BreakerPolicies.class;
    }

    @Override
    public BreakerPolicies read(SiteNode site) {
        return site.only("breakers", "when what is known to be broken is asked less often, until it is whole again")
                .map(node -> new BreakerPolicies(
                        policy(node, "hosts", "before each host", BreakerPolicies.DEFAULT.hosts()),
                        policy(node, "ssh", "before the SSH sessions of each host", BreakerPolicies.DEFAULT.ssh()),
                        policy(
                                node,
                                "dependencies",
                                "before each dependency that checks name",
                                BreakerPolicies.DEFAULT.dependencies()),
                        policy(
                                node,
                                "actions",
                                "before what is done to each host to mend it",
                                BreakerPolicies.DEFAULT.actions()),
                        policy(node, "channels", "before each channel of notices", BreakerPolicies.DEFAULT.channels())))
                .orElse(BreakerPolicies.DEFAULT);
    }

    private static BreakerPolicy policy(ConfigNode all, String name, String doc, BreakerPolicy usual) {
        return all.section(name, doc).map(node -> policy(node, usual)).orElse(usual);
    }

    private static BreakerPolicy policy(ConfigNode node, BreakerPolicy usual) {
        Trip trip = trip(node, usual.trip());
        Duration timeout = node.key(
                        "timeout",
                        "the longest that a trial is waited for, 1 s to 1 h, default " + text(usual.timeout()))
                .duration(usual.timeout(), SHORTEST, HOUR);
        return new BreakerPolicy(trip, timeout, reset(node, usual.reset()));
    }

    private static Trip trip(ConfigNode node, Trip usual) {
        Trip.Consecutive row = usual instanceof Trip.Consecutive one ? one : Trip.Consecutive.DEFAULT;
        Trip streak = new Trip.Consecutive(
                node.key("failures", "so many in a row open it, 1 to 1000, default " + row.failures())
                        .integer(row.failures(), 1, MOST),
                node.key("successes", "so many trials in a row close it, 1 to 1000, default " + row.successes())
                        .integer(row.successes(), 1, MOST));
        Optional<Trip> rate = node.section(
                        "rate", "opens at a share of failed or slow calls instead of failures in a row")
                .map(BreakerPoliciesReader::rate);
        return rate.orElse(streak);
    }

    private static Trip rate(ConfigNode node) {
        double failed =
                percent(node, "failed-percent", "opens at this share of failures, above 0 to 100, default 50", 50);
        double slow =
                percent(node, "slow-percent", "opens at this share of slow calls, above 0 to 100, default 100", 100);
        Duration slowAfter = node.key("slow-after", "a call that takes longer is slow, 1 ms to 1 h, default 60s")
                .duration(Duration.ofSeconds(60), Duration.ofMillis(1), HOUR);
        int calls = node.key("calls", "looks at so many of the last calls, 1 to 1000, default 100")
                .integer(100, 1, MOST);
        Optional<Duration> last = node.key("last", "looks at the calls of this time instead, 1 s to 1 h")
                .duration(SHORTEST, HOUR);
        int minimum = node.key("minimum-calls", "fewer decide nothing, 1 to 1000, default 10")
                .integer(10, 1, MOST);
        int trials = node.key("trials", "let through while half-open, 1 to 1000, default 3")
                .integer(3, 1, MOST);
        Window window = last.<Window>map(time -> new Window.Time((int) Math.max(1, time.toSeconds())))
                .orElseGet(() -> new Window.Calls(calls));
        return new Trip.Rate(window, failed, slow, slowAfter, minimum, trials);
    }

    private static double percent(ConfigNode node, String key, String doc, double usual) {
        double share = node.key(key, doc).number().orElse(usual);
        if (share > 0 && share <= 100) {
            return share;
        }
        node.problem(key, key + " " + share + " is no share", "write a number above 0 and at most 100");
        return usual;
    }

    private static Reset reset(ConfigNode node, Reset usual) {
        Duration first = node.key(
                        "reset", "how long it stays open before a trial, 1 s to 24 h, default " + text(usual.first()))
                .duration(usual.first(), SHORTEST, DAY);
        double growth = node.key("growth", "factor with each failed trial, 1 to 10, default " + (int) usual.growth())
                .number()
                .orElse(usual.growth());
        Duration longest = node.key("at-most", "never open for longer, 1 s to 24 h, default " + text(usual.longest()))
                .duration(usual.longest(), SHORTEST, DAY);
        if (!(growth >= 1 && growth <= 10)) {
            node.problem("growth", "growth " + growth + " is out of range", "write a factor from 1 to 10");
            return usual;
        }
        return new Reset(first, growth, longest.compareTo(first) < 0 ? first : longest);
    }

    private static String text(Duration length) {
        return DurationText.format(length);
    }
}
