package org.watchfloor.app;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLSocketFactory;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.outside.OutsidePolicyReader;
import org.watchfloor.config.FeaturesReader;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.WitnessesReader;
import org.watchfloor.gate.BreakerPoliciesReader;
import org.watchfloor.gate.CallLimitsReader;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.Notifiers;
import org.watchfloor.notify.custom.CustomNotifierType;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.notify.desktop.DesktopNotifierType;
import org.watchfloor.notify.desktop.Popup;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.mail.MailNotifierType;
import org.watchfloor.notify.opsgenie.OpsgenieNotifierType;
import org.watchfloor.notify.pagerduty.PagerDutyNotifierType;
import org.watchfloor.notify.slack.SlackNotifierType;
import org.watchfloor.notify.sms.SmsNotifierType;
import org.watchfloor.notify.text.NoticeText;
import org.watchfloor.notify.webhook.WebhookNotifierType;
import org.watchfloor.probe.PoolsReader;
import org.watchfloor.recovery.RunbooksReader;
import org.watchfloor.recovery.approval.ApproversReader;

/** Every kind of channel, and what they share. To add a kind: a line here. */
final class ChannelRoom implements Desk {
    private volatile Desk desk = Desk.NONE;
    private final ZoneId zone;
    private final Notifiers notifiers;

    private ChannelRoom(InstantSource clock, ZoneId zone) {
        this.zone = zone;
        ThreadFactory threads = Thread.ofVirtual().name("channel-", 0).factory();
        HttpSender sender = new HttpSender(clock, threads);
        NoticeText text = new NoticeText(zone);
        notifiers = new Notifiers(List.of(
                new MailNotifierType(text, (SSLSocketFactory) SSLSocketFactory.getDefault(), threads),
                new WebhookNotifierType(sender, text, clock),
                new SlackNotifierType(sender, text),
                new PagerDutyNotifierType(sender, text),
                new OpsgenieNotifierType(sender, text),
                new SmsNotifierType(sender, text),
                new CustomNotifierType(
                        text,
                        Thread.ofPlatform().daemon().name("channel-pipe-", 0).factory()),
                new DesktopNotifierType(this, text, clock, zone)));
    }

    static ChannelRoom open() {
        return new ChannelRoom(Clock.systemUTC(), ZoneId.systemDefault());
    }

    Notifiers notifiers() {
        return notifiers;
    }

    /** What features read of the configuration for themselves. */
    List<SectionReader<?>> sections() {
        return List.of(
                new ChannelsReader(notifiers.types()),
                new AlertPolicyReader(zone),
                new OutsidePolicyReader(),
                new FeaturesReader(),
                new BreakerPoliciesReader(),
                new CallLimitsReader(),
                new PoolsReader(),
                new WitnessesReader(),
                new ApproversReader(),
                new RunbooksReader(RecoveryRoom.steps(), zone));
    }

    /** From now on pop-ups appear there. */
    void showOn(Desk screen) {
        desk = screen;
    }

    @Override
    public boolean show(Notice notice, Popup popup) {
        return desk.show(notice, popup);
    }
}
