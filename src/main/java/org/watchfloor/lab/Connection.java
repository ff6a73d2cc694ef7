package org.watchfloor.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One accepted connection and the manner in which answers leave it. Confined to its thread, but for the socket. */
final class Connection {
    static final Duration DELAY = Duration.ofSeconds(2);
    private static final Duration DRIP = Duration.ofMillis(200);
    private static final int LINE_LIMIT = 4_096;

    private final Socket socket;
    private final Manner manner;
    private final CountDownLatch closing;
    private InputStream in;
    private OutputStream out;

    /** @param closing reaches zero when the service stops, and ends every pause */
    Connection(Socket socket, Manner manner, CountDownLatch closing) throws IOException {
        this.socket = socket;
        this.manner = manner;
        this.closing = closing;
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** Goes on over TLS, as the server; what the client sent ahead in plain text is dropped. */
    void secure(SSLContext context) throws IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        in = new BufferedInputStream(secured.getInputStream());
        out = secured.getOutputStream();
    }

    /** The next line without its end; empty at the end of the stream. */
    Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return Optional.empty();
            }
            if (line.size() == LINE_LIMIT) {
                throw new StreamCorruptedException("a line of more than " + LINE_LIMIT + " bytes");
            }
            line.write(next);
        }
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1).stripTrailing());
    }

    /** Exactly so many bytes, or fewer at the end of the stream. */
    byte[] bytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    void answer(String text) throws IOException {
        answer("", text);
    }

    /** Answers in the manner of this service; a cut answer ends in the middle of the body. */
    void answer(String head, String body) throws IOException {
        answer(head.getBytes(StandardCharsets.ISO_8859_1), body.getBytes(StandardCharsets.UTF_8));
    }

    void answer(byte[] head, byte[] body) throws IOException {
        switch (manner) {
            case AT_ONCE -> send(head, body, body.length);
            case LATE -> {
                pause(DELAY);
                send(head, body, body.length);
            }
            case NEVER -> in.transferTo(OutputStream.nullOutputStream());
            case CUT -> {
                send(head, body, body.length / 2);
                socket.close();
            }
            case DRIPPING -> drip(head, body);
        }
    }

    private void send(byte[] head, byte[] body, int count) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + count);
        whole.writeBytes(head);
        whole.write(body, 0, count);
        whole.writeTo(out);
        out.flush();
    }

    private void drip(byte[] head, byte[] body) throws IOException {
        send(head, body, 0);
        for (byte drop : body) {
            pause(DRIP);
            out.write(drop);
            out.flush();
        }
    }

    private void pause(Duration duration) throws IOException {
        try {
            if (closing.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new InterruptedIOException("the service stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
