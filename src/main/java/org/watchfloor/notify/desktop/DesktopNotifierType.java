package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.Severity;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.text.NoticeText;

/** Reads the {@code desktop:} section: pop-ups, sound and speech on the screen of this console. */
public final class DesktopNotifierType implements NotifierType<DesktopChannel> {
    private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);

    private final Desk desk;
    private final NoticeText text;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * A kind of channel on one screen.
     *
     * @param desk {@link Desk#NONE} where Watchfloor runs without a screen
     * @param zone of the quiet hours
     */
    public DesktopNotifierType(Desk desk, NoticeText text, InstantSource clock, ZoneId zone) {
        this.desk = desk;
        this.text = text;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public String key() {
        return "desktop";
    }

    @Override
    public Class<DesktopChannel> specType() {
        return DesktopChannel.class;
    }

    @Override
    public DesktopChannel read(ConfigNode node) {
        return new DesktopChannel(
                node.key("sound", "play the sound of the severity; true by default")
                        .flag(true),
                node.key("speech", "read the title out; false by default").flag(false),
                severities(node),
                quietHours(node),
                node.key("repeat-until-noticed", "be heard again so often until somebody has noticed, 5s to 1h")
                        .duration(Duration.ofSeconds(5), Duration.ofHours(1)));
    }

    @Override
    public Notifier open(DesktopChannel spec) {
        return new DesktopNotifier(
                spec, desk, text, () -> clock.instant().atZone(zone).toLocalTime());
    }

    private static Set<Severity> severities(ConfigNode node) {
        List<String> written = node.key(
                        "severities", "which are heard: critical, high, medium, low, info; all by default")
                .texts();
        Set<Severity> severities = EnumSet.noneOf(Severity.class);
        for (String name : written) {
            ALL.stream()
                    .filter(severity -> severity.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            severities::add,
                            () -> node.problem(
                                    "severities",
                                    "\"" + name + "\" is not a severity",
                                    "write critical, high, medium, low or info"));
        }
        return written.isEmpty() ? ALL : severities;
    }

    private static Optional<QuietHours> quietHours(ConfigNode node) {
        return node.key("quiet-hours", "when nothing is heard, such as \"22:00-07:00\"")
                .text()
                .flatMap(written -> {
                    Optional<QuietHours> hours = QuietHours.parse(written);
                    if (hours.isEmpty()) {
                        node.problem("quiet-hours", "\"" + written + "\" is no part of a day", "write 22:00-07:00");
                    }
                    return hours;
                });
    }
}
