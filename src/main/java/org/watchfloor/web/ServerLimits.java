package org.watchfloor.web;

import java.util.Map;

/**
 * Limits that the JDK's HTTP server takes from system properties only, once per JVM, when its first server is made.
 * What an operator set on the command line stays.
 */
final class ServerLimits {
    private static final Map<String, String> PROPERTIES = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "32768",
            "jdk.httpserver.maxConnections", "2000");

    private ServerLimits() {}

    static void apply() {
        PROPERTIES.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
