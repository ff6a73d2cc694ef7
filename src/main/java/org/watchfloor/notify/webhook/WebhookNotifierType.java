package org.watchfloor.notify.webhook;

import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.SecretKey;
import org.watchfloor.notify.http.HttpAuth;
import org.watchfloor.notify.http.HttpHeaders;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.Escaping;
import org.watchfloor.notify.text.NoticeJson;
import org.watchfloor.notify.text.NoticeText;
import org.watchfloor.notify.text.TemplateCheck;
import org.watchfloor.notify.text.TextTemplate;

/**
 * Reads the {@code webhook:} section. Each notice is one POST: the JSON of Alertmanager's webhook, version 4
 * (prometheus.io/docs/alerting/latest/configuration, webhook_config); what an Alertmanager itself takes (its API, version
 * 2, postAlerts); or the operator's own body.
 */
public final class WebhookNotifierType implements NotifierType<WebhookChannel> {
    private static final TemplateCheck CHECK = new TemplateCheck(Map.of());
    private static final Pattern TYPE = Pattern.compile("[!-~]+/[!-~]+( *;[ -~]*)?");

    private final HttpSender sender;
    private final NoticeText text;
    private final InstantSource clock;

    /** @param clock for the time in signatures */
    public WebhookNotifierType(HttpSender sender, NoticeText text, InstantSource clock) {
        this.sender = sender;
        this.text = text;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "webhook";
    }

    @Override
    public Class<WebhookChannel> specType() {
        return WebhookChannel.class;
    }

    @Override
    public WebhookChannel read(ConfigNode node) {
        URI url = node.key("url", "where to post: http or https, without user and password")
                .requiredUri("https", "http");
        HttpHeaders headers = HttpHeaders.read(node);
        HttpAuth auth = HttpAuth.read(node);
        Optional<Secret> signingKey =
                SecretKey.optional(node, "signing-key", "key of the HMAC-SHA256 in the header X-Watchfloor-Signature");
        String externalUrl = node.key("external-url", "where people find this Watchfloor, for externalURL")
                .uri("https", "http")
                .map(URI::toString)
                .orElse("");
        Format format = node.key(
                        "format",
                        "webhook: what an Alertmanager sends; alertmanager: what an Alertmanager takes, url is its address")
                .choice(Format.WEBHOOK);
        Escaping escape = node.key("escape", "what {{name}} in the body is made safe for: json, xml, url, none")
                .choice(Escaping.JSON);
        Optional<TextTemplate> body = node.key("body", "Mustache template; as format says by default")
                .text()
                .map(source -> new TextTemplate(source, escape));
        body.ifPresent(template -> CHECK.check(node, "body", template));
        if (body.isPresent() && format == Format.ALERTMANAGER) {
            node.problem("body", "an Alertmanager takes no other body than its own", "remove body or format");
        }
        String contentType =
                node.key("content-type", "media type of an own body").text(HttpMessage.JSON);
        if (!TYPE.matcher(contentType).matches()) {
            node.problem("content-type", "\"content-type\" is not a media type", "write such as text/plain");
        }
        return new WebhookChannel(url, headers, auth, signingKey, externalUrl, format, body, contentType);
    }

    @Override
    public Notifier open(WebhookChannel spec) {
        return new WebhookNotifier(spec, sender, new NoticeJson(text), clock);
    }
}
