package org.watchfloor.notify.mail;

import org.watchfloor.model.Notice;

/** Message-IDs (RFC 5322, 3.6.4) that follow from the notice alone. Immutable. */
final class MessageIds {
    private final String domain;

    MessageIds(String domain) {
        this.domain = domain;
    }

    /** The same for each try. */
    String of(Notice notice) {
        return id(notice.idempotencyKey());
    }

    /** Of no mail, but all mails of the episode name it. */
    String root(Notice notice) {
        return id("watchfloor-" + notice.episode());
    }

    /** Each character that a dot-atom cannot carry everywhere becomes its number. */
    private String id(String text) {
        StringBuilder local = new StringBuilder();
        text.codePoints().forEach(c -> local.append(isPlain(c) ? Character.toString(c) : "=" + Integer.toHexString(c)));
        return "<" + local + "@" + domain + ">";
    }

    private static boolean isPlain(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }
}
