package org.watchfloor.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.watchfloor.model.Home;

/** A key of a YAML mapping. Confined to one thread. */
final class YamlKey implements ConfigKey {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([eE][+-]?\\d{1,3})?");

    private final String name;
    private final String doc;
    private final @Nullable Yaml value;
    private final Place mapping;
    private final Reading reading;

    YamlKey(String name, String doc, @Nullable Yaml value, Place mapping, Reading reading) {
        this.name = name;
        this.doc = doc;
        this.value = value;
        this.mapping = mapping;
        this.reading = reading;
    }

    @Override
    public Optional<String> text() {
        return scalar().map(this::filled);
    }

    @Override
    public String text(String byDefault) {
        return text().orElseGet(() -> reading.placeholders().fill(byDefault, _ -> {}));
    }

    @Override
    public String requiredText() {
        noteIfMissing();
        return text("");
    }

    @Override
    public List<String> texts() {
        return texts(List.of());
    }

    @Override
    public List<String> texts(List<String> byDefault) {
        if (value == null) {
            return byDefault;
        }
        if (!(value instanceof Yaml.Sequence sequence)) {
            return scalar().map(this::filled).map(List::of).orElse(byDefault);
        }
        List<String> texts = new ArrayList<>();
        sequence.items().forEach(item -> scalar(item).map(this::filled).ifPresent(texts::add));
        return List.copyOf(texts);
    }

