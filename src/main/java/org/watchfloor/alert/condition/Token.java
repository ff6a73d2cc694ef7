package org.watchfloor.alert.condition;

/**
 * One word or sign of a condition.
 *
 * @param text as written, a quoted name without its quotes
 * @param offset of its first character
 */
record Token(Kind kind, String text, int offset) {
    /** What it can be. */
    enum Kind {
        WORD,
        QUOTED,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** For messages. */
    String shown() {
        return kind == Kind.END ? "the end" : Words.quoted(text);
    }
}
