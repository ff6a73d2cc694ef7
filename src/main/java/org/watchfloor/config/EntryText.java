package org.watchfloor.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands below the id of one entry, as YAML that a person edits by itself. Pure functions. */
public final class EntryText {
    private static final String NAME = "draft";

    private EntryText() {}

    /** What became of a text. */
    public sealed interface Result {
        record Read(Written.Keys keys) implements Result {}

        /** @param problems at least one, with their places in the text */
        record Rejected(List<ConfigProblem> problems) implements Result {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /** One key a line, as the console's file would have it. */
    public static String of(Written.Keys keys) {
        return keys.keys().entrySet().stream()
                .flatMap(key -> EntryWriter.lines(key.getKey(), key.getValue(), 0).stream())
                .collect(Collectors.joining("\n"));
    }

    /** A length of time as it is written: {@code 1h30m}. */
    public static Written.Text of(Duration length) {
        return new Written.Text(DurationText.format(length));
    }

    /** The keys without any meaning; none if the text is blank. */
    public static Result read(String text) {
        Problems problems = new Problems();
        Optional<Yaml> root = parse(text, problems);
        if (!problems.isEmpty()) {
            return new Result.Rejected(problems.sorted());
        }
        return root.map(EntryText::keys).orElseGet(() -> new Result.Read(Written.Keys.NONE));
    }

    private static Result keys(Yaml root) {
        if (root.written() instanceof Written.Keys keys) {
            return new Result.Read(keys);
        }
        return new Result.Rejected(List.of(new ConfigProblem(
                root.place(), "this is " + root.kind() + ", not keys with values", "begin with a key such as when:")));
    }

    /**
     * Where in the text something stands.
     *
     * @param path as {@link EntryProblem} has it
     * @param offset a character of that value
     * @return empty if the text has nothing there
     */
    public static Optional<Place> placeOf(String text, String path, OptionalInt offset) {
        return parse(text, new Problems())
                .flatMap(root ->
                        below("", root, root.place(), new Spot(path, offset)).findFirst());
    }

    private record Spot(String path, OptionalInt offset) {
        Place in(Yaml value, Place key) {
            return value instanceof Yaml.Scalar scalar && offset.isPresent() && scalar.textColumn() > 0
                    ? new Place(NAME, scalar.place().line(), scalar.textColumn() + offset.getAsInt())
                    : key;
        }
    }

    private static Stream<Place> below(String path, Yaml value, Place key, Spot wanted) {
        if (path.equals(wanted.path())) {
            return Stream.of(wanted.in(value, key));
        }
        return switch (value) {
            case Yaml.Scalar _ -> Stream.empty();
            case Yaml.Sequence sequence ->
                IntStream.range(0, sequence.items().size()).boxed().flatMap(index -> {
                    Yaml item = sequence.items().get(index);
                    return below(path + "[" + index + "]", item, item.place(), wanted);
                });
            case Yaml.Mapping mapping ->
                mapping.entries().entrySet().stream()
                        .flatMap(entry -> below(
                                path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                entry.getValue().value(),
                                entry.getValue().place(),
                                wanted));
        };
    }

    private static Optional<Yaml> parse(String text, Problems problems) {
        return text.isBlank() ? Optional.empty() : new YamlParser(NAME, text, problems).parse();
    }
}
