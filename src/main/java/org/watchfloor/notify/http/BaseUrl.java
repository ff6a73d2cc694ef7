package org.watchfloor.notify.http;

import java.net.URI;
import org.watchfloor.config.ConfigNode;

/** The address of a service's API, configurable for its other regions and for tests. Pure functions. */
public final class BaseUrl {
    private BaseUrl() {}

    /** Reads {@code base-url:}. */
    public static URI read(ConfigNode node, String byDefault) {
        return node.key("base-url", "address of the API; " + byDefault + " by default")
                .uri("https", "http")
                .orElse(URI.create(byDefault));
    }

    /** The path below the base. */
    public static String join(URI base, String path) {
        String text = base.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}
