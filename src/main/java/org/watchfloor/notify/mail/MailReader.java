package org.watchfloor.notify.mail;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.notify.SecretKey;

/** Reads one {@code mail:} section. */
final class MailReader {
    private static final String EXAMPLE = "write such as ops@example.org or \"Watchfloor <watchfloor@example.org>\"";

    private final ConfigNode node;

    MailReader(ConfigNode node) {
        this.node = node;
    }

    MailChannel read() {
        String host = node.key("host", "name or address of the mail server").requiredText();
        MailSecurity security =
                node.key("security", "starttls (default), tls, or none").choice(MailSecurity.STARTTLS);
        int port = node.key("port", "port of the mail server; 587 by default, 465 with tls, 25 with none")
                .integer(security.port(), 1, 65_535);
        Optional<MailLogin> login =
                node.section("auth", "user and password at the server").flatMap(MailReader::login);
        String from = node.key("from", "address of the sender").requiredText();
        List<String> to = node.key("to", "addresses to write to, at least one").texts();
        List<String> cc = node.key("cc", "addresses that get a copy").texts();
        if (!from.isEmpty()) {
            check("from", from);
        }
        to.forEach(address -> check("to", address));
        cc.forEach(address -> check("cc", address));
        if (to.isEmpty()) {
            node.problem("to", "nobody to write to", "add to: [ops@example.org]");
        }
        if (security == MailSecurity.NONE && login.isPresent() && !Loopback.names(host)) {
            node.problem("security", "the password would travel in the clear", "use starttls or tls, or remove auth");
        }
        return new MailChannel(host, port, security, login, from, to, cc);
    }

    private void check(String key, String address) {
        if (Addresses.parse(address).isEmpty()) {
            String shown = address.chars().anyMatch(Character::isISOControl) ? "a text of several lines" : address;
            node.problem(key, "\"" + shown + "\" is not a mail address", EXAMPLE);
        }
    }

    private static Optional<MailLogin> login(ConfigNode auth) {
        String user = auth.key("user", "user name").requiredText();
        return SecretKey.required(auth, "password", "password").map(password -> new MailLogin(user, password));
    }
}
