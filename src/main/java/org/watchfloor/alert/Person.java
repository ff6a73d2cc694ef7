package org.watchfloor.alert;

import java.util.List;
import org.watchfloor.model.ChannelId;

/** Somebody who can be told, and by which channels. */
public record Person(String id, String name, List<ChannelId> channels) {
    public Person {
        channels = List.copyOf(channels);
    }
}
