package org.watchfloor.alert.condition;

import org.watchfloor.alert.condition.Token.Kind;

/** Cuts a text into tokens, one at a time. Confined to one parse. */
final class Lexer {
    private static final String BLANKS = " \t\r\n";

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    Token next() throws Refused {
        while (at < text.length() && BLANKS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return new Token(Kind.END, "", at);
        }
        char first = text.charAt(at);
        return switch (first) {
            case '(' -> sign(Kind.OPEN, 1);
            case ')' -> sign(Kind.CLOSE, 1);
            case ',' -> sign(Kind.COMMA, 1);
            case '"' -> quoted();
            case '<', '>' -> sign(Kind.OPERATOR, follows('=') ? 2 : 1);
            case '=', '!' -> equality();
            default -> word(first);
        };
    }

    private Token sign(Kind kind, int length) {
        Token token = new Token(kind, text.substring(at, at + length), at);
        at += length;
        return token;
    }

    private Token equality() throws Refused {
        if (follows('=')) {
            return sign(Kind.OPERATOR, 2);
        }
        if (text.charAt(at) == '!') {
            throw new Refused(at, "\"!\" alone means nothing", "write not, or != to compare");
        }
        String meant = follows('>') ? ">=" : follows('<') ? "<=" : "==";
        throw new Refused(at, "\"=\" is no comparison", "write " + meant);
    }

    private Token word(char first) throws Refused {
        int begin = at;
        while (at < text.length() && Words.isWordPart(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw new Refused(at, "unexpected " + Words.shown(first), mend(first));
        }
        return new Token(Kind.WORD, text.substring(begin, at), begin);
    }

    private static String mend(char first) {
        return switch (first) {
            case '&' -> "write and";
            case '|' -> "write or";
            case '\'' -> "names with other characters stand in double quotes";
            default -> "remove it, or put the name that it belongs to in double quotes";
        };
    }

    private Token quoted() throws Refused {
        int begin = at++;
        StringBuilder name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && (follows('"') || follows('\\'))) {
                at++;
            }
            if (Character.isISOControl(text.charAt(at))) {
                throw new Refused(at, "a control character in a name", "remove it");
            }
            name.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new Refused(begin, "the quote is not closed", "close it with \"");
        }
        at++;
        if (name.isEmpty()) {
            throw new Refused(begin, "the name is empty", "write the name of a metric between the quotes");
        }
        return new Token(Kind.QUOTED, name.toString(), begin);
    }

    private boolean follows(char wanted) {
        return at + 1 < text.length() && text.charAt(at + 1) == wanted;
    }
}
