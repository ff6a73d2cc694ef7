package org.watchfloor.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.model.ChannelId;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.notify.desktop.DesktopNotifierType;
import org.watchfloor.notify.slack.SlackNotifierType;

/** The mapping of one channel: one kind, and what all kinds share. */
class ChannelReaderTest {
    private static final ChannelId ID = new ChannelId("ops");
    private static final DesktopNotifierType DESKTOP =
            new DesktopNotifierType(Desk.NONE, Notices.TEXT, TestChannels.CLOCK, ZoneOffset.UTC);
    private static final SlackNotifierType SLACK = new SlackNotifierType(TestChannels.SENDER, Notices.TEXT);
    private static final ChannelReader READER = new ChannelReader(List.of(SLACK, DESKTOP));

    @Test
    void hasDefaults() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("desktop: {}");

        Channel channel = READER.read(ID, parsed.root(), Map.of()).orElseThrow();

        assertThat(parsed.messages()).isEmpty();
        assertThat(channel.id()).isEqualTo(ID);
        assertThat(channel.rate()).isEqualTo(new Rate(20, Duration.ofMinutes(1)));
        assertThat(channel.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(channel.place().line()).isEqualTo(1);
        assertThat(channel.spec().summary()).isEqualTo("pop-up on this console");
    }

    @Test
    void readsRateAndTimeout() {
        Channel channel = READER.read(
                        ID,
                        ConfigNodes.parse("{slack: {webhook: '${W}'}, rate: {notices: 3, per: 10s}, timeout: 30s}")
                                .root(),
                        Map.of())
                .orElseThrow();

        assertThat(channel.rate()).isEqualTo(new Rate(3, Duration.ofSeconds(10)));
        assertThat(channel.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(channel.spec().summary()).isEqualTo("Slack by the webhook ${W}");
    }

    @Test
    void tellsMistakes() {
        assertThat(problems("{}")).singleElement().asString().contains("names no kind; add one of desktop:, slack:");
        assertThat(problems("{desktop: {}, slack: {webhook: '${W}'}}"))
                .singleElement()
                .asString()
                .contains("more than one kind: slack, desktop");
        assertThat(problems("desktp: {}")).anyMatch(problem -> problem.contains("did you mean \"desktop\"?"));
        assertThat(problems("{desktop: {}, rate: {notices: 0}}"))
                .singleElement()
                .asString()
                .contains("out of range");
        assertThat(problems("{desktop: {}, timeout: 1h}"))
                .singleElement()
                .asString()
                .contains("out of range");
    }

    @Test
    void opensWhatItsTypesHaveRead() {
        Notifiers notifiers = new Notifiers(List.of(SLACK, DESKTOP));
        Optional<Channel> channel =
                READER.read(ID, ConfigNodes.parse("desktop: {}").root(), Map.of());

        assertThat(notifiers.keyOf(channel.orElseThrow().spec())).isEqualTo("desktop");
        assertThat(notifiers.open(channel.orElseThrow().spec())).isNotNull();
        assertThat(notifiers.types()).extracting(NotifierType::key).containsExactly("desktop", "slack");
        assertThatThrownBy(() -> notifiers.open(() -> "unknown")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> problems(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        READER.read(ID, parsed.root(), Map.of());
        return parsed.messages();
    }
}
