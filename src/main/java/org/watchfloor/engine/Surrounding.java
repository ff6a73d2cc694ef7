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
        return check.isEmpty() || host.isEmpty()
                ? Optional.empty()
                : layout.watch()
                        .policy()
                        .maintenance(
                                host.get(),
                                check.get(),
                                services,
                                state.check(id).flatMap(CheckHealth::failingSince),
                                now);
    }

    @Override
    public Optional<String> observer() {
        return Optional.empty();
    }

    private Optional<CheckHealth> health(Subject subject) {
        return subject.check().flatMap(state::check);
    }
}