    @Override
    public Map<String, String> textMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Yaml.Mapping found) {
            found.entries()
                    .forEach((key, entry) ->
                            scalar(entry.value()).map(this::filled).ifPresent(text -> texts.put(key, text)));
        } else if (value != null) {
            note(value.place(), "is " + value.kind() + ", not a mapping", "write one name: value a line below it");
        }
        return texts;
    }

    @Override
    public boolean flag(boolean byDefault) {
        return read(byDefault, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> wrong(text, "a switch", "write true or false");
        });
    }

    @Override
    public int integer(int byDefault, int min, int max) {
        Supplier<String> mend = () -> "write a whole number from " + min + " to " + max;
        return read(
                byDefault,
                text -> WHOLE_NUMBER.matcher(text).matches()
                        ? inRange(text, Long.parseLong(text), (long) min, (long) max, mend)
                                .map(Long::intValue)
                        : wrong(text, "a whole number", mend.get()));
    }

    @Override
    public int requiredInteger(int min, int max) {
        noteIfMissing();
        return integer(min, min, max);
    }

    @Override
    public Optional<Double> number() {
        return read(text -> NUMBER.matcher(text).matches()
                ? Optional.of(Double.parseDouble(text))
                : wrong(text, "a number", "write such as 14 or 0.5"));
    }

    @Override
    public Duration duration(Duration byDefault, Duration min, Duration max) {
        return duration(min, max).orElse(byDefault);
    }

    @Override
    public Optional<Duration> duration(Duration min, Duration max) {
        Supplier<String> mend =
                () -> "write a duration from " + DurationText.format(min) + " to " + DurationText.format(max);
        return read(text -> DurationText.parse(text)
                .map(found -> inRange(text, found, min, max, mend))
                .orElseGet(() -> wrong(text, "a duration", "write such as " + DurationText.EXAMPLES)));
    }

    @Override
    public int bytes(int byDefault, int min, int max) {
        Supplier<String> mend = () -> "write an amount from " + ByteText.format(min) + " to " + ByteText.format(max);
        return read(byDefault, text -> {
            OptionalLong bytes = ByteText.parse(text);
            return bytes.isEmpty()
                    ? wrong(text, "an amount of bytes", "write such as 64KiB or 1MiB")
                    : inRange(text, bytes.getAsLong(), (long) min, (long) max, mend)
                            .map(Long::intValue);
        });
    }

    @Override
    public <E extends Enum<E>> E choice(E byDefault) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E choice : byDefault.getDeclaringClass().getEnumConstants()) {
            choices.put(written(choice), choice);
        }
        return read(
                byDefault,
                text -> Optional.ofNullable(choices.get(text)).or(() -> {
                    String mend = "write one of " + String.join(", ", choices.keySet());
                    return wrong(
                            text,
                            "one of the choices",
                            Nearest.to(text, choices.keySet())
                                    .map(nearest -> "did you mean " + Problems.quoted(nearest) + "?")
                                    .orElse(mend));
                }));
    }

    /** How a choice is written: lower case with hyphens. */
    static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Optional<Pattern> pattern() {
        return scalar().flatMap(found -> {
            String text = filled(found);
            try {
                return Optional.of(Pattern.compile(text));
            } catch (PatternSyntaxException e) {
                note(
                        found.placeOf(text, e.getIndex()),
                        "is not a regular expression: " + e.getDescription(),
                        "mend the expression here, or put a backslash before the character");
                return Optional.empty();
            }
        });
    }

    @Override
    public void problemAt(int offset, String what, String mend) {
        scalar().ifPresentOrElse(
                        found -> reading.problems().note(found.placeOf(filled(found), offset), what, mend),
                        () -> reading.problems().note(mapping, what, mend));
    }

    @Override
    public URI requiredUri(String... schemes) {
        noteIfMissing();
        return uri(schemes)
                .orElseGet(() -> URI.create((schemes.length == 0 ? "http" : schemes[0]) + "://missing.invalid"));
    }

    @Override
    public Optional<URI> uri(String... schemes) {
        return scalar().flatMap(found -> uri(found, List.of(schemes)));
    }

    private Optional<URI> uri(Yaml.Scalar found, List<String> schemes) {
        String text = filled(found, reading.placeholders().forUri());
        Optional<UriText.Fault> fault = UriText.fault(text, schemes);
        fault.ifPresent(wrong -> note(found.place(), wrong.what(), wrong.mend()));
        return fault.isPresent() ? Optional.empty() : Optional.of(URI.create(text));
    }

    @Override
    public Optional<Path> path() {
        return text().flatMap(this::path);
    }

    private Optional<Path> path(String text) {
        try {
            boolean home = text.startsWith("~/");
            Path base = home ? Home.directory() : reading.directory();
            return Optional.of(base.resolve(home ? text.substring(2) : text).normalize());
        } catch (InvalidPathException e) {
            note(place(), "is not a path", "write the path of a file");
            return Optional.empty();
        }
    }

    @Override
    public Optional<Secret> secret() {
        return text().flatMap(text -> {
            var variable = VARIABLE.matcher(text);
            if (variable.matches()) {
                return Optional.of(new Secret.Variable(variable.group(1)));
            }
            if (text.startsWith("file:") && text.length() > 5) {
                return path(text.substring(5)).map(Secret.File::new);
            }
            note(place(), "holds a secret itself", "write ${NAME} and set the environment variable, or file:PATH");
            return Optional.empty();
        });
    }

    private <T> T read(T byDefault, Function<String, Optional<T>> reader) {
        return read(reader).orElse(byDefault);
    }

    private <T> Optional<T> read(Function<String, Optional<T>> reader) {
        return text().flatMap(reader);
    }

    private <T extends Comparable<T>> Optional<T> inRange(String text, T found, T min, T max, Supplier<String> mend) {
        if (found.compareTo(min) >= 0 && found.compareTo(max) <= 0) {
            return Optional.of(found);
        }
        note(place(), "is " + Problems.quoted(text) + ", out of range", mend.get());
        return Optional.empty();
    }

    private <T> Optional<T> wrong(String text, String wanted, String mend) {
        note(place(), "is " + Problems.quoted(text) + ", not " + wanted, mend);
        return Optional.empty();
    }

    private Optional<Yaml.Scalar> scalar() {
        return value == null ? Optional.empty() : scalar(value);
    }

    private Optional<Yaml.Scalar> scalar(Yaml found) {
        if (!(found instanceof Yaml.Scalar scalar)) {
            note(found.place(), "is " + found.kind() + ", not a single value", "write one value");
            return Optional.empty();
        }
        if (scalar.isNull()) {
            note(found.place(), "has no value", "write one, or remove the key");
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    private String filled(Yaml.Scalar found) {
        return filled(found, reading.placeholders());
    }

    private String filled(Yaml.Scalar found, Placeholders placeholders) {
        return placeholders.fill(
                found.text(),
                unknown -> note(
                        found.place(),
                        "names the unknown placeholder " + Problems.quoted("{" + unknown + "}"),
                        Nearest.mend(unknown, Placeholders.NAMES)));
    }

    private void noteIfMissing() {
        if (value == null) {
            note(mapping, "is missing", "add " + name + " (" + doc + ")");
        }
    }

    private Place place() {
        return value == null ? mapping : value.place();
    }

    private void note(Place place, String what, String mend) {
        reading.problems().note(place, Problems.quoted(name) + " " + what, mend);
    }
}
