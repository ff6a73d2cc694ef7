package org.watchfloor.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The top level of all files together, as features see it. The rules of {@link ConfigNode} hold here too. */
public interface SiteNode {
    /** A mapping of mappings under ids; each id once over all files, in order; empty when absent. */
    Map<String, ? extends ConfigNode> named(String key, String doc);

    /**
     * The same over mappings that come with the program: what a file says of an id is laid over them key by key.
     *
     * @param builtIn a YAML mapping of mappings, in order; its places read {@code built-in:line:column}
     */
    Map<String, ? extends ConfigNode> namedOver(String key, String doc, String builtIn);

    /** A mapping that may stand in one file only. */
    Optional<ConfigNode> only(String key, String doc);

    /** The ids below another feature's key, to refer to; that feature describes them. */
    Set<String> idsOf(String key);

    /** What is watched, to refer to. */
    Known known();

    /** @param checks as {@code host/check} */
    record Known(Set<String> hosts, Set<String> groups, Set<String> services, Set<String> checks) {
        public Known {
            hosts = Set.copyOf(hosts);
            groups = Set.copyOf(groups);
            services = Set.copyOf(services);
            checks = Set.copyOf(checks);
        }
    }
}
