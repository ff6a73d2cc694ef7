package org.watchfloor.config;

/** Turns one YAML section into a record, noting problems on the node instead of throwing. */
public interface SpecReader<S extends CheckSpec> {
    /** The YAML key of the section, such as {@code http}. */
    String key();

    Class<S> specType();

    /** Always returns a spec, a partly default one when the section has problems; the site is then rejected as a whole. */
    S read(ConfigNode node);
}
