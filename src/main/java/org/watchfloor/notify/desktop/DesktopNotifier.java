package org.watchfloor.notify.desktop;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.text.NoticeText;

/** Shows notices on the screen, if there is one. */
final class DesktopNotifier implements Notifier {
    private final DesktopChannel channel;
    private final Desk desk;
    private final NoticeText text;
    private final Supplier<LocalTime> wallClock;

    DesktopNotifier(DesktopChannel channel, Desk desk, NoticeText text, Supplier<LocalTime> wallClock) {
        this.channel = channel;
        this.desk = desk;
        this.text = text;
        this.wallClock = wallClock;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) {
        Loudness loudness = Loudness.of(notice, channel, wallClock.get());
        Popup popup = new Popup(text.headline(notice), loudness.sound(), loudness.speech(), loudness.repeat());
        return desk.show(notice, popup)
                ? Delivery.Accepted.PLAIN
                : new Delivery.Refused("this Watchfloor has no screen to show it on");
    }
}
