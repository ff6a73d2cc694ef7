package org.watchfloor.recovery.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.config.Secret;

/** A text with its values: one to show, with secrets blotted out, and the real one, made when it is used. Immutable. */
public record Rendered(Language language, List<Piece> pieces) {
    /** Stands for a secret. */
    public static final String HIDDEN = "•••";

    public Rendered {
        pieces = List.copyOf(pieces);
    }

    /** A stretch of the text. */
    public sealed interface Piece {}

    /** Encoded already. */
    public record Text(String text) implements Piece {}

    /** @param language of its place */
    public record Hidden(String name, Language language, Secret secret) implements Piece {}

    /** A placeholder that has no value yet. */
    public record Missing(String name) implements Piece {}

    /** A text without placeholders. */
    public static Rendered of(String text) {
        return new Rendered(Language.PLAIN, List.of(new Text(text)));
    }

    /** The same behind a text that needs no encoding. */
    public Rendered behind(String text) {
        return new Rendered(
                language,
                Stream.concat(Stream.of(new Text(text)), pieces.stream()).toList());
    }

    /** Safe to show, store and log. */
    public String shown() {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Text(String text) -> text;
                    case Hidden _ -> HIDDEN;
                    case Missing(String name) -> "{{" + name + "}}";
                })
                .collect(Collectors.joining());
    }

    /** What is really used, secrets included: never to be shown, stored or logged. */
    public String open() throws NotRendered {
        StringBuilder real = new StringBuilder();
        for (Piece piece : pieces) {
            real.append(
                    switch (piece) {
                        case Text(String text) -> text;
                        case Hidden hidden -> open(hidden);
                        case Missing(String name) -> throw new NotRendered("{{" + name + "}} has no value");
                    });
        }
        language.verify(real.toString());
        return real.toString();
    }

    /** Each of them as it is really used. */
    public static List<String> open(List<Rendered> texts) throws NotRendered {
        List<String> opened = new ArrayList<>();
        for (Rendered text : texts) {
            opened.add(text.open());
        }
        return opened;
    }

    private static String open(Hidden hidden) throws NotRendered {
        String value = hidden.secret()
                .value()
                .filter(found -> !found.isEmpty())
                .orElseThrow(() ->
                        new NotRendered("credential " + hidden.secret().reference() + " is missing on this machine"));
        return hidden.language().encode(hidden.name(), value);
    }

    @Override
    public String toString() {
        return shown();
    }
}
