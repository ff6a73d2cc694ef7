package org.watchfloor.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping in the configuration. A reader asks for every key that it knows, whatever the values of the others; keys
 * that nobody asked for are unknown and become problems with the nearest known key. The same calls, made on a node that
 * only listens, describe the format: the JSON Schema is made of them. So a reader must ask unconditionally.
 */
public interface ConfigNode {
    Place place();

    /**
     * The key to read.
     *
     * @param doc one line for the JSON Schema: meaning, unit, range
     */
    ConfigKey key(String name, String doc);

    /** A nested mapping; a node of an absent mapping is never handed out, but all of its readers must run when it is there. */
    Optional<ConfigNode> section(String name, String doc);

    /** A nested list of mappings, in order; empty when absent. */
    List<ConfigNode> sections(String name, String doc);

    /** A nested mapping of mappings under names that the operator chooses, in order; empty when absent. */
    Map<String, ? extends ConfigNode> named(String name, String doc);

    /** Where the value of a key is written; the mapping itself if the key is absent. */
    Place placeOf(String key);

    /** Notes a problem with the mapping as a whole. */
    void problem(String what, String mend);

    /** Notes a problem with the value of a key, or with the mapping if the key is absent. */
    void problem(String key, String what, String mend);

    /** Notes that the value of a key refers to something that does not exist, with the nearest that does. */
    void unknown(String key, String kind, String id, Collection<String> known);

    /** True if this node only collects the format: values are placeholders, problems are ignored. */
    boolean isDescribing();
}
