package org.watchfloor.probe.tcp;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.TextSearch.Undecided;
import org.watchfloor.probe.net.Words;

/**
 * Sends texts and waits for answers on one connection. Keeps what was not matched yet, and the beginning of all that
 * came. Confined to one look; a watchdog ends its reads and writes.
 */
final class Conversation {
    private static final int SHOWN = 4096;

    private final TextSearch search;
    private final TcpTrace trace;
    private final int limit;
    private final StringBuilder unmatched = new StringBuilder();
    private final StringBuilder beginning = new StringBuilder();
    private final char[] piece = new char[4096];
    private Socket socket;
    private Reader reader;
    private int received;

    Conversation(Socket socket, TextSearch search, TcpTrace trace, int limit) throws IOException {
        this.search = search;
        this.trace = trace;
        this.limit = limit;
        this.socket = socket;
        this.reader = reader(socket);
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        trace.sent();
    }

    /** Reads until the expression matches, and forgets all up to the end of the match. */
    MatchResult expect(Expression expression) throws IOException, FailedLook, InterruptedException {
        while (true) {
            Optional<MatchResult> found = find(expression);
            if (found.isPresent()) {
                unmatched.delete(0, found.get().end());
                return found.get();
            }
            if (!readMore(expression)) {
                throw mismatch("the peer closed the connection", expression);
            }
        }
    }

    /** Goes on over the secured connection. What came in plain text behind the answer could be forged: it is refused. */
    void secured(Socket secured) throws IOException {
        socket = secured;
        reader = reader(secured);
    }

    boolean hasUnread() throws IOException {
        return !unmatched.isEmpty() || reader.ready();
    }

    /** The beginning of what the peer sent, for the detail pane. */
    String beginning() {
        return Words.cut(beginning.toString(), SHOWN);
    }

    int received() {
        return received;
    }

    /** What to say when the budget ends while waiting: something else came, or nothing. */
    Optional<FailedLook> impatience(Expression expression) {
        return unmatched.isEmpty() ? Optional.empty() : Optional.of(mismatch("nothing else came in time", expression));
    }

    private Optional<MatchResult> find(Expression expression) throws FailedLook, InterruptedException {
        try {
            return search.find(expression, unmatched);
        } catch (Undecided e) {
            throw new FailedLook(Reason.EXPECT_MISMATCH, "answer against " + expression + ": " + e.getMessage());
        }
    }

    private boolean readMore(Expression expression) throws IOException, FailedLook {
        int count = reader.read(piece);
        if (count < 0) {
            if (unmatched.isEmpty()) {
                throw new FailedLook(
                        Reason.CUT_OFF, "the peer closed the connection before it sent what matches " + expression);
            }
            return false;
        }
        trace.received();
        received += count;
        unmatched.append(piece, 0, count);
        if (beginning.length() <= SHOWN) {
            beginning.append(piece, 0, count);
        }
        if (received > limit) {
            throw new FailedLook(
                    Reason.TOO_LARGE, "the peer sent more than " + Words.bytes(limit) + ", the limit of max-size");
        }
        return true;
    }

    private FailedLook mismatch(String end, Expression expression) {
        return new FailedLook(
                Reason.EXPECT_MISMATCH,
                "expected " + expression + ", received \"" + Words.excerpt(unmatched.toString(), 120) + "\"; " + end);
    }

    private static Reader reader(Socket socket) throws IOException {
        return new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
    }
}
