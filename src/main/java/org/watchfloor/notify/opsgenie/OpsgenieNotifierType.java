package org.watchfloor.notify.opsgenie;

import org.watchfloor.config.ConfigNode;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.SecretKey;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code opsgenie:} section. Speaks the Alert API (docs.opsgenie.com, alert-api): an episode is one alert
 * there, under its alias, which Watchfloor creates, acknowledges and closes.
 */
public final class OpsgenieNotifierType implements NotifierType<OpsgenieChannel> {
    private final HttpSender sender;
    private final NoticeText text;

    public OpsgenieNotifierType(HttpSender sender, NoticeText text) {
        this.sender = sender;
        this.text = text;
    }

    @Override
    public String key() {
        return "opsgenie";
    }

    @Override
    public Class<OpsgenieChannel> specType() {
        return OpsgenieChannel.class;
    }

    @Override
    public OpsgenieChannel read(ConfigNode node) {
        return new OpsgenieChannel(
                SecretKey.orMissing(SecretKey.required(node, "api-key", "key of an API integration")),
                BaseUrl.read(node, OpsgenieChannel.BASE_URL),
                node.key("tags", "tags of each alert, at most 20").texts());
    }

    @Override
    public Notifier open(OpsgenieChannel spec) {
        return new OpsgenieNotifier(spec, sender, new OpsgenieAlert(text, spec.tags()));
    }
}
