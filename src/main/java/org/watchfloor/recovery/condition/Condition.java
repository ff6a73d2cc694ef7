package org.watchfloor.recovery.condition;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.Counted;
import org.watchfloor.model.HostId;
import org.watchfloor.model.ServiceId;
import org.watchfloor.model.State;
import org.watchfloor.recovery.step.CheckRef;
import org.watchfloor.recovery.step.Lengths;

/** Something that must hold when a runbook begins. Immutable. */
public sealed interface Condition {
    /** In plain words, such as {@code host db-1 is UP}. */
    String text();

    /** @param states at least one */
    record CheckIs(CheckRef check, Set<State> states) implements Condition {
        public CheckIs {
            states = Set.copyOf(states);
        }

        @Override
        public String text() {
            return (check instanceof CheckRef.This ? "the check" : "check " + check) + " is " + oneOf(states);
        }
    }

    /** @param host empty: that of the target */
    record HostIs(Optional<HostId> host, Set<State> states) implements Condition {
        public HostIs {
            states = Set.copyOf(states);
        }

        @Override
        public String text() {
            return host.map(id -> "host " + id).orElse("the host") + " is " + oneOf(states);
        }
    }

    /** @param service empty: all that the target's check carries */
    record ServiceIs(Optional<ServiceId> service, Set<State> states) implements Condition {
        public ServiceIs {
            states = Set.copyOf(states);
        }

        @Override
        public String text() {
            return service.map(id -> "service " + id).orElse("the service") + " is " + oneOf(states);
        }
    }

    /**
     * So many of these are UP or DEGRADED; the target itself does not count.
     *
     * @param count at least 1, at most as many as there are members if none of them is a service
     */
    record AtLeast(int count, List<Member> members) implements Condition {
        public AtLeast {
            members = List.copyOf(members);
        }

        @Override
        public String text() {
            String names = members.stream().map(Object::toString).collect(Collectors.joining(", "));
            return "at least " + Counted.of(count, "other") + " of " + names + " healthy";
        }
    }

    /** No action ended on the same target in this time. */
    record NotWithin(Duration time) implements Condition {
        @Override
        public String text() {
            return "no action on the target in the last " + Lengths.text(time);
        }
    }

    /** It is one of these times. */
    record Between(TimeWindow window) implements Condition {
        @Override
        public String text() {
            return window.text();
        }
    }

    /** One of several that count. */
    sealed interface Member {}

    record HostMember(HostId host) implements Member {
        @Override
        public String toString() {
            return host.toString();
        }
    }

    record CheckMember(CheckId check) implements Member {
        @Override
        public String toString() {
            return check.toString();
        }
    }

    /** Stands for each of its instances. */
    record InstancesOf(ServiceId service) implements Member {
        @Override
        public String toString() {
            return "service:" + service;
        }
    }

    private static String oneOf(Collection<State> states) {
        return states.stream().sorted().map(State::name).collect(Collectors.joining(" or "));
    }
}
