package org.watchfloor.notify.mail;

import org.watchfloor.model.Notice;

/** How loud a mail is in the reader's list: {@code X-Priority} from 1 to 5 and {@code Importance} (RFC 2156). */
record MailPriority(String number, String importance) {
    private static final MailPriority NORMAL = new MailPriority("3", "normal");

    /** What is over, or taken by somebody, is not loud any more. */
    static MailPriority of(Notice notice) {
        if (!notice.isFiring() || notice.kind() == Notice.Kind.ACKNOWLEDGED) {
            return NORMAL;
        }
        return switch (notice.severity()) {
            case CRITICAL -> new MailPriority("1", "high");
            case HIGH -> new MailPriority("2", "high");
            case MEDIUM -> NORMAL;
            case LOW -> new MailPriority("4", "low");
            case INFO -> new MailPriority("5", "low");
        };
    }
}
