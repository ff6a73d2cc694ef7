package org.watchfloor.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.http.HttpSender;

/** TestChannels made of YAML, and what became of a notice. */
public final class TestChannels {
    public static final Duration AMPLE = Duration.ofSeconds(20);
    public static final InstantSource CLOCK = Clock.systemUTC();
    public static final ThreadFactory THREADS =
            Thread.ofVirtual().name("notify-", 0).factory();
    public static final HttpSender SENDER = new HttpSender(CLOCK, THREADS);

    private TestChannels() {}

    public static <S extends ChannelSpec> S read(NotifierType<S> type, String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        S spec = type.read(parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return spec;
    }

    public static <S extends ChannelSpec> Notifier open(NotifierType<S> type, String yaml) {
        return type.open(read(type, yaml));
    }

    public static <S extends ChannelSpec> List<String> problems(NotifierType<S> type, String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(type.read(parsed.root())).isNotNull();
        return parsed.messages();
    }

    public static <S extends ChannelSpec> void assertProblem(NotifierType<S> type, String yaml, String text) {
        assertThat(problems(type, yaml)).singleElement().asString().contains(text);
    }

    public static Delivery send(Notifier notifier, Notice notice) throws InterruptedException {
        return notifier.send(notice, Optional.empty(), AMPLE);
    }

    public static Delivery.Refused refused(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Refused.class);
        return (Delivery.Refused) delivery;
    }

    public static Delivery.Retry retry(Delivery delivery) {
        assertThat(delivery).isInstanceOf(Delivery.Retry.class);
        return (Delivery.Retry) delivery;
    }
}
