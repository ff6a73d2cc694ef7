package org.watchfloor.ui.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.Person;
import org.watchfloor.alert.Receiver;
import org.watchfloor.alert.Silence;
import org.watchfloor.alert.calendar.Maintenance;
import org.watchfloor.alert.calendar.Rota;
import org.watchfloor.alert.calendar.Shift;
import org.watchfloor.alert.calendar.Span;
import org.watchfloor.alert.calendar.StandIn;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.fx.Formats;

/** The plan of who is told now, and of what is kept quiet now or within a week. FX thread only; knows no control. */
public final class OnCallViewModel {
    private static final Duration AHEAD = Duration.ofDays(7);

    private final Formats formats;
    private final ObservableList<PlanLine> rotas = FXCollections.observableArrayList();
    private final ObservableList<PlanLine> shownRotas = FXCollections.unmodifiableObservableList(rotas);
    private final ObservableList<PlanLine> receivers = FXCollections.observableArrayList();
    private final ObservableList<PlanLine> shownReceivers = FXCollections.unmodifiableObservableList(receivers);
    private final ObservableList<PlanLine> quiet = FXCollections.observableArrayList();
    private final ObservableList<PlanLine> shownQuiet = FXCollections.unmodifiableObservableList(quiet);

    public OnCallViewModel(Formats formats) {
        this.formats = formats;
    }

    public void show(Snapshot snapshot) {
        AlertPolicy policy = snapshot.site().section(AlertPolicy.class).orElse(AlertPolicy.NONE);
        Instant now = snapshot.at();
        replace(
                rotas,
                policy.rotas().values().stream()
                        .sorted(Comparator.comparing(Rota::title))
                        .map(rota -> rota(policy, rota, now))
                        .toList());
        replace(
                receivers,
                policy.receivers().values().stream()
                        .sorted(Comparator.comparing(Receiver::id))
                        .map(receiver -> receiver(policy, receiver))
                        .toList());
        replace(quiet, quiet(policy, now));
    }

    private PlanLine rota(AlertPolicy policy, Rota rota, Instant now) {
        Optional<Shift> shift = rota.onCall(now);
        if (shift.isEmpty()) {
            return new PlanLine(rota.title(), false, "nobody", "before the first hand-over");
        }
        Instant end = shift.get().span().to();
        String standsIn = shift.get()
                .standIn()
                .map(StandIn::reason)
                .map(reason -> reason.isEmpty() ? " (stands in)" : " (stands in: " + reason + ")")
                .orElse("");
        String next = rota.onCall(end)
                .map(after -> "then " + name(policy, after.who()) + " until "
                        + formats.moment(after.span().to(), now))
                .orElse("then nobody");
        String who = name(policy, shift.get().who()) + " until " + formats.moment(end, now) + standsIn;
        return new PlanLine(rota.title(), true, who, next);
    }

    private static PlanLine receiver(AlertPolicy policy, Receiver receiver) {
        String steps = receiver.steps().stream()
                .map(step -> (step.after().isZero() ? "at once" : "after " + Formats.duration(step.after())) + ": "
                        + step.tell().stream()
                                .map(who -> recipient(policy, who))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
        String rounds = receiver.rounds() > 1
                ? receiver.rounds() + " rounds, " + Formats.duration(receiver.pause())
                        + " apart, while nobody acknowledges"
                : "";
        return new PlanLine(receiver.id(), false, steps, rounds);
    }

    private static String recipient(AlertPolicy policy, Receiver.Recipient recipient) {
        return switch (recipient) {
            case Receiver.ToChannel(var channel) -> channel.toString();
            case Receiver.ToPerson(var person) -> name(policy, person);
            case Receiver.ToRota(var rota) ->
                "on call in "
                        + Optional.ofNullable(policy.rotas().get(rota))
                                .map(Rota::title)
                                .orElse(rota);
        };
    }

    private static String name(AlertPolicy policy, String person) {
        return Optional.ofNullable(policy.people().get(person))
                .map(Person::name)
                .orElse(person);
    }

    private List<PlanLine> quiet(AlertPolicy policy, Instant now) {
        record Planned(Span span, PlanLine line) {}
        List<Planned> all = new ArrayList<>();
        for (Silence silence : policy.silences()) {
            Optional.of(new Span(silence.from(), silence.until()))
                    .filter(span -> isNear(span, now))
                    .ifPresent(span -> all.add(new Planned(span, silence(silence, span, now))));
        }
        for (Maintenance planned : policy.maintenance()) {
            planned.window()
                    .at(now)
                    .or(() -> planned.window().next(now))
                    .filter(span -> isNear(span, now))
                    .ifPresent(span -> all.add(new Planned(span, maintenance(planned, span, now))));
        }
        return all.stream()
                .sorted(Comparator.comparing(planned -> planned.span().from()))
                .map(Planned::line)
                .toList();
    }

    private static boolean isNear(Span span, Instant now) {
        return span.to().isAfter(now) && span.from().isBefore(now.plus(AHEAD));
    }

    private PlanLine silence(Silence silence, Span span, Instant now) {
        String reason = silence.reason().isEmpty() ? "" : ": " + silence.reason();
        return new PlanLine(
                "Silence " + silence.id(),
                span.covers(now),
                when(span, now),
                silence.matchers() + " – " + silence.author() + reason);
    }

    private PlanLine maintenance(Maintenance planned, Span span, Instant now) {
        String flexible = planned.flexible()
                .map(length -> ", " + Formats.duration(length) + " from the first trouble on")
                .orElse("");
        return new PlanLine(
                "Maintenance " + planned.title(), span.covers(now), when(span, now) + flexible, planned.reason());
    }

    private String when(Span span, Instant now) {
        String end = "until " + formats.moment(span.to(), now);
        return span.covers(now) ? end : "from " + formats.moment(span.from(), now) + " " + end;
    }

    private static void replace(ObservableList<PlanLine> lines, List<PlanLine> next) {
        if (!lines.equals(next)) {
            lines.setAll(next);
        }
    }

    /** Who is on call in each rota. */
    public ObservableList<PlanLine> rotas() {
        return shownRotas;
    }

    /** Who is told, and who next. */
    public ObservableList<PlanLine> receivers() {
        return shownReceivers;
    }

    /** Silences and maintenance, the earliest first. */
    public ObservableList<PlanLine> quiet() {
        return shownQuiet;
    }
}
