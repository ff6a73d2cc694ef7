package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.Person;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.Shift;
import org.watchfloor.model.ChannelId;

/** Who is on call. */
final class OnCallEndpoint {
    private static final Duration AHEAD = Duration.ofDays(366);

    private final Policies policies;
    private final InstantSource clock;

    OnCallEndpoint(EnginePorts engine, InstantSource clock) {
        this.policies = new Policies(engine.snapshots());
        this.clock = clock;
    }

    Reply answer(Call call) {
        Instant now = clock.instant();
        AlertPolicy policy = policies.alerts();
        return Reply.ok(new OnCall(
                now,
                policy.rotas().values().stream()
                        .sorted(Comparator.comparing(Rota::id))
                        .map(rota -> RotaJson.of(rota, policy.people(), now))
                        .toList()));
    }

    /** All rotas by id. */
    record OnCall(Instant at, List<RotaJson> rotas) {}

    /**
     * A rota.
     *
     * @param now absent if nobody is on call
     * @param next the shift after that, within the next 366 days
     */
    record RotaJson(
            String id,
            String title,
            String zone,
            List<String> people,
            Optional<ShiftJson> now,
            Optional<ShiftJson> next,
            String place) {
        static RotaJson of(Rota rota, Map<String, Person> people, Instant now) {
            return new RotaJson(
                    rota.id(),
                    rota.title(),
                    rota.zone().getId(),
                    rota.people(),
                    rota.onCall(now).map(shift -> ShiftJson.of(shift, people)),
                    rota.between(now, now.plus(AHEAD), 2).stream()
                            .filter(shift -> shift.span().from().isAfter(now))
                            .findFirst()
                            .map(shift -> ShiftJson.of(shift, people)),
                    rota.place().toString());
        }
    }

    /**
     * Somebody is on call without a break.
     *
     * @param channels that reach this person
     * @param standIn true if it is no regular turn
     */
    record ShiftJson(
            String who,
            String name,
            List<String> channels,
            Instant from,
            Instant until,
            boolean standIn,
            Optional<String> reason) {
        static ShiftJson of(Shift shift, Map<String, Person> people) {
            Person person = people.getOrDefault(shift.who(), new Person(shift.who(), shift.who(), List.of()));
            return new ShiftJson(
                    person.id(),
                    person.name(),
                    person.channels().stream().map(ChannelId::value).toList(),
                    shift.span().from(),
                    shift.span().to(),
                    shift.isOverride(),
                    shift.standIn().flatMap(standIn -> CallerText.present(standIn.reason())));
        }
    }
}
