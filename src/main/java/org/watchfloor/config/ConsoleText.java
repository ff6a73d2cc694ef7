package org.watchfloor.config;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.watchfloor.model.Names;

/**
 * The text of the console's file, and what it says. Immutable. A change leaves every line outside of its entry as it is.
 *
 * @param lines with their ends
 */
record ConsoleText(List<String> lines, Yaml.Mapping root) {
    private static final int STEP = 2;

    ConsoleText {
        lines = List.copyOf(lines);
    }

    /** Lines from (inclusive) and to (exclusive), counted from 0. */
    private record Range(int from, int to) {}

    private record Spot(Range range, int indent) {}

    static ConsoleText parse(byte[] bytes, Problems problems) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<String> lines = Arrays.asList(text.split("(?<=\n)|(?<=\r)(?!\n)"));
        return new ConsoleText(lines, ConfigFile.parse(ConsoleFile.NAME, bytes, problems));
    }

    byte[] bytes() {
        return String.join("", lines).getBytes(StandardCharsets.UTF_8);
    }

    Optional<Yaml.Entry> entry(EntryId id) {
        return Optional.ofNullable(section(id.section()).get(id.id()));
    }

    /** All entries of its sections. */
    Map<EntryId, Written> entries() {
        Map<EntryId, Written> found = new TreeMap<>(Comparator.comparing(EntryId::toString));
        root.entries().keySet().stream()
                .filter(Names::isName)
                .forEach(section -> section(section).forEach((id, entry) -> {
                    if (Names.isName(id)) {
                        found.put(new EntryId(section, id), entry.value().written());
                    }
                }));
        return found;
    }

    /** The lines of an entry; the same lines have the same revision. */
    Optional<String> revision(EntryId id) {
        return range(id).map(range -> Digest.of(String.join("", lines.subList(range.from, range.to))));
    }

    /** The lines with the entry in the place of the one before, or behind all others of its section. */
    List<String> with(EntryId id, Written.Keys keys) {
        Optional<Spot> spot = spot(id);
        if (spot.isPresent()) {
            return replaced(spot.get().range, EntryWriter.lines(id.id(), keys, spot.get().indent));
        }
        List<String> section = new ArrayList<>(List.of(""));
        section.addAll(EntryWriter.lines(id.section(), Written.Keys.NONE.with(id.id(), keys), 0));
        return replaced(new Range(lines.size(), lines.size()), section);
    }

    /** Where the entry stands or belongs; empty if its section is not there. */
    private Optional<Spot> spot(EntryId id) {
        Optional<Spot> own = range(id).map(range -> new Spot(range, column(id) - 1));
        return own.or(() -> last(id.section()).flatMap(this::behind)).or(() -> below(id.section()));
    }

    private Optional<Spot> behind(EntryId id) {
        return range(id).map(range -> new Spot(new Range(range.to, range.to), column(id) - 1));
    }

    private Optional<Spot> below(String section) {
        return Optional.ofNullable(root.entries().get(section))
                .map(Yaml.Entry::place)
                .map(place -> new Spot(new Range(place.line(), place.line()), place.column() - 1 + STEP));
    }

    private Optional<EntryId> last(String section) {
        return section(section).keySet().stream()
                .reduce((_, later) -> later)
                .filter(Names::isName)
                .map(id -> new EntryId(section, id));
    }

    private int column(EntryId id) {
        return entry(id).map(entry -> entry.place().column()).orElse(1);
    }

    /** The lines without the entry; comments above it stay. */
    List<String> without(EntryId id) {
        return range(id).map(range -> replaced(range, List.of())).orElse(lines);
    }

    private List<String> replaced(Range range, List<String> fresh) {
        String end = lines.stream().anyMatch(line -> line.endsWith("\r\n")) ? "\r\n" : "\n";
        List<String> next = new ArrayList<>(lines);
        if (range.from > 0 && !fresh.isEmpty() && !next.get(range.from - 1).endsWith("\n")) {
            next.set(range.from - 1, next.get(range.from - 1) + end);
        }
        next.subList(range.from, range.to).clear();
        next.addAll(range.from, fresh.stream().map(line -> line + end).toList());
        return next;
    }

    /** From its key to the last line that is indented deeper. */
    private Optional<Range> range(EntryId id) {
        Optional<Yaml.Entry> entry = entry(id);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        Place place = entry.get().place();
        int end = nextKey(id.section(), place.line());
        while (end > place.line() && indent(lines.get(end - 1)) < place.column()) {
            end--;
        }
        return Optional.of(new Range(place.line() - 1, end));
    }

    /** The line, from 0, of the next key after the line of this key, or the end of the text. */
    private int nextKey(String section, int line) {
        return Stream.of(section(section).values(), root.entries().values())
                        .flatMap(Collection::stream)
                        .mapToInt(entry -> entry.place().line())
                        .filter(other -> other > line)
                        .min()
                        .orElse(lines.size() + 1)
                - 1;
    }

    /** Of what is blank: nothing. */
    private static int indent(String line) {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return line.isBlank() ? 0 : spaces;
    }

    private Map<String, Yaml.Entry> section(String name) {
        Yaml.Entry entry = root.entries().get(name);
        return entry != null && entry.value() instanceof Yaml.Mapping found ? found.entries() : Map.of();
    }
}
