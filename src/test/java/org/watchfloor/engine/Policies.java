package org.watchfloor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.outside.OutsidePolicyReader;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.FeaturesReader;
import org.watchfloor.config.Site;
import org.watchfloor.config.WitnessesReader;
import org.watchfloor.gate.BreakerPoliciesReader;
import org.watchfloor.notify.ChannelSpec;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.Notifier;
import org.watchfloor.notify.NotifierType;

/** Alerting as operators write it, for tests. */
final class Policies {
    /** Mail and chat, and one receiver that tells mail at once and chat after ten minutes. */
    static final String USUAL = """
            channels:
              mail: { fake: {} }
              chat: { fake: {} }
            receivers:
              ops:
                tell: mail
                then: [ { after: 10m, tell: chat } ]
            """;

    private Policies() {}

    /** The site with the sections that the YAML text holds. */
    static Site on(Site site, String yaml) {
        Site read = read(yaml);
        return new Site(site.groups(), site.hosts(), site.services(), site.settings(), read.sections());
    }

    private static Site read(String yaml) {
        try {
            Path directory = Files.createTempDirectory("watchfloor-policy-");
            Path file = directory.resolve("site.yaml");
            Files.writeString(file, yaml);
            ConfigResult result = new ConfigDirectory(
                            directory,
                            List.of(),
                            List.of(
                                    new ChannelsReader(List.of(new Fake())),
                                    new AlertPolicyReader(ZoneOffset.UTC),
                                    new OutsidePolicyReader(),
                                    new FeaturesReader(),
                                    new BreakerPoliciesReader(),
                                    new WitnessesReader()))
                    .read();
            Files.delete(file);
            Files.delete(directory);
            return switch (result) {
                case ConfigResult.Loaded(Site site) -> site;
                case ConfigResult.Rejected rejected ->
                    throw new IllegalArgumentException(rejected.problems().toString());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record FakeChannel(boolean reachesAfar) implements ChannelSpec {
        @Override
        public String summary() {
            return "fake";
        }
    }

    static final class Fake implements NotifierType<FakeChannel> {
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
            return new FakeChannel(
                    !node.key("desk", "whether only this console shows it").flag(false));
        }

        @Override
        public Notifier open(FakeChannel spec) {
            return (_, _, _) -> Delivery.Accepted.PLAIN;
        }
    }
}
