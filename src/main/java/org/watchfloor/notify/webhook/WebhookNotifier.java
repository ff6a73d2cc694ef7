package org.watchfloor.notify.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.Escaping;
import org.watchfloor.notify.text.NoticeJson;

/** Posts to one address. */
final class WebhookNotifier implements Notifier {
    private final WebhookChannel channel;
    private final HttpSender sender;
    private final NoticeJson json;
    private final InstantSource clock;

    WebhookNotifier(WebhookChannel channel, HttpSender sender, NoticeJson json, InstantSource clock) {
        this.channel = channel;
        this.sender = sender;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            HttpMessage message = message(notice, thread, secrets);
            Delivery told = new Delivery.Accepted(Optional.of(notice.episode()));
            return sender.send(message, secrets, timeout, _ -> told);
        } catch (MissingSecret e) {
            return e.refused();
        }
    }

    private HttpMessage message(Notice notice, Optional<String> thread, OpenSecrets secrets) throws MissingSecret {
        String body = channel.body()
                .map(template -> template.fill(json.model(notice)))
                .orElseGet(() -> usual(notice, thread));
        HttpMessage message = HttpMessage.post(channel.target(), channel.contentType(), body)
                .with(channel.headers().open(secrets))
                .with(channel.auth().headers(secrets))
                .with("Idempotency-Key", Escaping.URL.escape(notice.idempotencyKey()));
        if (channel.signingKey().isEmpty()) {
            return message;
        }
        String key = secrets.open(channel.signingKey().get());
        return message.with(Signature.HEADER, Signature.of(body, key, clock.instant()));
    }

    private String usual(Notice notice, Optional<String> thread) {
        return switch (channel.format()) {
            case WEBHOOK -> AlertmanagerBody.of(notice, thread.isEmpty(), channel.externalUrl());
            case ALERTMANAGER -> AlertmanagerPost.of(notice, channel.externalUrl());
        };
    }
}
