package org.watchfloor.recovery.step;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.watchfloor.config.ConfigNode;

/** Lists of choices, each written in lower case with hyphens; capitals and underscores are understood too. Pure functions. */
public final class Choices {
    private Choices() {}

    public static String written(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static String written(Collection<? extends Enum<?>> choices) {
        return String.join(", ", choices.stream().map(Choices::written).toList());
    }

    /** @param kind what one of them is called, for the message */
    public static <E extends Enum<E>> Set<E> read(ConfigNode node, String key, String kind, String doc, Class<E> type) {
        Map<String, E> known = new TreeMap<>();
        for (E choice : type.getEnumConstants()) {
            known.put(written(choice), choice);
        }
        Set<E> found = EnumSet.noneOf(type);
        for (String text : node.key(key, doc).texts()) {
            E choice = known.get(text.toLowerCase(Locale.ROOT).replace('_', '-'));
            if (choice == null) {
                node.unknown(key, kind, text, known.keySet());
            } else {
                found.add(choice);
            }
        }
        return found;
    }
}
