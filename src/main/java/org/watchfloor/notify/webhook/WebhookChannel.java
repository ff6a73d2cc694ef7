package org.watchfloor.notify.webhook;

import java.net.URI;
import java.util.Optional;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpHeaders;
import org.watchfloor.notify.text.TextTemplate;

/**
 * A webhook as the operator wrote it.
 *
 * @param url http or https
 * @param signingKey by which each request is signed; empty: it is not
 * @param externalUrl where people find this Watchfloor; empty text if nowhere
 * @param body empty: what Alertmanager sends
 * @param contentType of the body
 */
record WebhookChannel(
        URI url,
        HttpHeaders headers,
        HttpAuth auth,
        Optional<Secret> signingKey,
        String externalUrl,
        Optional<TextTemplate> body,
        String contentType)
        implements ChannelSpec {
    /** Without the path, which may hold a token. */
    @Override
    public String summary() {
        return "webhook of " + url.getHost();
    }
}
