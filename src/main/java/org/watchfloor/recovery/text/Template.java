package org.watchfloor.recovery.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with placeholders: names in two pairs of braces; a backslash before two braces stands for the braces. Each
 * placeholder knows the language of its place, so a value cannot become more than a value there. Immutable.
 *
 * @param written as it stands in the configuration
 * @param language that of the whole
 */
public record Template(String written, Language language, List<Part> parts) {
    public Template {
        parts = List.copyOf(parts);
    }

    /** A stretch of the text. */
    sealed interface Part {}

    /** @param offset where it begins in the written text */
    record Literal(String text, int offset) implements Part {}

    /**
     * @param language of its place
     * @param offset where its braces begin in the written text
     */
    record Hole(String name, Language language, int offset) implements Part {}

    /** What was read, and what is wrong with it. */
    public record Parsed(Template template, List<Fault> faults) {
        public Parsed {
            faults = List.copyOf(faults);
        }
    }

    /** Always has a template; one with faults must not be used. */
    public static Parsed parse(String written, Language language, Vocabulary vocabulary) {
        return new TemplateParser(written, language, vocabulary).parse();
    }

    public boolean hasPlaceholders() {
        return parts.stream().anyMatch(Hole.class::isInstance);
    }

    /** Secrets stay closed; a placeholder without a value stays as it is written. */
    public Rendered render(Values values) throws NotRendered {
        List<Rendered.Piece> pieces = new ArrayList<>();
        for (Part part : parts) {
            pieces.add(
                    switch (part) {
                        case Literal(String text, int _) -> new Rendered.Text(text);
                        case Hole hole -> piece(hole, values);
                    });
        }
        Rendered rendered = new Rendered(language, pieces);
        language.verify(rendered.shown());
        return rendered;
    }

    private static Rendered.Piece piece(Hole hole, Values values) throws NotRendered {
        var text = values.text(hole.name());
        if (text.isPresent()) {
            return new Rendered.Text(hole.language().encode(hole.name(), text.get()));
        }
        return values.secret(hole.name())
                .<Rendered.Piece>map(secret -> new Rendered.Hidden(hole.name(), hole.language(), secret))
                .orElseGet(() -> new Rendered.Missing(hole.name()));
    }

    @Override
    public String toString() {
        return written;
    }
}
