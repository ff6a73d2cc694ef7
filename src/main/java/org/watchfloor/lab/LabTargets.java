package org.watchfloor.lab;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Makes the list of targets: each host before its services. */
final class LabTargets {
    private LabTargets() {}

    static List<LabTarget> of(List<LabService> services) {
        Map<String, List<LabTarget>> byHost = new LinkedHashMap<>();
        for (LabService service : services) {
            byHost.computeIfAbsent(service.host(), _ -> new ArrayList<>()).add(service.target());
        }
        List<LabTarget> targets = new ArrayList<>();
        byHost.forEach((host, parts) -> {
            targets.add(host(host, parts));
            targets.addAll(parts);
        });
        return List.copyOf(targets);
    }

    private static LabTarget host(String name, List<LabTarget> parts) {
        Set<Fault> faults = EnumSet.of(Fault.DOWN);
        parts.forEach(part -> faults.addAll(part.faults()));
        String summary = parts.size() == 1 ? parts.getFirst().summary() : "host with " + parts.size() + " services";
        return new LabTarget(name, summary, OptionalInt.empty(), faults);
    }
}
