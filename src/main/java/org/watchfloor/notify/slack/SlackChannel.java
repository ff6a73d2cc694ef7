package org.watchfloor.notify.slack;

import java.net.URI;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.ChannelSpec;

/** A way into Slack as the operator wrote it. */
sealed interface SlackChannel extends ChannelSpec {
    /**
     * An incoming webhook; it cannot thread.
     *
     * @param url the whole URL is the secret
     */
    record Hook(Secret url) implements SlackChannel {
        @Override
        public String summary() {
            return "Slack by the webhook " + url.reference();
        }
    }

    /**
     * A bot that posts to one channel, replies in a thread.
     *
     * @param channel id or name
     * @param token with the scope {@code chat:write}
     * @param baseUrl of the web API; default {@code https://slack.com/api}
     */
    record Bot(String channel, Secret token, URI baseUrl) implements SlackChannel {
        static final String BASE_URL = "https://slack.com/api";

        @Override
        public String summary() {
            return "Slack to " + channel;
        }
    }
}
