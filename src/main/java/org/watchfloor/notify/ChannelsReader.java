package org.watchfloor.notify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.Names;

/** Reads {@code channels:}. Stateless. */
public final class ChannelsReader implements SectionReader<Channels> {
    /** The key of the section, for those who refer to channels. */
    public static final String KEY = "channels";

    private final ChannelReader reader;

    /** @param types one for each kind of channel */
    public ChannelsReader(List<? extends NotifierType<?>> types) {
        reader = new ChannelReader(types);
    }

    @Override
    public Class<Channels> type() {
        return Channels.class;
    }

    @Override
    public Channels read(SiteNode site) {
        Map<ChannelId, Channel> channels = new HashMap<>();
        Map<String, RetryPolicy> retries = RetryPolicy.named(site);
        site.named(KEY, "ways to tell people, by id").forEach((id, node) -> {
            if (Names.isName(id)) {
                reader.read(new ChannelId(id), node, retries).ifPresent(channel -> channels.put(channel.id(), channel));
            }
        });
        return Channels.of(channels);
    }
}
