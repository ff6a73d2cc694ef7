package org.watchfloor.recovery.condition;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.condition.Condition.Member;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Choices;
import org.watchfloor.recovery.step.StepNode;

/** Reads one precondition: exactly one of its kinds. Use once for each item, by one thread. */
public final class ConditionReader {
    private static final String THIS = CheckRef.THIS;
    private static final String SERVICE = "service:";
    private static final List<String> SUBJECTS = List.of("check", "host", "service");
    private static final List<String> KINDS = List.of("check", "host", "service", "at-least", "not-within", "between");

    private final StepNode item;
    private final ZoneId zone;
    private final List<Condition> found = new ArrayList<>();

    /** @param zone for times that name none */
    public ConditionReader(StepNode item, ZoneId zone) {
        this.item = item;
        this.zone = zone;
    }

    /** Empty if there is none or more than one; then that is noted. */
    public Optional<Condition> read() {
        ConfigNode node = item.node();
        Set<State> states =
                Choices.read(node, "is", "state", "states of check, host or service: up, down, …", State.class);
        subjects(states);
        atLeast();
        node.key("not-within", "time since the last action on the target, 1m to 7d")
                .duration(Duration.ofMinutes(1), Duration.ofDays(7))
                .map(Condition.NotWithin::new)
                .ifPresent(found::add);
        new WindowReader(node, zone).read().map(Condition.Between::new).ifPresent(found::add);
        boolean named = SUBJECTS.stream().anyMatch(key -> isGiven(node, key));
        boolean says = node.isDescribing() || !node.key("is", "").texts().isEmpty();
        if (named && !says) {
            node.problem("no state is named that it has to be in", "add is: with states such as [up, degraded]");
        } else if (!named && says) {
            node.problem("is", "it is not said what has to be in that state", "add check:, host: or service:");
        }
        if (KINDS.stream().filter(key -> isGiven(node, key)).count() != 1 && !node.isDescribing()) {
            node.problem(
                    "a precondition says exactly one thing",
                    "write one of check:, host:, service:, at-least:, not-within:, between:");
        }
        return found.stream().findFirst();
    }

    private void subjects(Set<State> states) {
        ConfigNode node = item.node();
        node.key("check", "host/check, or this: the one that failed").text().ifPresent(text -> {
            if (text.equals(THIS)) {
                found.add(new Condition.CheckIs(new CheckRef.This(), states));
            } else if (item.isKnown("check", "check", text, item.known().site().checks())) {
                found.add(new Condition.CheckIs(new CheckRef.Named(CheckId.parse(text)), states));
            }
        });
        node.key("host", "a host, or this: that of the target").text().ifPresent(text -> {
            if (text.equals(THIS)
                    || item.isKnown("host", "host", text, item.known().site().hosts())) {
                found.add(new Condition.HostIs(other(text).map(HostId::new), states));
            }
        });
        node.key("service", "a service, or this: those that the check carries")
                .text()
                .ifPresent(text -> {
                    if (text.equals(THIS)
                            || item.isKnown(
                                    "service",
                                    "service",
                                    text,
                                    item.known().site().services())) {
                        found.add(new Condition.ServiceIs(other(text).map(ServiceId::new), states));
                    }
                });
    }

    private static Optional<String> other(String text) {
        return Optional.of(text).filter(id -> !id.equals(THIS));
    }

    private void atLeast() {
        ConfigNode node = item.node();
        int count = node.key("at-least", "how many of the others must be healthy, 1 to 1000")
                .integer(0, 1, 1000);
        List<String> written = node.key("of", "hosts, checks as host/check, or service:ID for its instances")
                .texts();
        List<Member> members =
                written.stream().flatMap(text -> member(text).stream()).toList();
        boolean given = isGiven(node, "at-least");
        if (given && written.isEmpty()) {
            node.problem("at-least", "it is not said of which", "add of: with hosts, checks or service:ID");
        } else if (!given && !written.isEmpty()) {
            node.problem("of", "it is not said how many", "add at-least: with a number");
        } else if (given
                && members.stream().noneMatch(Condition.InstancesOf.class::isInstance)
                && count > written.size()) {
            node.problem("at-least", "there are not so many", "write a number from 1 to " + written.size());
        }
        if (given) {
            found.add(new Condition.AtLeast(count, members));
        }
    }

    private Optional<Member> member(String text) {
        if (text.startsWith(SERVICE)) {
            String id = text.substring(SERVICE.length()).strip();
            return item.isKnown("of", "service", id, item.known().site().services())
                    ? Optional.of(new Condition.InstancesOf(new ServiceId(id)))
                    : Optional.empty();
        }
        if (text.indexOf('/') >= 0) {
            return item.isKnown("of", "check", text, item.known().site().checks())
                    ? Optional.of(new Condition.CheckMember(CheckId.parse(text)))
                    : Optional.empty();
        }
        return item.isKnown("of", "host", text, item.known().site().hosts())
                ? Optional.of(new Condition.HostMember(new HostId(text)))
                : Optional.empty();
    }

    /** The place of the first key of an item is that of the item. */
    private static boolean isGiven(ConfigNode node, String key) {
        return !node.isDescribing() && node.key(key, "").text().isPresent();
    }
}
