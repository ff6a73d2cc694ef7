package org.watchfloor.config;

/** What one feature reads of the configuration: top-level sections of its own, and the one value that it makes of them. */
public interface SectionReader<T> {
    Class<T> type();

    /** Always returns a value, a partly default one when there are problems; the site is then rejected as a whole. */
    T read(SiteNode site);
}
