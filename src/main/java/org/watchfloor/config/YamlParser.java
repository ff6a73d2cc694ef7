package org.watchfloor.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Builds the tree of one file from the events of the YAML engine. Works on events because a hostile document is
 * refused while it is read: nesting, aliases that multiply, tags and further documents never become objects.
 * Use once, by one thread.
 */
final class YamlParser {
    static final int MAX_DEPTH = 40;
    static final long MAX_WEIGHT = 2_000_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(ConfigFile.MAX_BYTES).build();

    private final Lines lines;
    private final Problems problems;
    private final Map<Anchor, Yaml> anchors = new HashMap<>();
    private final Iterator<Event> events;
    private Place here;

    YamlParser(String file, String text, Problems problems) {
        this.lines = new Lines(file, text);
        this.problems = problems;
        this.here = lines.at(0);
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** The only document of the file; empty if it holds none or is not YAML, which is then noted. */
    Optional<Yaml> parse() {
        try {
            return Optional.ofNullable(document());
        } catch (Refused e) {
            problems.note(e.place, e.what, e.mend);
        } catch (MarkedYamlEngineException e) {
            problems.note(
                    placeOf(e),
                    "this is not YAML: " + reason(e),
                    "check indentation (spaces, no tabs), quotes and brackets here");
        } catch (ReaderException e) {
            problems.note(
                    lines.at(e.getPosition()),
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()),
                    "remove it, and save the file as UTF-8");
        } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
            // the engine lets some broken escapes and directives through to the JDK's own parsers
            problems.note(here, "this is not YAML", "check escapes, directives and quotes from here on");
        }
        return Optional.empty();
    }

    private @Nullable Yaml document() {
        Yaml root = null;
        while (events.hasNext()) {
            Event event = next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        throw new Refused(here, "a second document begins here", "move it into a file of its own");
                    }
                }
                default -> root = value(event, 0);
            }
        }
        return root;
    }

    private Event next() {
        Event event = events.next();
        here = event.getStartMark().map(this::placeOf).orElse(here);
        return event;
    }

    private Yaml value(Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new Refused(here, "values are nested more than " + MAX_DEPTH + " deep", "make the structure flatter");
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag());
                yield remember(scalar.getAnchor(), scalar(scalar));
            }
            case SequenceStartEvent start -> {
                refuseTag(start.getTag());
                yield remember(start.getAnchor(), sequence(depth));
            }
            case MappingStartEvent start -> {
                refuseTag(start.getTag());
                yield remember(start.getAnchor(), mapping(depth));
            }
            case AliasEvent alias -> aliased(alias);
            default -> throw new IllegalStateException("no value begins with " + event);
        };
    }

    private Yaml aliased(AliasEvent alias) {
        Yaml target = anchors.get(alias.getAlias());
        if (target == null) {
            throw new Refused(
                    here,
                    "the alias *" + alias.getAlias() + " stands for nothing that is complete above it",
                    "define &" + alias.getAlias() + " before it is used");
        }
        return target;
    }

    private Yaml remember(Optional<Anchor> anchor, Yaml value) {
        anchor.ifPresent(name -> anchors.put(name, value));
        return value;
    }

    private void refuseTag(Optional<String> tag) {
        if (tag.isPresent()) {
            throw new Refused(here, "YAML tags such as !!str have no meaning here", "remove the tag");
        }
    }

    private Yaml.Scalar scalar(ScalarEvent event) {
        return new Yaml.Scalar(event.getValue(), event.isPlain(), textColumn(event), here);
    }

    /** Characters of the text have a place of their own if the source shows them one to one in one line. */
    private int textColumn(ScalarEvent event) {
        int quotes = event.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 1;
        int length = event.getValue().codePointCount(0, event.getValue().length()) + 2 * quotes;
        return event.getStartMark()
                .filter(start -> event.getEndMark()
                        .filter(end -> end.getIndex() - start.getIndex() == length)
                        .isPresent())
                .map(start -> placeOf(start).column() + quotes)
                .orElse(0);
    }

    private Yaml sequence(int depth) {
        Place place = here;
        List<Yaml> items = new ArrayList<>();
        long weight = 1;
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            Yaml item = value(event, depth + 1);
            items.add(item);
            weight = heavier(weight, item);
        }
        return new Yaml.Sequence(items, weight, place);
    }

    private Yaml mapping(int depth) {
        Place place = here;
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
        long weight = 1;
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            String key = key(event, depth);
            Place keyPlace = here;
            Yaml value = value(next(), depth + 1);
            weight = heavier(weight, value);
            Yaml.Entry first = entries.putIfAbsent(key, new Yaml.Entry(keyPlace, value));
            if (first != null) {
                problems.twice(key, keyPlace, first.place());
            }
        }
        return new Yaml.Mapping(entries, weight, place);
    }

    private String key(Event event, int depth) {
        boolean single = event instanceof ScalarEvent || event instanceof AliasEvent;
        if (!single || !(value(event, depth + 1) instanceof Yaml.Scalar scalar)) {
            throw new Refused(here, "a key must be a single text", "write one word before the colon");
        }
        if (scalar.plain() && scalar.text().equals("<<")) {
            throw new Refused(here, "merge keys (<<) are not part of YAML 1.2", "use a template or an alias instead");
        }
        return scalar.text();
    }

    private long heavier(long weight, Yaml value) {
        long sum = weight + value.weight();
        if (sum > MAX_WEIGHT) {
            throw new Refused(
                    here,
                    "the file stands for more than " + MAX_WEIGHT + " values",
                    "use fewer aliases or split the file");
        }
        return sum;
    }

    private Place placeOf(MarkedYamlEngineException e) {
        return e.getProblemMark().or(e::getContextMark).map(this::placeOf).orElse(here);
    }

    private Place placeOf(Mark mark) {
        return lines.at(mark.getIndex());
    }

    private String reason(MarkedYamlEngineException e) {
        String problem = e.getProblem().replaceAll("\\. \\(Do not.*|\\p{C}", "");
        return e.getContextMark()
                .filter(mark -> e.getContext() != null)
                .map(mark -> problem + " (" + e.getContext() + " that begins in line "
                        + placeOf(mark).line() + ")")
                .orElse(problem);
    }

    /** Ends the reading of a file; never leaves this class. */
    private static final class Refused extends RuntimeException {
        private final Place place;
        private final String what;
        private final String mend;

        Refused(Place place, String what, String mend) {
            super(what, null, false, false);
            this.place = place;
            this.what = what;
            this.mend = mend;
        }
    }
}
