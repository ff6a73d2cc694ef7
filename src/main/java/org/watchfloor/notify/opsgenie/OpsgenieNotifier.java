package org.watchfloor.notify.opsgenie;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;

/** Creates, acknowledges and closes alerts of one integration. The alias makes a second try harmless. */
final class OpsgenieNotifier implements Notifier {
    private final OpsgenieChannel channel;
    private final HttpSender sender;
    private final OpsgenieAlert alert;

    OpsgenieNotifier(OpsgenieChannel channel, HttpSender sender, OpsgenieAlert alert) {
        this.channel = channel;
        this.sender = sender;
        this.alert = alert;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            HttpMessage message =
                    message(notice).with("Authorization", "GenieKey " + secrets.openForHeader(channel.apiKey()));
            return sender.send(message, secrets, timeout);
        } catch (MissingSecret e) {
            return e.refused();
        }
    }

    private HttpMessage message(Notice notice) {
        return switch (notice.kind()) {
            case ACKNOWLEDGED -> post(onAlias(notice, "acknowledge"), alert.action(notice));
            case RESOLVED ->
                notice.isFiring() // a part of the group is over, the rest goes on
                        ? post("/v2/alerts", alert.created(notice))
                        : post(onAlias(notice, "close"), alert.action(notice));
            case FIRING, REMINDER, ESCALATION, DIGEST, TEST, NOTE -> post("/v2/alerts", alert.created(notice));
        };
    }

    private HttpMessage post(String path, String body) {
        return HttpMessage.post(BaseUrl.join(channel.baseUrl(), path), HttpMessage.JSON, body);
    }

    private static String onAlias(Notice notice, String action) {
        String alias = URLEncoder.encode(OpsgenieAlert.alias(notice), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return "/v2/alerts/" + alias + "/" + action + "?identifierType=alias";
    }
}
