package org.watchfloor.notify;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchfloor.model.ChannelId;

/** All channels that are configured. Immutable. */
public record Channels(SortedMap<ChannelId, Channel> byId) {
    public static final Channels NONE = new Channels(new TreeMap<>());

    public Channels {
        byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
    }

    static Channels of(Map<ChannelId, Channel> channels) {
        return new Channels(new TreeMap<>(channels));
    }

    public Optional<Channel> find(ChannelId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
