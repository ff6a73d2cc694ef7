package org.watchfloor.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.ServiceId;

/** Reads {@code services:}. Confined to one thread. */
final class ServiceReader {
    private static final String INSTANCES = "instances";
    private static final String DEPENDS_ON = "depends-on";

    private final Map<String, Host> hosts;

    ServiceReader(Map<String, Host> hosts) {
        this.hosts = hosts;
    }

    /** A service as it is written, references unresolved. */
    record Written(String title, ServiceType type, List<String> dependsOn, int needs, List<String> instances) {
        static Written of(String id, ConfigNode node) {
            return new Written(
                    node.key("title", "shown name; the id by default").text(id),
                    node.key("type", "what kind of part it plays").choice(ServiceType.API),
                    node.key(DEPENDS_ON, "ids of the services it needs" + NeedReader.FORMS)
                            .texts(),
                    node.key("needs", "how many of its hosts must work for others to rely on it; default 1")
                            .integer(1, 1, 1_000),
                    node.key(INSTANCES, "what carries it: hosts (all of their checks) or single checks as host/check")
                            .texts());
        }
    }

    Map<String, Service> read(Map<String, YamlNode> nodes) {
        Map<String, Service> services = new LinkedHashMap<>();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        References known = new References("service", nodes.keySet());
        nodes.forEach((id, node) -> {
            Written written = Written.of(id, node);
            List<Need<String>> dependsOn = new NeedReader(node, DEPENDS_ON, known).read(written.dependsOn);
            needs.put(
                    id,
                    dependsOn.stream()
                            .flatMap(need -> need.of().stream())
                            .distinct()
                            .toList());
            services.put(
                    id,
                    new Service(
                            new ServiceId(id),
                            written.title,
                            written.type,
                            dependsOn.stream()
                                    .map(need -> need.map(ServiceId::new))
                                    .toList(),
                            written.needs,
                            instances(node, written.instances),
                            node.place()));
        });
        References.noteCycles(DEPENDS_ON, needs, nodes);
        return services;
    }

    private List<CheckId> instances(YamlNode node, List<String> written) {
        return written.stream().flatMap(text -> instance(node, text)).distinct().toList();
    }

    private Stream<CheckId> instance(YamlNode node, String text) {
        int slash = text.indexOf('/');
        String host = slash < 0 ? text : text.substring(0, slash);
        Host found = hosts.get(host);
        if (!new References("host", hosts.keySet()).isKnown(node, INSTANCES, text, host) || found == null) {
            return Stream.empty();
        }
        Stream<CheckId> all = found.checks().stream().map(Check::id);
        return slash < 0 ? all : check(node, text, text.substring(slash + 1), all.toList());
    }

    private static Stream<CheckId> check(YamlNode node, String text, String name, List<CheckId> all) {
        Set<String> names = all.stream().map(CheckId::name).collect(Collectors.toSet());
        boolean exists = new References("check", names).isKnown(node, INSTANCES, text, name);
        return all.stream().filter(id -> exists && id.name().equals(name));
    }
}
