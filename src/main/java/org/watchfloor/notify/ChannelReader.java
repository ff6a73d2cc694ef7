package org.watchfloor.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.ChannelId;

/** Reads the mapping of one channel: exactly one section of a kind, beside the keys that all kinds share. Stateless. */
public final class ChannelReader {
    private static final String KIND = "how notices get there; one kind in each channel";

    private final List<NotifierType<?>> types;

    public ChannelReader(List<? extends NotifierType<?>> types) {
        this.types = List.copyOf(types);
    }

    /** Empty if no kind is given; then the problem is noted. A key of an unknown kind is noted as any unknown key is. */
    public Optional<Channel> read(ChannelId id, ConfigNode node) {
        Optional<ChannelSpec> spec = spec(node);
        Rate rate = node.section("rate", "more notices than this are put together into a digest")
                .map(Rate::read)
                .orElse(Rate.DEFAULT);
        Duration timeout = node.key("timeout", "whole budget of one try, 1s to 5m; 10s by default")
                .duration(Channel.DEFAULT_TIMEOUT, Duration.ofSeconds(1), Duration.ofMinutes(5));
        if (spec.isEmpty()) {
            node.problem("the channel \"" + id + "\" names no kind", "add one of " + known());
        }
        return spec.map(found -> new Channel(id, found, rate, timeout, node.place()));
    }

    /** Asks for each kind, so that all of them are known keys. */
    private Optional<ChannelSpec> spec(ConfigNode node) {
        List<ChannelSpec> specs = new ArrayList<>();
        List<String> found = new ArrayList<>();
        types.forEach(type -> node.section(type.key(), KIND).ifPresent(section -> {
            specs.add(type.read(section));
            found.add(type.key());
        }));
        if (found.size() > 1) {
            String what = "the channel has more than one kind: " + String.join(", ", found);
            node.problem(found.getLast(), what, "keep one and make a channel of its own for each of the others");
        }
        return specs.stream().findFirst();
    }

    private String known() {
        return types.stream().map(type -> type.key() + ":").sorted().collect(Collectors.joining(", "));
    }
}
