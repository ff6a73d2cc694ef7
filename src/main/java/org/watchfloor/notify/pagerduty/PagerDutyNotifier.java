package org.watchfloor.notify.pagerduty;

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

/** Sends events to one service. The deduplication key makes a second try harmless. */
final class PagerDutyNotifier implements Notifier {
    private final PagerDutyChannel channel;
    private final HttpSender sender;
    private final PagerDutyEvent event;

    PagerDutyNotifier(PagerDutyChannel channel, HttpSender sender, PagerDutyEvent event) {
        this.channel = channel;
        this.sender = sender;
        this.event = event;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            String body = event.json(notice, secrets.open(channel.routingKey()));
            String url = BaseUrl.join(channel.baseUrl(), "/v2/enqueue");
            return sender.send(HttpMessage.post(url, HttpMessage.JSON, body), secrets, timeout);
        } catch (MissingSecret e) {
            return e.refused();
        }
    }
}
