package org.watchfloor.notify.sms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Budget;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.MissingSecret;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.OpenSecrets;
import org.watchfloor.notify.Reached;
import org.watchfloor.notify.http.HttpMessage;
import org.watchfloor.notify.http.HttpSender;
import org.watchfloor.notify.text.NoticeJson;
import org.watchfloor.notify.text.NoticeText;

/** Tells each number that has not been told, every one within its share of the time. */
final class SmsNotifier implements Notifier {
    private final SmsChannel channel;
    private final HttpSender sender;
    private final NoticeText text;
    private final Reached reached = new Reached();

    SmsNotifier(SmsChannel channel, HttpSender sender, NoticeText text) {
        this.channel = channel;
        this.sender = sender;
        this.text = text;
    }

    @Override
    public Delivery send(Notice notice, Optional<String> thread, Duration timeout) throws InterruptedException {
        Budget budget = Budget.of(timeout);
        Set<String> done = reached.by(notice.idempotencyKey());
        List<String> missing = channel.numbers().stream()
                .filter(number -> !done.contains(number))
                .toList();
        Tally tally = new Tally();
        for (int i = 0; i < missing.size(); i++) {
            String number = missing.get(i);
            Delivery delivery = tell(number, notice, budget.share(missing.size() - i));
            if (delivery instanceof Delivery.Accepted) {
                reached.add(notice.idempotencyKey(), number);
            }
            tally.add(number, delivery);
        }
        return tally.sum(channel.numbers().size());
    }

    private Delivery tell(String number, Notice notice, Duration timeout) throws InterruptedException {
        OpenSecrets secrets = new OpenSecrets();
        try {
            String line = SmsText.of(text.title(notice), channel.parts() * SmsChannel.PART);
            HttpMessage message = channel.gateway().message(number, line, new NoticeJson(text).model(notice), secrets);
            return sender.send(message, secrets, timeout);
        } catch (MissingSecret e) {
            return e.refused();
        }
    }

    /** Puts the answers for single numbers together. Confined to one try. */
    private static final class Tally {
        private final List<Delivery.Retry> retries = new ArrayList<>();
        private final List<Delivery.Refused> refusals = new ArrayList<>();

        void add(String number, Delivery delivery) {
            String whom = "…" + number.substring(Math.max(0, number.length() - 4)) + ": ";
            switch (delivery) {
                case Delivery.Accepted _ -> {}
                case Delivery.Retry(String why, var after) -> retries.add(new Delivery.Retry(whom + why, after));
                case Delivery.Refused(String why) -> refusals.add(new Delivery.Refused(whom + why));
            }
        }

        Delivery sum(int all) {
            if (!retries.isEmpty()) {
                Optional<Duration> after = retries.stream()
                        .flatMap(retry -> retry.after().stream())
                        .max(Duration::compareTo);
                return new Delivery.Retry(counted(all) + retries.getFirst().why(), after);
            }
            return refusals.isEmpty()
                    ? Delivery.Accepted.PLAIN
                    : new Delivery.Refused(counted(all) + refusals.getFirst().why());
        }

        private String counted(int all) {
            return all == 1 ? "" : (retries.size() + refusals.size()) + " of " + all + " numbers not told, ";
        }
    }
}
