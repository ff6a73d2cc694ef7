package org.watchfloor.notify.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;
import tools.jackson.databind.json.JsonMapper;

/** Posts as a bot: the first notice of an episode begins a thread, later ones reply to it. */
final class BotNotifier implements Notifier {
    private final SlackChannel.Bot bot;
    private final HttpSender sender;
    private final SlackMessage message;

    BotNotifier(SlackChannel.Bot bot, HttpSender sender, SlackMessage message) {
        this.bot = bot;
        this.sender = sender;
        this.message = message;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            HttpMessage request = HttpMessage.post(
                            BaseUrl.join(bot.baseUrl(), "/chat.postMessage"), HttpMessage.JSON, body(notice, thread))
                    .with("Authorization", "Bearer " + secrets.openForHeader(bot.token()));
            return sender.send(request, secrets, timeout, answer -> SlackAnswer.delivery(answer, thread));
        } catch (MissingSecret e) {
            return e.refused();
        }
    }

    private String body(Notice notice, Optional<String> thread) {
        Map<String, Object> body = message.of(notice);
        body.put("channel", bot.channel());
        body.put("unfurl_links", false);
        thread.ifPresent(ts -> body.put("thread_ts", ts));
        return JsonMapper.shared().writeValueAsString(body);
    }
}
