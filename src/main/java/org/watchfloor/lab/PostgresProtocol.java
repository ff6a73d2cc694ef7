package org.watchfloor.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;

/**
 * The first steps of a PostgreSQL session: SSLRequest, TLS, and a start-up that is refused ("Message Formats" in the
 * documentation of PostgreSQL 17).
 */
final class PostgresProtocol implements Protocol {
    private static final int SSL_REQUEST = 80_877_103;
    private static final int MESSAGE_LIMIT = 10_000;
    private static final byte[] NOTHING = {};

    private final ThreadFactory threads;
    private final Certificates certificates;

    PostgresProtocol(ThreadFactory threads, Certificates certificates) {
        this.threads = threads;
        this.certificates = certificates;
    }

    @Override
    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.copyOf(Certificates.FAULTS);
        faults.addAll(Manner.FAULTS);
        faults.add(Fault.WRONG_ANSWER);
        return faults;
    }

    @Override
    public Listener listen(InetSocketAddress address, Optional<Fault> fault) throws IOException {
        SSLContext context = certificates.context(fault);
        String willing = fault.equals(Optional.of(Fault.WRONG_ANSWER)) ? "N" : "S";
        return SocketListener.at(
                address, threads, Manner.of(fault), connection -> converse(connection, willing, context));
    }

    private static void converse(Connection connection, String willing, SSLContext context) throws IOException {
        Optional<ByteBuffer> request = message(connection);
        if (request.isPresent() && request.get().getInt() == SSL_REQUEST) {
            connection.answer(willing);
            if (willing.equals("S")) {
                connection.secure(context);
            }
            request = message(connection);
        }
        if (request.isPresent()) {
            connection.answer(NOTHING, refusal());
        }
    }

    /** The body of a message without a type byte; empty if the client leaves or sends something else. */
    private static Optional<ByteBuffer> message(Connection connection) throws IOException {
        byte[] length = connection.bytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            return Optional.empty();
        }
        int size = ByteBuffer.wrap(length).getInt() - Integer.BYTES;
        if (size < Integer.BYTES || size > MESSAGE_LIMIT) {
            return Optional.empty();
        }
        byte[] body = connection.bytes(size);
        return body.length < size ? Optional.empty() : Optional.of(ByteBuffer.wrap(body));
    }

    private static byte[] refusal() {
        byte[] fields = "SFATAL\0C28000\0Mthis is a lab, not a database\0\0".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + Integer.BYTES + fields.length)
                .put((byte) 'E')
                .putInt(Integer.BYTES + fields.length)
                .put(fields)
                .array();
    }
}
