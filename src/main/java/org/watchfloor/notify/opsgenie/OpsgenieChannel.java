package org.watchfloor.notify.opsgenie;

import java.net.URI;
import java.util.List;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;

/**
 * An integration of Opsgenie as the operator wrote it.
 *
 * @param apiKey of an API integration
 * @param baseUrl default {@code https://api.opsgenie.com}; in Europe {@code https://api.eu.opsgenie.com}
 * @param tags on each alert, may be empty
 */
record OpsgenieChannel(Secret apiKey, URI baseUrl, List<String> tags) implements ChannelSpec {
    static final String BASE_URL = "https://api.opsgenie.com";

    OpsgenieChannel {
        tags = List.copyOf(tags);
    }

    @Override
    public String summary() {
        return "Opsgenie with the key " + apiKey.reference();
    }
}
