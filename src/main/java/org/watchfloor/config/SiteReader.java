package org.watchfloor.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.model.GroupId;

/** Makes the site of the top-level sections of all files. Use once, by one thread. */
final class SiteReader {
    static final String GROUP_TITLE = "shown name; the id by default";

    private final Map<String, SpecReader<?>> readers;
    private final List<SectionReader<?>> sections;
    private final Reading reading;

    SiteReader(Map<String, SpecReader<?>> readers, List<SectionReader<?>> sections, Reading reading) {
        this.readers = readers;
        this.sections = sections;
        this.reading = reading;
    }

    /** A partly default site if problems were noted. */
    Site read(List<YamlNode> files) {
        TopLevel top = TopLevel.of(files, reading.problems());
        Settings settings = top.settings().map(SettingsReader::read).orElse(Settings.DEFAULT);
        Timing timing =
                top.defaults().map(node -> Timing.read(node, Timing.BUILT_IN)).orElse(Timing.BUILT_IN);
        Map<String, Timing> groupTimings = new LinkedHashMap<>();
        List<Group> groups = groups(top.groups(), timing, groupTimings);
        CheckReader checks = new CheckReader(readers, reading);
        Templates templates = new Templates(top.templates(), checks, timing);
        Map<String, Host> hosts = new HostReader(templates, timing, groupTimings).read(top.hosts());
        Map<String, Service> services = new ServiceReader(hosts).read(top.services());
        SiteNode.Known known = new SiteNode.Known(
                hosts.keySet(),
                groupTimings.keySet(),
                services.keySet(),
                hosts.values().stream()
                        .flatMap(host -> host.checks().stream())
                        .map(check -> check.id().toString())
                        .collect(Collectors.toSet()));
        return new Site(
                groups,
                List.copyOf(hosts.values()),
                List.copyOf(services.values()),
                settings,
                features(new SiteFiles(files, reading, known)));
    }

    private Map<Class<?>, Object> features(SiteNode site) {
        Map<Class<?>, Object> values = new HashMap<>();
        sections.forEach(section -> values.put(section.type(), section.read(site)));
        return values;
    }

    private static List<Group> groups(Map<String, YamlNode> nodes, Timing site, Map<String, Timing> timings) {
        Stream.Builder<Group> groups = Stream.builder();
        nodes.forEach((id, node) -> {
            String title = node.key("title", GROUP_TITLE).text(id);
            timings.put(id, Timing.below(node, site));
            groups.add(new Group(new GroupId(id), title, node.place()));
        });
        return groups.build().toList();
    }
}
