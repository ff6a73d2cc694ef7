package org.watchfloor.notify.pagerduty;

import org.watchfloor.config.ConfigNode;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.SecretKey;
import org.watchfloor.notify.http.BaseUrl;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.NoticeText;

/**
 * Reads the {@code pagerduty:} section. Speaks the Events API v2 (developer.pagerduty.com, Send an Event to
 * PagerDuty): an episode is one incident there, which Watchfloor triggers, acknowledges and resolves.
 */
public final class PagerDutyNotifierType implements NotifierType<PagerDutyChannel> {
    private final HttpSender sender;
    private final NoticeText text;

    public PagerDutyNotifierType(HttpSender sender, NoticeText text) {
        this.sender = sender;
        this.text = text;
    }

    @Override
    public String key() {
        return "pagerduty";
    }

    @Override
    public Class<PagerDutyChannel> specType() {
        return PagerDutyChannel.class;
    }

    @Override
    public PagerDutyChannel read(ConfigNode node) {
        return new PagerDutyChannel(
                SecretKey.orMissing(
                        SecretKey.required(node, "routing-key", "integration key of an Events API v2 integration")),
                BaseUrl.read(node, PagerDutyChannel.BASE_URL));
    }

    @Override
    public Notifier open(PagerDutyChannel spec) {
        return new PagerDutyNotifier(spec, sender, new PagerDutyEvent(text));
    }
}
