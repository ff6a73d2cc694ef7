package org.watchfloor.notify.pagerduty;

import java.net.URI;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;

/**
 * A service of PagerDuty as the operator wrote it.
 *
 * @param routingKey the integration key of an Events API v2 integration, 32 characters
 * @param baseUrl default {@code https://events.pagerduty.com}; in Europe {@code https://events.eu.pagerduty.com}
 */
record PagerDutyChannel(Secret routingKey, URI baseUrl) implements ChannelSpec {
    static final String BASE_URL = "https://events.pagerduty.com";

    @Override
    public String summary() {
        return "PagerDuty with the key " + routingKey.reference();
    }
}
