package org.watchfloor.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.watchfloor.model.Names;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the JSON Schema (draft 2020-12) of the configuration format for editors. The readers themselves are asked: each
 * reads a mapping that only listens, so what they read and what the schema says cannot differ. The same readers give the
 * same text, whatever their order. Stateless.
 */
public final class SchemaWriter {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final List<? extends SpecReader<?>> readers;
    private final List<? extends SectionReader<?>> sections;

    /** @param readers one for each kind of probe section */
    public SchemaWriter(List<? extends SpecReader<?>> readers) {
        this(readers, List.of());
    }

    /**
     * @param readers one for each kind of probe section
     * @param sections one for each feature that has sections of its own
     */
    public SchemaWriter(List<? extends SpecReader<?>> readers, List<? extends SectionReader<?>> sections) {
        this.sections = List.copyOf(sections);
        this.readers = readers.stream()
                .sorted(Comparator.comparing((SpecReader<?> reader) -> reader.key()))
                .toList();
    }

    /** Replaces the file. */
    public void write(Path file) throws IOException {
        Files.writeString(file, schema());
    }

    /** The schema as JSON text that ends in a line feed. */
    public String schema() {
        DescribingNode root = new DescribingNode();
        root.section("settings", TopLevel.SETTINGS).ifPresent(SettingsReader::read);
        root.section("defaults", TopLevel.DEFAULTS).ifPresent(node -> Timing.read(node, Timing.BUILT_IN));
        root.ids("groups", TopLevel.GROUPS, SchemaWriter::describeGroup);
        root.ids("templates", TopLevel.TEMPLATES, this::describeTemplate);
        root.ids("hosts", TopLevel.HOSTS, this::describeHost);
        root.ids("services", TopLevel.SERVICES, node -> ServiceReader.Written.of("", node));
        sections.forEach(section -> section.read(new DescribingSite(root)));
        SequencedMap<String, Object> schema = root.schema();
        schema.putFirst("title", "Watchfloor configuration");
        schema.putFirst("$schema", DRAFT);
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private static void describeGroup(DescribingNode node) {
        node.key("title", SiteReader.GROUP_TITLE).text();
        Timing.below(node, Timing.BUILT_IN);
    }

    private void describeTemplate(DescribingNode node) {
        Tags.read(node);
        Timing.below(node, Timing.BUILT_IN);
        node.ids("checks", CheckReader.CHECKS, this::describeCheck);
    }

    private void describeHost(DescribingNode node) {
        HostReader.Written.of("", node);
        Timing.below(node, Timing.BUILT_IN);
        node.ids("checks", CheckReader.CHECKS, this::describeCheck);
    }

    /** At most one probe section: a host's check may take over that of a template. */
    private void describeCheck(DescribingNode node) {
        Timing.read(node, Timing.BUILT_IN);
        ThresholdReader.read(node);
        node.key("enabled", CheckReader.ENABLED).flag(true);
        CheckReader.dependency(node);
        for (SpecReader<?> reader : readers) {
            node.section(reader.key(), CheckReader.PROBE).ifPresent(reader::read);
        }
        node.atMostOneOf(readers.stream().map(SpecReader::key).toList());
    }

    static Map<String, Object> names() {
        return Map.of("pattern", Names.PATTERN);
    }
}
