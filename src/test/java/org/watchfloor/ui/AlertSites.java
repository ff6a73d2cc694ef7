package org.watchfloor.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.Site;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.notify.ChannelSpec;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;
import org.watchfloor.notify.desktop.Desk;
import org.watchfloor.notify.desktop.DesktopNotifierType;
import org.watchfloor.notify.text.NoticeText;

/** Sites with channels, people and rules, read as an operator writes them. */
final class AlertSites {
    private static final String POLICY = """
            channels:
              ops-mail: { fake: { is: mail to ops@example.net by smtp.example.net:587 } }
              ops-chat: { fake: { is: Slack webhook hooks.slack.com } }
              pager-mara: { fake: { is: PagerDuty events of mara } }
              sms-jonas: { fake: { is: SMS to 1 number by Twilio } }
              console: { desktop: { repeat-until-noticed: 1m } }
            people:
              mara: { name: Mara Lind, channels: [pager-mara] }
              jonas: { name: Jonas Weber, channels: [sms-jonas] }
            rotas:
              ops: { title: Operations, people: [mara, jonas], hand-over: mon 09:00, starts: 2026-11-02 }
              databases:
                title: Databases
                people: [jonas, mara]
                hand-over: daily 08:00
                starts: 2026-11-01
                overrides: [ { who: mara, from: 2026-11-20T06:00, to: 2026-11-20T22:00, reason: Jonas is at a conference } ]
            receivers:
              ops:
                tell: [ops-mail, console]
                then: [ { after: 10m, tell: "rota:ops" }, { after: 30m, tell: [ops-chat, "person:jonas"] } ]
              databases: { tell: ["rota:databases", ops-chat] }
            routing:
              receiver: ops
              routes: [ { match: group="data", receiver: databases } ]
            silences:
              disk-move: { match: host="db-8", from: 2026-11-20T06:00, until: 2026-11-20T18:00, author: mara, reason: data moves to the new volume }
              printer: { match: host="printer-3rd-floor", from: 2026-11-23T08:00, until: 2026-11-23T12:00, author: jonas, reason: new toner }
            maintenance:
              vpn: { title: VPN gateway update, from: 2026-11-20T11:00, to: 2026-11-20T13:00, hosts: vpn-gateway, reason: new firmware }
            """;

    private AlertSites() {}

    static Site on(Site site) {
        return on(site, POLICY);
    }

    static Site on(Site site, String yaml) {
        return with(site, read("site.yaml", yaml));
    }

    static Site edited(Site site, String yaml) {
        return with(site, read(SiteEditor.FILE, yaml));
    }

    static Site on(Site site, Path directory) {
        return with(site, read(directory));
    }

    private static Site with(Site site, Site read) {
        return new Site(site.groups(), site.hosts(), site.services(), site.settings(), read.sections());
    }

    private static Site read(String name, String yaml) {
        try {
            Path directory = Files.createTempDirectory("watchfloor-scene-");
            Path file = Files.writeString(directory.resolve(name), yaml);
            Site site = read(directory);
            Files.delete(file);
            Files.delete(directory);
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site read(Path directory) {
        List<NotifierType<?>> types = List.of(
                new Fake(),
                new DesktopNotifierType(Desk.NONE, new NoticeText(ZoneOffset.UTC), () -> Worlds.NOON, ZoneOffset.UTC));
        ConfigResult result = new ConfigDirectory(
                        directory, List.of(), List.of(new ChannelsReader(types), new AlertPolicyReader(ZoneOffset.UTC)))
                .read();
        return switch (result) {
            case ConfigResult.Loaded(Site site) -> site;
            case ConfigResult.Rejected rejected ->
                throw new IllegalArgumentException(rejected.problems().toString());
        };
    }

    /** A channel that is only looked at. */
    private record FakeChannel(String summary) implements ChannelSpec {}

    private static final class Fake implements NotifierType<FakeChannel> {
        @Override
        public String key() {
            return "fake";
        }

        @Override
        public Class<FakeChannel> specType() {
            return FakeChannel.class;
        }

        @Override
        public FakeChannel read(ConfigNode node) {
            return new FakeChannel(node.key("is", "its summary").text("fake"));
        }

        @Override
        public Notifier open(FakeChannel spec) {
            return (_, _, _) -> Delivery.Accepted.PLAIN;
        }
    }
}
