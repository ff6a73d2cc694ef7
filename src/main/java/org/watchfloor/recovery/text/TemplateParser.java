package org.watchfloor.recovery.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.watchfloor.recovery.text.Template.Hole;
import org.watchfloor.recovery.text.Template.Literal;
import org.watchfloor.recovery.text.Template.Parsed;
import org.watchfloor.recovery.text.Template.Part;

/** Reads one text with placeholders. Use once, by one thread. */
final class TemplateParser {
    /** Escaped braces, a placeholder, or braces that nobody closes. */
    private static final Pattern BRACES = Pattern.compile("\\\\\\{\\{|\\{\\{([^{}]*)}}|\\{\\{");

    private final String written;
    private final Language language;
    private final Vocabulary vocabulary;
    private final List<Part> parts = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    TemplateParser(String written, Language language, Vocabulary vocabulary) {
        this.written = written;
        this.language = language;
        this.vocabulary = vocabulary;
    }

    Parsed parse() {
        Matcher braces = BRACES.matcher(written);
        int done = 0;
        while (braces.find()) {
            literal(written.substring(done, braces.start()), done);
            take(braces);
            done = braces.end();
        }
        literal(written.substring(done), done);
        Template template = new Template(written, language, parts);
        if (faults.isEmpty()) {
            faults.addAll(language.faults(template, vocabulary));
        }
        return new Parsed(template, faults);
    }

    private void literal(String text, int offset) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text, offset));
        }
    }

    private void take(Matcher braces) {
        String name = Optional.ofNullable(braces.group(1)).map(String::strip).orElse("");
        if (braces.group().startsWith("\\")) {
            literal("{{", braces.start());
        } else if (name.isEmpty()) {
            fault(
                    braces.start(),
                    "\"{{\" begins a placeholder that does not end or has no name",
                    "write {{name}}, or \\{{ for the braces themselves");
        } else {
            hole(name, braces.start());
        }
    }

    private void hole(String name, int offset) {
        Optional<Meaning> meaning = vocabulary.of(name);
        if (meaning.isEmpty()) {
            fault(offset, "the placeholder {{" + name + "}} is not known here", "known here: " + vocabulary.list());
        } else if (meaning.get() == Meaning.SECRET && !language.takesSecrets()) {
            fault(
                    offset,
                    "the secret {{" + name + "}} would be seen here",
                    "hand it over by env:, a header or a body instead");
        }
        parts.add(new Hole(name, place(), offset));
    }

    private Language place() {
        return language == Language.URL && UrlText.isInAuthority(written(parts)) ? Language.AUTHORITY : language;
    }

    /** The literals so far, with something harmless for each placeholder. */
    private static String written(List<Part> parts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part instanceof Literal(String literal, int _) ? literal : "x");
        }
        return text.toString();
    }

    private void fault(int offset, String what, String mend) {
        faults.add(new Fault(offset, what, mend));
    }
}
