package org.watchfloor.config;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out what in an entry a problem is about, by where it was found. Pure functions. */
final class EntryPaths {
    private EntryPaths() {}

    /** A key, or a text with its character. */
    private record Spot(String path, OptionalInt offset) {}

    static EntryProblem of(ConfigProblem problem, EntryId id, Yaml.Entry entry) {
        Place at = problem.place();
        Optional<Spot> spot = at.equals(entry.place())
                ? Optional.of(new Spot("", OptionalInt.empty()))
                : below("", entry.value(), at).findFirst();
        return spot.map(found -> new EntryProblem(Optional.of(id), found.path, found.offset, problem))
                .orElseGet(() -> EntryProblem.elsewhere(problem));
    }

    private static Stream<Spot> below(String path, Yaml value, Place at) {
        return switch (value) {
            case Yaml.Scalar scalar -> in(path, scalar, at).stream();
            case Yaml.Sequence sequence ->
                IntStream.range(0, sequence.items().size())
                        .boxed()
                        .flatMap(index ->
                                below(path + "[" + index + "]", sequence.items().get(index), at));
            case Yaml.Mapping mapping ->
                mapping.entries().entrySet().stream().flatMap(key -> {
                    String name = path.isEmpty() ? key.getKey() : path + "." + key.getKey();
                    return key.getValue().place().equals(at)
                            ? Stream.of(new Spot(name, OptionalInt.empty()))
                            : below(name, key.getValue().value(), at);
                });
        };
    }

    private static Optional<Spot> in(String path, Yaml.Scalar scalar, Place at) {
        int offset = at.column() - scalar.textColumn();
        boolean isInText = scalar.textColumn() > 0
                && at.line() == scalar.place().line()
                && offset >= 0
                && offset <= scalar.text().length();
        if (isInText) {
            return Optional.of(new Spot(path, OptionalInt.of(offset)));
        }
        return at.equals(scalar.place()) ? Optional.of(new Spot(path, OptionalInt.empty())) : Optional.empty();
    }
}
