package org.watchfloor.recovery.text;

import java.util.ArrayList;
import java.util.List;
import org.watchfloor.recovery.text.Template.Hole;
import org.watchfloor.recovery.text.Template.Literal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Values inside the strings of a JSON text. Pure functions. */
final class JsonText {
    private JsonText() {}

    /** The inside of a string; what is not ASCII is escaped too, so halves of surrogate pairs do no harm. */
    static String inside(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(c -> {
            boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '/';
            escaped.append(plain ? Character.toString(c) : "\\u%04x".formatted(c));
        });
        return escaped.toString();
    }

    static List<Fault> faults(Template template, Vocabulary vocabulary) {
        List<Fault> faults = new ArrayList<>();
        StringBuilder sample = new StringBuilder();
        Strings strings = new Strings();
        for (Template.Part part : template.parts()) {
            switch (part) {
                case Literal(String text, int _) -> {
                    text.chars().forEach(strings::pass);
                    sample.append(text);
                }
                case Hole hole -> {
                    sample.append("1");
                    if (!strings.inside && vocabulary.of(hole.name()).orElse(Meaning.TEXT) != Meaning.NUMBER) {
                        faults.add(outside(hole));
                    }
                }
            }
        }
        if (faults.isEmpty()) {
            note(sample.toString(), faults);
        }
        return faults;
    }

    private static Fault outside(Hole hole) {
        String name = "{{" + hole.name() + "}}";
        return new Fault(
                hole.offset(), "the placeholder " + name + " stands outside a string", "write it as \"" + name + "\"");
    }

    private static void note(String sample, List<Fault> faults) {
        try {
            JsonMapper.shared().readTree(sample);
        } catch (JacksonException e) {
            faults.add(
                    new Fault(0, "the text is not JSON: " + e.getOriginalMessage(), "mend it, or use text: instead"));
        }
    }

    /** Whether the place is inside a string. Confined to one thread. */
    private static final class Strings {
        private boolean inside;
        private boolean escaped;

        private void pass(int c) {
            if (escaped) {
                escaped = false;
            } else if (inside && c == '\\') {
                escaped = true;
            } else if (c == '"') {
                inside = !inside;
            }
        }
    }
}
