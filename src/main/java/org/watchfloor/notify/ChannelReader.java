package org.watchfloor.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.ChannelId;

/** Reads the mapping of one channel: exactly one section of a kind, beside the keys that all kinds share. Stateless. */
public final class ChannelReader {
    private static final String KIND = "how notices get there; one kind in each channel";

    private final List<NotifierType<?>> types;

    public ChannelReader(List<? extends NotifierType<?>> types) {
        this.types = List.copyOf(types);
    }

    /**
     * Empty if no kind is given; then the problem is noted. A key of an unknown kind is noted as any unknown key is.
     *
     * @param retries policies that a channel may name
     */
    public Optional<Channel> read(ChannelId id, ConfigNode node, Map<String, RetryPolicy> retries) {
        Optional<ChannelSpec> spec = spec(node);
        Rate rate = node.section("rate", "more notices than this are put together into a digest")
                .map(Rate::read)
                .orElse(Rate.DEFAULT);
        Duration timeout = node.key("timeout", "whole budget of one try, 1s to 5m; 10s by default")
                .duration(Channel.DEFAULT_TIMEOUT, Duration.ofSeconds(1), Duration.ofMinutes(5));
        if (spec.isEmpty()) {
            node.problem("the channel \"" + id + "\" names no kind", "add one of " + known());
        }
        Optional<RetryPolicy> retry = retry(node, retries);
        return spec.map(found -> new Channel(id, found, rate, retry, timeout, node.place()));
    }

    private static Optional<RetryPolicy> retry(ConfigNode node, Map<String, RetryPolicy> retries) {
        Optional<String> name = node.key(
                        "retry",
                        "one of retries: for what is not accepted at once, whatever the reason; by default 12 tries, after"
                                + " 5s and longer up to 10m")
                .text();
        name.filter(id -> !retries.containsKey(id))
                .ifPresent(id -> node.unknown("retry", "retry policy", id, retries.keySet()));
        return name.map(retries::get);
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
