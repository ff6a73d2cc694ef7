package org.watchfloor.notify.slack;

import java.time.Duration;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;
import tools.jackson.databind.json.JsonMapper;

/** Posts by an incoming webhook. */
final class HookNotifier implements Notifier {
    private final SlackChannel.Hook hook;
    private final HttpSender sender;
    private final SlackMessage message;

    HookNotifier(SlackChannel.Hook hook, HttpSender sender, SlackMessage message) {
        this.hook = hook;
        this.sender = sender;
        this.message = message;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            String url = secrets.open(hook.url());
            String body = JsonMapper.shared().writeValueAsString(message.of(notice));
            return sender.send(HttpMessage.post(url, HttpMessage.JSON, body), secrets, timeout);
        } catch (MissingSecret e) {
            return e.refused();
        }
    }
}
