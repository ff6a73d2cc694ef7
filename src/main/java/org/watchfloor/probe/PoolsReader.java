package org.watchfloor.probe;

import java.time.Duration;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.SectionReader;
import org.watchfloor.config.SiteNode;
import org.watchfloor.model.PoolLimits;

/** Reads {@code pools:}. Stateless. */
public final class PoolsReader implements SectionReader<Pools> {
    @Override
    public Class<Pools> type() {
        return Pools.class;
    }

    @Override
    public Pools read(SiteNode site) {
        return site.only("pools", "how long connections are kept between calls")
                .map(node -> new Pools(
                        limits(node, "http", "connections of HTTP checks that reuse theirs"),
                        limits(node, "ssh", "SSH sessions of checks and runbooks, at most four for each target")))
                .orElse(Pools.DEFAULT);
    }

    private static PoolLimits limits(ConfigNode all, String name, String doc) {
        return all.section(name, doc).map(PoolsReader::limits).orElse(PoolLimits.DEFAULT);
    }

    private static PoolLimits limits(ConfigNode node) {
        PoolLimits usual = PoolLimits.DEFAULT;
        return new PoolLimits(
                node.key("idle", "closed after so long without work, 5 s to 1 h, default 5m")
                        .duration(usual.idle(), Duration.ofSeconds(5), Duration.ofHours(1)),
                node.key("life", "closed when so old, however busy, after the call under way, 10 s to 24 h, default 1h")
                        .duration(usual.life(), Duration.ofSeconds(10), Duration.ofDays(1)));
    }
}
