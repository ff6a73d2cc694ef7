package org.watchfloor.gate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;

/** Reads {@code limits:}. Stateless. */
public final class CallLimitsReader implements SectionReader<CallLimits> {
    private static final List<String> PROTOCOLS = List.of("http", "tcp", "ssh", "command");
    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    public Class<CallLimits> type() {
        return CallLimits.class;
    }

    @Override
    public CallLimits read(SiteNode site) {
        return site.only("limits", "how much is asked of the world at once and in a time; no limits by default")
                .map(CallLimitsReader::limits)
                .orElse(CallLimits.NONE);
    }

    private static CallLimits limits(ConfigNode node) {
        Optional<CallRate> hosts = node.section("hosts", "each host by itself: its checks, diagnoses and steps")
                .flatMap(CallLimitsReader::rate);
        Map<String, CallLimit> protocols = new TreeMap<>();
        node.section("protocols", "all hosts together, by kind of check")
                .ifPresent(all -> PROTOCOLS.forEach(key -> all.section(
                                key, "its checks and diagnoses; steps of runbooks that use it count beside them")
                        .ifPresent(one -> protocols.put(key, limit(one)))));
        CallLimit channels = node.section("channels", "notices that are handed over, all channels together")
                .map(CallLimitsReader::channels)
                .orElse(CallLimit.NONE);
        return new CallLimits(hosts, protocols, channels);
    }

    private static CallLimit limit(ConfigNode node) {
        OptionalInt concurrent = concurrent(node);
        int queue = node.key("queue", "so many wait for a place, others are held back; -1, the default: all wait")
                .integer(-1, -1, 100_000);
        Optional<Duration> wait = node.key(
                        "wait", "the longest that one waits for a place, 1 s to 1 h; no end by default")
                .duration(Duration.ofSeconds(1), HOUR);
        return new CallLimit(concurrent, queue < 0 ? OptionalInt.empty() : OptionalInt.of(queue), wait, rate(node));
    }

    /** A notice is not given up because others are under way, and each channel has a rate of its own. */
    private static CallLimit channels(ConfigNode node) {
        return new CallLimit(concurrent(node), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    private static OptionalInt concurrent(ConfigNode node) {
        int concurrent = node.key("concurrent", "so many at once, 1 to 10000; 0, the default: as usual")
                .integer(0, 0, 10_000);
        return concurrent == 0 ? OptionalInt.empty() : OptionalInt.of(concurrent);
    }

    private static Optional<CallRate> rate(ConfigNode node) {
        return node.section("rate", "how many may begin in a period").map(CallLimitsReader::callRate);
    }

    private static CallRate callRate(ConfigNode node) {
        return new CallRate(
                node.key("calls", "in one period, 1 to 100000").requiredInteger(1, 100_000),
                node.key("per", "the period, 100 ms to 1 h, default 1s")
                        .duration(CallRate.USUAL_PERIOD, Duration.ofMillis(100), HOUR),
                node.key("wait", "the longest that a call waits for its turn, 0 to 10 m, default 5s")
                        .duration(CallRate.USUAL_WAIT, Duration.ZERO, Duration.ofMinutes(10)));
    }
}
