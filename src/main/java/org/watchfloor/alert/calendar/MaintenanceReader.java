package org.watchfloor.alert.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;

/** Reads one entry of {@code maintenance:}. Stateless; asks for every key, so that the format can be described. */
public final class MaintenanceReader {
    /** The section of the configuration whose entries it reads. */
    public static final String SECTION = "maintenance";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final String MEANT = " that it is for, ids or globs such as web-*";

    private final ZoneId systemZone;

    /** @param systemZone for entries that name none */
    public MaintenanceReader(ZoneId systemZone) {
        this.systemZone = systemZone;
    }

    /** Empty if the window has problems, which are then noted on the node. */
    public Optional<Maintenance> read(String id, ConfigNode node) {
        String title = node.key("title", "shown name; the id by default").text(id);
        String reason = node.key("reason", "why, for the operators").text("");
        ZoneId zone = ZoneText.read(node, systemZone);
        Optional<Window> window = WindowReader.read(node, zone);
        Optional<Duration> flexible = node.key(
                        "flexible", "begins at the first trouble within the window and lasts this long, 1m to 366d")
                .duration(SHORTEST, RecurringWindow.LONGEST);
        Targets targets = new Targets(
                texts(node, "matching", "label matchers such as severity=\"low\", all of them together"),
                texts(node, "services", "services" + MEANT),
                texts(node, "hosts", "hosts" + MEANT),
                texts(node, "groups", "groups" + MEANT),
                texts(node, "tags", "tags" + MEANT));
        if (targets.isEmpty()) {
            node.problem(
                    "the maintenance " + Quoted.text(id) + " is for nothing",
                    "add services, hosts, groups, tags or matching; hosts: \"*\" means all");
        }
        return window.map(found -> new Maintenance(id, title, reason, found, flexible, zone, targets, node.place()));
    }

    private static List<String> texts(ConfigNode node, String key, String doc) {
        return node.key(key, doc).texts();
    }
}
