package org.watchfloor.notify.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Mail addresses as the operator writes them. Pure functions. */
final class Addresses {
    private Addresses() {}

    /** Exactly one address in plain ASCII with a domain, its name in any script; empty if it is something else. */
    static Optional<InternetAddress> parse(String text) {
        try {
            InternetAddress[] found = InternetAddress.parse(text, true);
            boolean plain = text.chars().noneMatch(Character::isISOControl);
            return found.length == 1 && plain && isUsable(found[0]) ? Optional.of(named(found[0])) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** What follows the last {@code @}. */
    static String domain(String text) {
        return parse(text)
                .map(address ->
                        address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1))
                .orElse("watchfloor.invalid");
    }

    private static boolean isUsable(InternetAddress address) {
        String plain = address.getAddress();
        return !address.isGroup() && plain.indexOf('@') > 0 && plain.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    private static InternetAddress named(InternetAddress address) {
        try {
            String name = address.getPersonal();
            address.setPersonal(name == null || name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
            return address;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("UTF-8 is always there", e);
        }
    }
}
