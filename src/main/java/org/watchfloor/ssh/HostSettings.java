package org.watchfloor.ssh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the configuration says about one host; the first value of a keyword wins, identity files add up. */
final class HostSettings {
    private final Map<String, String> first = new HashMap<>();
    private final List<String> identityFiles = new ArrayList<>();

    void add(String keyword, String value) {
        if (keyword.equals("identityfile")) {
            identityFiles.add(value);
        } else {
            first.putIfAbsent(keyword, value);
        }
    }

    Optional<String> hostName() {
        return Optional.ofNullable(first.get("hostname"));
    }

    Optional<Integer> port() {
        return Optional.ofNullable(first.get("port"))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= 65_535);
    }

    Optional<String> user() {
        return Optional.ofNullable(first.get("user"));
    }

    /** Jump hosts as written, the first one to dial first; empty for {@code none}. */
    List<String> proxyJump() {
        String jumps = first.getOrDefault("proxyjump", "none");
        return jumps.toLowerCase(Locale.ROOT).equals("none") ? List.of() : List.of(jumps.split(","));
    }

    List<String> identityFiles() {
        return List.copyOf(identityFiles);
    }
}
