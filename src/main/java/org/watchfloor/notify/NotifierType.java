package org.watchfloor.notify;

import org.watchfloor.config.ConfigNode;

/** A kind of channel. To add one: a folder here and a line in Wiring. */
public interface NotifierType<S extends ChannelSpec> {
    /** The YAML key of the section, such as {@code webhook}. */
    String key();

    Class<S> specType();

    /** Always returns a spec, a partly default one when the section has problems; the site is then rejected as a whole. */
    S read(ConfigNode node);

    Notifier open(S spec);
}
