package org.watchfloor.recovery.output;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.watchfloor.recovery.text.Rendered;

/**
 * Blots secrets out of a text that comes in stretches, wherever it is cut; also those that overlap. Only what may be the
 * beginning of a secret waits for the next stretch. Confined to one thread.
 */
final class Blotter {
    /** A text that ends in the middle of a secret must not give away much of it. */
    private static final int TELLING = 4;

    private final List<String> secrets;
    private final BitSet beginnings = new BitSet();
    private final StringBuilder waiting = new StringBuilder();
    /** How many characters from the first waiting one on belong to a secret. */
    private int hidden;

    Blotter(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> !secret.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.secrets.forEach(secret -> beginnings.set(secret.charAt(0)));
    }

    String next(String text) {
        if (secrets.isEmpty()) {
            return text;
        }
        waiting.append(text);
        StringBuilder safe = new StringBuilder(text.length());
        int at = 0;
        while (at < waiting.length() && !isBegun(at)) {
            pass(at++, safe);
        }
        waiting.delete(0, at);
        return safe.toString();
    }

    /** What still waits. */
    String rest() {
        StringBuilder safe = new StringBuilder();
        for (int at = 0; at < waiting.length(); at++) {
            if (waiting.length() - at >= TELLING && isBegun(at)) {
                safe.append(hidden > 0 ? "" : Rendered.HIDDEN);
                break;
            }
            pass(at, safe);
        }
        waiting.setLength(0);
        return safe.toString();
    }

    private void pass(int at, StringBuilder safe) {
        int length = lengthAt(at);
        if (length > 0 && hidden == 0) {
            safe.append(Rendered.HIDDEN);
        }
        hidden = Math.max(hidden, length);
        if (hidden > 0) {
            hidden--;
        } else {
            safe.append(waiting.charAt(at));
        }
    }

    /** Whether the text ends before it is clear if a secret stands there. */
    private boolean isBegun(int at) {
        int room = waiting.length() - at;
        return isBeginning(at)
                && secrets.stream().anyMatch(secret -> secret.length() > room && agrees(secret, at, room));
    }

    /** Of the longest secret that stands there; 0 if none does. */
    private int lengthAt(int at) {
        if (isBeginning(at)) {
            int room = waiting.length() - at;
            for (String secret : secrets) {
                if (secret.length() <= room && agrees(secret, at, secret.length())) {
                    return secret.length();
                }
            }
        }
        return 0;
    }

    private boolean isBeginning(int at) {
        return beginnings.get(waiting.charAt(at));
    }

    private boolean agrees(String secret, int at, int length) {
        for (int i = 0; i < length; i++) {
            if (secret.charAt(i) != waiting.charAt(at + i)) {
                return false;
            }
        }
        return true;
    }
}
