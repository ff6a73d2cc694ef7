package org.watchfloor.notify.webhook;

import java.net.URI;
import java.util.Optional;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpHeaders;
import org.watchfloor.notify.text.TextTemplate;

/**
 * A webhook as the operator wrote it.
 *
 * @param url http or https
 * @param signingKey by which each request is signed; empty: it is not
 * @param externalUrl where people find this Watchfloor; empty text if nowhere
 * @param format what is posted without a body of the operator's
 * @param body empty: what the format says
 * @param contentType of the body
 */
record WebhookChannel(
        URI url,
        HttpHeaders headers,
        HttpAuth auth,
        Optional<Secret> signingKey,
        String externalUrl,
        Format format,
        Optional<TextTemplate> body,
        String contentType)
        implements ChannelSpec {
    /** Where to post. Of an Alertmanager its address is enough. */
    String target() {
        boolean isWhole = format == Format.WEBHOOK || url.toString().endsWith(AlertmanagerPost.PATH);
        return isWhole ? url.toString() : BaseUrl.join(url, AlertmanagerPost.PATH);
    }

    /** Without the path, which may hold a token. */
    @Override
    public String summary() {
        return (format == Format.ALERTMANAGER ? "Alertmanager at " : "webhook of ") + url.getHost();
    }
}
