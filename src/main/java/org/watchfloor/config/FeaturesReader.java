package org.watchfloor.config;

/** Reads {@code features:}. Stateless. */
public final class FeaturesReader implements SectionReader<Features> {
    @Override
    public Class<Features> type() {
        return Features.class;
    }

    @Override
    public Features read(SiteNode site) {
        return site.only("features", "what is switched off as a whole for a while; all is on by default")
                .map(node -> new Features(
                        node.key("breakers", "false: all calls go through, and none is counted")
                                .flag(true),
                        node.key("recovery", "false: nothing begins by itself, whatever the automation level")
                                .flag(true),
                        node.key("retries", "false: no runbook begins that repeats what failed")
                                .flag(true),
                        node.key("failover", "false: no runbook begins that moves a service to another instance")
                                .flag(true),
                        node.key("metrics", "false: /metrics is not there").flag(true)))
                .orElse(Features.ALL);
    }
}
