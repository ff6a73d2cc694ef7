package org.watchfloor.notify.custom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.Home;

/** What a command knows of this machine: nothing of Watchfloor's own environment, which may hold secrets. */
final class SmallEnvironment {
    private static final String USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private SmallEnvironment() {}

    /** Replaces all that the map holds. */
    static void fill(Map<String, String> environment) {
        environment.clear();
        environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(USUAL_PATH));
        environment.put("HOME", Home.directory().toString());
        environment.put("USER", System.getProperty("user.name", ""));
        environment.put("LANG", "C.UTF-8");
        for (String name : List.of("SystemRoot", "TEMP")) {
            Optional.ofNullable(System.getenv(name)).ifPresent(value -> environment.put(name, value));
        }
    }
}
