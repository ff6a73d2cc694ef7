package org.watchfloor.lab;

import java.util.Locale;
import java.util.Map;

/**
 * What a server of a line protocol says.
 *
 * @param greeting said first; empty if the client begins
 * @param replies by the first word of a command in upper case
 * @param unknown the reply to any other command
 * @param upgrade the command that changes to TLS after its reply; empty if there is none
 * @param last the command after whose reply the server hangs up
 */
record LineScript(String greeting, Map<String, String> replies, String unknown, String upgrade, String last) {
    static final LineScript SMTP = new LineScript(
            "220 mail-1.lab.invalid ESMTP ready\r\n",
            Map.of(
                    "EHLO", lines("250-mail-1.lab.invalid", "250-STARTTLS", "250 8BITMIME"),
                    "HELO", "250 mail-1.lab.invalid\r\n",
                    "NOOP", "250 2.0.0 OK\r\n",
                    "RSET", "250 2.0.0 OK\r\n",
                    "STARTTLS", "220 2.0.0 go ahead\r\n",
                    "QUIT", "221 2.0.0 bye\r\n"),
            "502 5.5.2 command not known\r\n",
            "STARTTLS",
            "QUIT");
    static final LineScript REDIS = new LineScript(
            "",
            Map.of("PING", "+PONG\r\n", "DBSIZE", ":1024\r\n", "QUIT", "+OK\r\n"),
            "-ERR unknown command\r\n",
            "",
            "QUIT");

    LineScript {
        replies = Map.copyOf(replies);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    static String verb(String line) {
        return line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }

    /** The same protocol, but every answer is nonsense. */
    LineScript confused() {
        return new LineScript(
                greeting.isEmpty() ? "" : "554 no service here\r\n", Map.of(), "-ERR LOADING\r\n", "", last);
    }
}
