package org.watchfloor.recovery.breaker;

import java.util.Optional;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.DependencyId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.Names;
import org.watchfloor.recovery.step.StepNode;

/** A gate that a runbook means. */
public sealed interface GateRef {
    /** That of the host that the failure is on. */
    record OfTarget() implements GateRef {
        @Override
        public String toString() {
            return "this";
        }
    }

    record OfHost(HostId host) implements GateRef {
        @Override
        public String toString() {
            return "host:" + host;
        }
    }

    record OfChannel(ChannelId channel) implements GateRef {
        @Override
        public String toString() {
            return "channel:" + channel;
        }
    }

    record OfDependency(DependencyId dependency) implements GateRef {
        @Override
        public String toString() {
            return "dependency:" + dependency;
        }
    }

    /** Empty if it is none that exists; then that is noted. */
    static Optional<GateRef> read(StepNode step, String key, String text) {
        if (text.equals("this")) {
            return Optional.of(new OfTarget());
        }
        if (text.startsWith("host:")) {
            String host = text.substring("host:".length()).strip();
            return step.isKnown(key, "host", host, step.known().site().hosts())
                    ? Optional.of(new OfHost(new HostId(host)))
                    : Optional.empty();
        }
        if (text.startsWith("channel:")) {
            String channel = text.substring("channel:".length()).strip();
            return step.isKnown(key, "channel", channel, step.known().channels())
                    ? Optional.of(new OfChannel(new ChannelId(channel)))
                    : Optional.empty();
        }
        if (text.startsWith("dependency:") && Names.isName(text.substring("dependency:".length()))) {
            return Optional.of(new OfDependency(new DependencyId(text.substring("dependency:".length()))));
        }
        step.node().problem(key, "\"" + text + "\" is no gate", "write this, host:ID, dependency:NAME or channel:ID");
        return Optional.empty();
    }
}
