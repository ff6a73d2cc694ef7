package org.watchfloor.notify.mail;

import java.util.List;
import java.util.Optional;
import org.watchfloor.notify.ChannelSpec;

/**
 * A mail channel as the operator wrote it.
 *
 * @param from one address (RFC 5322), with or without a name
 * @param to at least one address
 * @param cc may be empty
 */
record MailChannel(
        String host,
        int port,
        MailSecurity security,
        Optional<MailLogin> login,
        String from,
        List<String> to,
        List<String> cc)
        implements ChannelSpec {
    MailChannel {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }

    @Override
    public String summary() {
        return "mail to " + String.join(", ", to) + " by " + host + ":" + port;
    }
}
