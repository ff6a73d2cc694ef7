package org.watchfloor.notify.slack;

import java.net.URI;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.Secret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.SecretKey;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code slack:} section: an incoming webhook, or a bot's token with a channel (docs.slack.dev,
 * chat.postMessage). Only a bot can thread.
 */
public final class SlackNotifierType implements NotifierType<SlackChannel> {
    private final HttpSender sender;
    private final NoticeText text;

    public SlackNotifierType(HttpSender sender, NoticeText text) {
        this.sender = sender;
        this.text = text;
    }

    @Override
    public String key() {
        return "slack";
    }

    @Override
    public Class<SlackChannel> specType() {
        return SlackChannel.class;
    }

    @Override
    public SlackChannel read(ConfigNode node) {
        Optional<Secret> hook = SecretKey.optional(node, "webhook", "the URL of an incoming webhook");
        Optional<Secret> token = SecretKey.optional(node, "token", "a bot's token");
        Optional<String> channel = node.key("channel", "id or name of the channel that the bot posts to")
                .text();
        URI baseUrl = BaseUrl.read(node, SlackChannel.Bot.BASE_URL);
        boolean hookIsGiven = SecretKey.isGiven(node, "webhook");
        boolean tokenIsGiven = SecretKey.isGiven(node, "token");
        if (hookIsGiven == tokenIsGiven) {
            node.problem(
                    tokenIsGiven ? "slack holds both webhook and token" : "slack holds neither webhook nor token",
                    "keep one: webhook: ${NAME}, or token: ${NAME} with channel");
        }
        if (tokenIsGiven != channel.isPresent()) {
            node.problem(
                    "channel",
                    tokenIsGiven ? "the bot has no channel to post to" : "a webhook posts to its own channel",
                    tokenIsGiven ? "add channel: \"#ops\"" : "remove channel, or use token");
        }
        return tokenIsGiven
                ? new SlackChannel.Bot(channel.orElse(""), SecretKey.orMissing(token), baseUrl)
                : new SlackChannel.Hook(SecretKey.orMissing(hook));
    }

    @Override
    public Notifier open(SlackChannel spec) {
        SlackMessage message = new SlackMessage(text);
        return switch (spec) {
            case SlackChannel.Hook hook -> new HookNotifier(hook, sender, message);
            case SlackChannel.Bot bot -> new BotNotifier(bot, sender, message);
        };
    }
}
