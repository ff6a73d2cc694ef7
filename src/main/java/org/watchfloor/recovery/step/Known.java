package org.watchfloor.recovery.step;

import java.util.Map;
import java.util.Set;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.config.SiteNode;
import org.watchfloor.recovery.text.Meaning;
import org.watchfloor.recovery.text.Vocabulary;

/**
 * What a step may refer to. Immutable.
 *
 * @param site hosts, groups, services, checks
 * @param receivers ids below {@code receivers:}
 * @param channels ids below {@code channels:}
 * @param approvers who may agree as the second person
 * @param retries policies below {@code retries:}, by id
 */
public record Known(
        SiteNode.Known site,
        Set<String> receivers,
        Set<String> channels,
        Set<String> approvers,
        Map<String, RetryPolicy> retries) {
    /**
     * The placeholders that every runbook has: what the failure is about, and to which instance of its service the console's
     * own calls go at that moment.
     */
    public static final Vocabulary TARGET = new Vocabulary(Map.of(
            "host", Meaning.NAME,
            "address", Meaning.ADDRESS,
            "check", Meaning.TEXT,
            "service", Meaning.NAME,
            "instance", Meaning.NAME,
            "instance.address", Meaning.ADDRESS));

    public Known {
        receivers = Set.copyOf(receivers);
        channels = Set.copyOf(channels);
        approvers = Set.copyOf(approvers);
        retries = Map.copyOf(retries);
    }
}
