package org.watchfloor.probe.ladder;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.watchfloor.model.CheckResult;
import org.watchfloor.model.Observation;
import org.watchfloor.model.Phase;
import org.watchfloor.probe.net.Words;

/**
 * What the last good look saw, to compare with.
 *
 * @param good empty if no good look is known
 */
record Past(Optional<CheckResult> good) {
    /** The address that was connected to; empty if it is not known, or was that of a redirect's target. */
    Optional<String> address() {
        return seen().filter(look -> Seen.fact(look, "redirect").isEmpty())
                .map(look -> Seen.fact(look, "remote address"))
                .filter(peer -> !peer.isEmpty())
                .map(Past::withoutPort);
    }

    /** {@code 10.0.0.4 until 2026-01-05T02:14:00Z}; empty if it is not known. */
    String addressUntil() {
        return address()
                .flatMap(address -> at().map(end -> address + " until " + end))
                .orElse("");
    }

    /** {@code connected in 2 ms}; empty if that is not known. */
    String connected() {
        return took(Phase.CONNECT).map(time -> "connected in " + time).orElse("");
    }

    /** What it saw of a step, and how long that took; empty if nothing is known. */
    String of(Step step) {
        String shown = seen().map(step.shows()).orElse("");
        String time = took(step.phase()).map(it -> "in " + it).orElse("");
        return shown + (shown.isEmpty() || time.isEmpty() ? "" : " ") + time;
    }

    /** The same without what is seen now too. */
    String unlike(Step step, String now) {
        String shown = seen().map(step.shows()).orElse("");
        return shown.equals(now) ? took(step.phase()).map(it -> "in " + it).orElse("") : of(step);
    }

    /** Whether something lasting is not what it was; what is not known is not told apart. */
    boolean isOther(Step step, String now) {
        String shown = seen().map(step.shows()).orElse("");
        return step.kind() == Step.Kind.LASTING && !shown.isEmpty() && !now.isEmpty() && !shown.equals(now);
    }

    /** {@code /usr/bin/check_disk until 2026-01-05T02:14:00Z}; empty if the look has no such fact. */
    String until(String fact) {
        return seen().map(look -> Seen.fact(look, fact))
                .filter(value -> !value.isEmpty())
                .flatMap(value -> at().map(end -> value + " until " + end))
                .orElse("");
    }

    /** An address as {@link #address} writes it. */
    static String written(InetAddress address) {
        return withoutPort(Words.peer(new InetSocketAddress(address, 0)));
    }

    private Optional<Instant> at() {
        return good.map(result -> result.finishedAt().truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<String> took(Phase phase) {
        return seen().flatMap(look -> Seen.took(look, phase)).map(Words::time);
    }

    private Optional<Observation> seen() {
        return good.map(CheckResult::observation);
    }

    private static String withoutPort(String peer) {
        return peer.substring(0, Math.max(0, peer.lastIndexOf(':')));
    }
}
