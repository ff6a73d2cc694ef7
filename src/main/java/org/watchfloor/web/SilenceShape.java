package org.watchfloor.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.watchfloor.config.Written;
import org.watchfloor.model.Actor;

/** A silence begins now unless it says otherwise, may last {@code for} a time, and is asked for by whoever sends it. */
final class SilenceShape implements EntryShape {
    private static final String FROM = "from";
    private static final String UNTIL = "until";
    private static final String FOR = "for";
    private static final String AUTHOR = "author";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final InstantSource clock;

    SilenceShape(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<String> freshId() {
        return Optional.of("silence-" + STAMP.format(clock.instant()));
    }

    @Override
    public Written.Keys written(Written.Keys sent, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Written.Keys keys = sent.keys().containsKey(FROM) ? sent : sent.with(FROM, now.toString());
        keys = keys.keys().containsKey(AUTHOR) ? keys : keys.with(AUTHOR, by.name());
        return sent.keys().containsKey(FOR) ? lasting(keys, now) : keys;
    }

    private static Written.Keys lasting(Written.Keys keys, Instant now) {
        if (keys.keys().containsKey(UNTIL)) {
            throw Problem.badParameter(FOR, "give \"for\" or \"until\", not both");
        }
        Instant from = TimeSpan.instant(FROM, text(keys, FROM), now);
        Duration length = TimeSpan.length(FOR, text(keys, FOR));
        return keys.without(FOR)
                .with(FROM, from.toString())
                .with(UNTIL, from.plus(length).toString());
    }

    private static String text(Written.Keys keys, String key) {
        return keys.keys().get(key) instanceof Written.Text(String text) ? text : "";
    }
}
