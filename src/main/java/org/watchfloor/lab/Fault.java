package org.watchfloor.lab;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be broken in the lab; each fault is real at the socket. */
public enum Fault {
    REFUSE("the port is closed"),
    DELAY("every answer comes two seconds late"),
    HANG("connects, but never answers"),
    ERROR_5XX("answers 503"),
    WRONG_BODY("answers 200 with a page that is not its own"),
    WRONG_ANSWER("answers a line that the protocol does not know"),
    CUT("closes the connection in the middle of the answer"),
    DRIP("sends one byte of the answer each 200 ms"),
    EXPIRED_CERTIFICATE("shows a certificate that expired yesterday"),
    EXPIRING_CERTIFICATE("shows a certificate that expires in three days"),
    WRONG_HOST_CERTIFICATE("shows the certificate of another host"),
    CHANGED_HOST_KEY("shows another SSH host key"),
    FAILING_COMMAND("every command ends with exit code 2"),
    HANGING_COMMAND("no command ever ends"),
    AUTH_REFUSED("accepts no password and no key"),
    DOWN("the whole host: all of its ports are closed");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** What happens, in plain words. */
    public String meaning() {
        return meaning;
    }

    /** The name in scripts: {@code error-5xx}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that name in scripts. */
    public static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
