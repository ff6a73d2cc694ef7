package org.watchfloor.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchfloor.alert.Circumstances;
import org.watchfloor.alert.Subject;
import org.watchfloor.config.Check;
import org.watchfloor.config.Host;
import org.watchfloor.health.CheckHealth;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** What else is true of a check, read from the engine's state. */
record Surrounding(EngineState state) implements Circumstances {
    @Override
    public Optional<String> behind(Subject subject) {
        return health(subject).flatMap(CheckHealth::behind);
    }

    @Override
    public boolean isFlapping(Subject subject) {
        return health(subject).filter(health -> health.flaps().isFlapping()).isPresent();
    }

    @Override
    public Optional<String> maintenance(Subject subject, Instant now) {
        return subject.check().flatMap(check -> maintenance(check, now));
    }

    Optional<String> maintenance(CheckId id, Instant now) {
        Layout layout = state.layout();
        Optional<Check> check = layout.check(id);
        Optional<Host> host = layout.host(id.host());
        List<String> services = layout.watch().servicesOf(id);
        Optional<String> planned = check.isEmpty() || host.isEmpty()
                ? Optional.empty()
                : layout.watch()
                        .policy()
                        .maintenance(
                                host.get(),
                                check.get(),
                                services,
                                state.check(id).flatMap(CheckHealth::failingSince),
                                now);
        return planned.or(() -> state.actions().grace(id, now));
    }

    @Override
    public Optional<String> unobserved(Subject subject) {
        Optional<String> lost = subject.check()
                .map(CheckId::host)
                .flatMap(state.layout()::host)
                .filter(state.network()::isLost)
                .map(_ -> "this machine has no network to look at it again");
        Optional<Instant> gap = state.lastGapEnd();
        return lost.isPresent() ? lost : sinceGap(subject, gap);
    }

    private Optional<String> sinceGap(Subject subject, Optional<Instant> gap) {
        return health(subject)
                .filter(health -> gap.isPresent() && isOlder(health, gap.get()))
                .map(_ -> "no look since the gap of observation that ended " + gap.orElseThrow());
    }

    private static boolean isOlder(CheckHealth health, Instant gapEnd) {
        return health.last().filter(last -> !last.startedAt().isBefore(gapEnd)).isEmpty();
    }

    @Override
    public boolean isRecovering(Subject subject) {
        return health(subject)
                .filter(health -> health.hard() == State.DOWN)
                .flatMap(CheckHealth::coming)
                .filter(coming -> coming.state() != State.DOWN)
                .isPresent();
    }

    private Optional<CheckHealth> health(Subject subject) {
        return subject.check().flatMap(state::check);
    }
}
