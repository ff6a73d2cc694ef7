package org.watchfloor.ui.filter;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.watchfloor.model.Reason;
import org.watchfloor.model.State;
import org.watchfloor.ui.filter.FilterParser.Misread;
import org.watchfloor.ui.filter.FilterParser.Value;
import org.watchfloor.ui.fx.MarkLook;

/** The keys of the grammar and what each of them asks. */
final class Keys {
    private static final String KNOWN = "state, host, check, tag, group, type, ack, maintenance,"
            + " silenced, shelved, inhibited, flapping, since, reason";

    private Keys() {}

    static Term term(String key, int position, List<Value> values) throws Misread {
        for (Value value : values) {
            if (value.text().isEmpty()) {
                throw new Misread(value.position(), "\"" + key + ":\" needs a value");
            }
        }
        return switch (key) {
            case "state" -> states(values);
            case "reason" -> reasons(values);
            case "ack" -> acknowledged(only(key, values));
            case "maintenance" -> marked(MarkLook.MAINTENANCE, key, only(key, values));
            case "silenced" -> marked(MarkLook.SILENCED, key, only(key, values));
            case "shelved" -> marked(MarkLook.SHELVED, key, only(key, values));
            case "inhibited" -> marked(MarkLook.INHIBITED, key, only(key, values));
            case "flapping" -> marked(MarkLook.FLAPPING, key, only(key, values));
            case "since" -> Age.parse(only(key, values));
            case "host" ->
                globs(
                        values,
                        (it, glob) -> glob.matches(it.host().id().value())
                                || glob.matches(it.host().title()));
            case "check" ->
                globs(values, (it, glob) -> glob.matches(it.check().id().name()));
            case "tag" -> globs(values, (it, glob) -> tags(it).anyMatch(glob::matches));
            case "group" ->
                globs(
                        values,
                        (it, glob) -> it.host()
                                .group()
                                .filter(group -> glob.matches(group.value()))
                                .isPresent());
            case "type" -> globs(values, (it, glob) -> glob.matches(it.type()));
            default -> throw new Misread(position, unknown(key));
        };
    }

    /** The text occurs in a name, the address, a tag or the message. */
    static Term anywhere(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return (subject, _) -> Stream.concat(
                        tags(subject),
                        Stream.of(
                                subject.check().id().toString(),
                                subject.host().title(),
                                subject.host().address(),
                                subject.health().message()))
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(lower));
    }

    private static Stream<String> tags(Subject subject) {
        return Stream.concat(subject.host().tags().stream(), subject.check().tags().stream());
    }

    private static String unknown(String key) {
        return "unknown key \"" + key + "\"; known are " + KNOWN + ". Put text that has a colon in quotes";
    }

    private static Value only(String key, List<Value> values) throws Misread {
        if (values.size() > 1) {
            throw new Misread(values.get(1).position(), "\"" + key + ":\" takes one value");
        }
        return values.getFirst();
    }

    private static Term globs(List<Value> values, BiPredicate<Subject, Glob> test) {
        List<Glob> globs = values.stream().map(value -> Glob.of(value.text())).toList();
        return (subject, _) -> globs.stream().anyMatch(glob -> test.test(subject, glob));
    }

    private static Term states(List<Value> values) throws Misread {
        Set<State> wanted = EnumSet.noneOf(State.class);
        for (Value value : values) {
            wanted.addAll(named(value, State.values(), "state"));
        }
        return (subject, _) -> wanted.contains(subject.health().state());
    }

    private static Term reasons(List<Value> values) throws Misread {
        Set<Reason> wanted = EnumSet.noneOf(Reason.class);
        for (Value value : values) {
            wanted.addAll(named(value, Reason.values(), "reason"));
        }
        return (subject, _) -> subject.reason().filter(wanted::contains).isPresent();
    }

    private static <E extends Enum<E>> List<E> named(Value value, E[] all, String what) throws Misread {
        Glob glob = Glob.of(value.text().replace('_', '-'));
        List<E> found =
                Arrays.stream(all).filter(one -> glob.matches(word(one))).toList();
        if (found.isEmpty()) {
            String known = String.join(", ", Arrays.stream(all).map(Keys::word).toList());
            throw new Misread(
                    value.position(), "no " + what + " is called \"" + value.text() + "\"; known are " + known);
        }
        return found;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Something calls for a person, and one has taken it or not. */
    private static Term acknowledged(Value value) throws Misread {
        return isYes("ack", value)
                ? (subject, _) -> subject.marks().isOwned()
                : (subject, _) -> subject.marks().calls() && !subject.marks().isOwned();
    }

    private static Term marked(MarkLook look, String key, Value value) throws Misread {
        Term marked = (subject, _) -> MarkLook.of(subject.marks().all()).contains(look);
        return isYes(key, value) ? marked : marked.negated();
    }

    private static boolean isYes(String key, Value value) throws Misread {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Misread(value.position(), "write " + key + ":yes or " + key + ":no");
        };
    }
}
