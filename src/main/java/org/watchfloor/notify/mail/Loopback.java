package org.watchfloor.notify.mail;

import java.util.regex.Pattern;

/** Whether a host is this machine itself, by its spelling alone. Pure functions. */
final class Loopback {
    private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

    private Loopback() {}

    static boolean names(String host) {
        return NAMES.matcher(host).matches();
    }
}
