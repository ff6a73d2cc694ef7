package org.watchfloor.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes values as an operator would: one a line, quotes only where they are needed, and escapes only where nothing else
 * will do, so that a character of the text has a place of its own in the file. Pure; use once.
 */
final class EntryWriter {
    private static final int STEP = 2;
    private static final Pattern ODD = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");
    private static final Pattern BEGINS_PLAIN = Pattern.compile("[\\p{L}\\p{N}/_.(].*");
    private static final Pattern NEEDS_QUOTES = Pattern.compile(".*(:(\\s|$)|\\s#).*|.*\\s|null");

    private final List<String> lines = new ArrayList<>();

    private EntryWriter() {}

    /** The lines of a key and its value, without line ends. */
    static List<String> lines(String key, Written value, int indent) {
        EntryWriter writer = new EntryWriter();
        writer.key(key, value, indent);
        return List.copyOf(writer.lines);
    }

    private void key(String name, Written value, int indent) {
        String head = " ".repeat(indent) + scalar(name) + ":";
        if (value instanceof Written.Text(String text) && isBlock(text)) {
            lines.add(head + " |-");
            text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : " ".repeat(indent + STEP) + line));
        } else {
            value(head, value, indent);
        }
    }

    private void value(String head, Written value, int indent) {
        switch (value) {
            case Written.Text(String text) -> lines.add(head + " " + scalar(text));
            case Written.Items(List<Written> items) when items.isEmpty() -> lines.add(head + " []");
            case Written.Keys keys when keys.keys().isEmpty() -> lines.add(head + " {}");
            case Written.Items(List<Written> items) -> {
                lines.add(head);
                items.forEach(item -> value(" ".repeat(indent + STEP) + "-", item, indent + STEP));
            }
            case Written.Keys keys -> {
                lines.add(head);
                keys.keys().forEach((name, below) -> key(name, below, indent + STEP));
            }
        }
    }

    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && text.equals(text.strip())
                && text.lines().noneMatch(EntryWriter::isOdd)
                && text.indexOf('\r') < 0;
    }

    private static boolean isOdd(String text) {
        return ODD.matcher(text).find();
    }

    static String scalar(String text) {
        if (isOdd(text)) {
            return escaped(text);
        }
        if (BEGINS_PLAIN.matcher(text).matches() && !NEEDS_QUOTES.matcher(text).matches()) {
            return text;
        }
        if (text.indexOf('\'') < 0) {
            return "'" + text + "'";
        }
        return text.indexOf('"') < 0 && text.indexOf('\\') < 0 ? '"' + text + '"' : escaped(text);
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(EntryWriter::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> isOdd(Character.toString(point)) ? numbered(point) : Character.toString(point);
        };
    }

    private static String numbered(int point) {
        return Character.isBmpCodePoint(point) ? "\\u%04X".formatted(point) : "\\U%08X".formatted(point);
    }
}
