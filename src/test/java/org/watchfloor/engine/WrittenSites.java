package org.watchfloor.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.IdentityHashMap;
import java.util.List;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.outside.OutsidePolicyReader;
import org.watchfloor.config.ConfigDirectory;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.FeaturesReader;
import org.watchfloor.config.Site;
import org.watchfloor.config.WitnessesReader;
import org.watchfloor.gate.BreakerPoliciesReader;
import org.watchfloor.notify.ChannelsReader;
import org.watchfloor.recovery.Books;
import org.watchfloor.recovery.RunbooksReader;
import org.watchfloor.recovery.approval.ApproversReader;

/** Sites as operators write them, with checks that {@link FakeProbe} answers; knows the text of each again. */
final class WrittenSites {
    private final FakeProbe probe;
    private final IdentityHashMap<Site, String> texts = new IdentityHashMap<>();

    WrittenSites(FakeProbe probe) {
        this.probe = probe;
    }

    /** @param yaml all sections of a whole site */
    Site site(String yaml) {
        Site site = read(yaml);
        texts.put(site, yaml);
        return site;
    }

    String textOf(Site site) {
        String text = texts.get(site);
        if (text == null) {
            throw new IllegalArgumentException("a site that was not read here");
        }
        return text;
    }

    private Site read(String yaml) {
        try {
            Path directory = Files.createTempDirectory("watchfloor-site-");
            Path file = Files.writeString(directory.resolve("site.yaml"), yaml);
            ConfigResult result = new ConfigDirectory(
                            directory,
                            List.of(probe),
                            List.of(
                                    new ChannelsReader(List.of(new Policies.Fake())),
                                    new AlertPolicyReader(ZoneOffset.UTC),
                                    new OutsidePolicyReader(),
                                    new FeaturesReader(),
                                    new BreakerPoliciesReader(),
                                    new ApproversReader(),
                                    new RunbooksReader(Books.types(), ZoneOffset.UTC),
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
}
