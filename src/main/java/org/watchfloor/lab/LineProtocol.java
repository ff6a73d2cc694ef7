package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/** Protocols of command and reply lines: SMTP (RFC 5321, STARTTLS of RFC 3207), inline commands of Redis. */
final class LineProtocol implements Protocol {
    private final ThreadFactory threads;
    private final LineScript script;
    private final Certificates certificates;

    LineProtocol(ThreadFactory threads, LineScript script, Certificates certificates) {
        this.threads = threads;
        this.script = script;
        this.certificates = certificates;
    }

    @Override
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.of(Fault.WRONG_ANSWER);
        faults.addAll(Manner.FAULTS);
        if (!script.upgrade().isEmpty()) {
            faults.addAll(Certificates.FAULTS);
        }
        return faults;
    }

    @Override
    public Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException {
        SSLContext context = certificates.context(fault);
        LineScript said = fault.equals(Optional.of(Fault.WRONG_ANSWER)) ? script.confused() : script;
        return SocketListener.at(address, threads, Manner.of(fault), connection -> converse(connection, said, context));
    }

    private static void converse(Connection connection, LineScript script, SSLContext context) throws IOException {
        if (!script.greeting().isEmpty()) {
            connection.answer(script.greeting());
        }
        Optional<String> line = connection.line();
        while (line.isPresent()) {
            String verb = LineScript.verb(line.get());
            connection.answer(script.replies().getOrDefault(verb, script.unknown()));
            if (verb.equals(script.upgrade())) {
                connection.secure(context);
            }
            line = verb.equals(script.last()) ? Optional.empty() : connection.line();
        }
    }
}
