package org.watchfloor.alert.calendar.ical;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts folded lines together (RFC 5545, 3.1), bounded. Confined to one reading. */
final class Unfolding {
    private static final int LONGEST = 64 * 1024;

    private final Notes notes;
    private final StringBuilder line = new StringBuilder();
    private int begin;
    private boolean tooLong;

    Unfolding(Notes notes) {
        this.notes = notes;
    }

    /** Hands out every content line; what is none is noted. Bare line feeds are fine. */
    void read(String text, Consumer<ContentLine> content) {
        Iterator<String> physical = text.lines().iterator();
        for (int number = 1; physical.hasNext(); number++) {
            String next = physical.next();
            boolean continues = next.startsWith(" ") || next.startsWith("\t");
            if (continues && begin > 0) {
                append(next.substring(1));
            } else {
                end(content);
                begin = number;
                append(next);
            }
        }
        end(content);
    }

    private void append(String part) {
        if (line.length() + part.length() > LONGEST) {
            tooLong = true;
        } else {
            line.append(part);
        }
    }

    private void end(Consumer<ContentLine> content) {
        if (tooLong) {
            notes.add(begin, line.substring(0, Math.min(40, line.length())), "longer than " + LONGEST + " characters");
        } else if (!line.toString().isBlank()) {
            Optional<ContentLine> found = ContentLine.parse(begin, line.toString());
            found.ifPresentOrElse(content, () -> notes.add(begin, line.toString(), "is no content line"));
        }
        line.setLength(0);
        tooLong = false;
    }
}
