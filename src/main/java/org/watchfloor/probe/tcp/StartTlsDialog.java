package org.watchfloor.probe.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.Words;

/** Asks the peer, in its protocol's words, to go on with TLS. */
final class StartTlsDialog {
    /** A complete reply of SMTP (RFC 5321, 4.2) or FTP (RFC 959, 4.2), which may have several lines. */
    private static final Expression REPLY = expression("\\A(?:\\d{3}-[^\\n]*\\n)*(\\d{3})(?: [^\\n]*)?\\n");

    private static final Expression LINE = expression("\\A([^\\n]*)\\n");
    /** The tagged answer, perhaps behind untagged ones. */
    private static final Expression TAGGED = expression("(?m)^a1 (\\w+)[^\\n]*\\n");

    private static final Expression ONE_CHARACTER = expression("\\A([\\s\\S])");
    private static final int SSL_REQUEST = 80877103;

    private final Conversation conversation;

    StartTlsDialog(Conversation conversation) {
        this.conversation = conversation;
    }

    void run(StartTls protocol) throws IOException, FailedLook, InterruptedException {
        switch (protocol) {
            case NONE -> {
                return;
            }
            case SMTP -> smtp();
            case IMAP -> imap();
            case POP3 -> pop3();
            case FTP -> ftp();
            case POSTGRESQL -> postgresql();
        }
        if (conversation.hasUnread()) {
            throw new FailedLook(Reason.PROTOCOL, "the peer sent plain text after it agreed to TLS");
        }
    }

    private void smtp() throws IOException, FailedLook, InterruptedException {
        reply("220", "greeting");
        conversation.send("EHLO watchfloor\r\n");
        String offers = reply("250", "answer to EHLO");
        if (!Pattern.compile("(?mi)^250[ -]STARTTLS\\s*$").matcher(offers).find()) {
            throw new FailedLook(Reason.PROTOCOL, "the mail server does not offer STARTTLS");
        }
        conversation.send("STARTTLS\r\n");
        reply("220", "answer to STARTTLS");
    }

    private void ftp() throws IOException, FailedLook, InterruptedException {
        reply("220", "greeting");
        conversation.send("AUTH TLS\r\n");
        reply("234", "answer to AUTH TLS");
    }

    private void imap() throws IOException, FailedLook, InterruptedException {
        require(LINE, "\\* OK.*", "greeting");
        conversation.send("a1 STARTTLS\r\n");
        require(TAGGED, "OK", "answer to STARTTLS");
    }

    private void pop3() throws IOException, FailedLook, InterruptedException {
        require(LINE, "\\+OK.*", "greeting");
        conversation.send("STLS\r\n");
        require(LINE, "\\+OK.*", "answer to STLS");
    }

    private void postgresql() throws IOException, FailedLook, InterruptedException {
        conversation.send(ByteBuffer.allocate(8).putInt(8).putInt(SSL_REQUEST).array());
        require(ONE_CHARACTER, "S", "answer to SSLRequest");
    }

    private String reply(String code, String what) throws IOException, FailedLook, InterruptedException {
        return require(REPLY, code, what).group();
    }

    private MatchResult require(Expression shape, String wanted, String what)
            throws IOException, FailedLook, InterruptedException {
        MatchResult found = conversation.expect(shape);
        if (!found.group(1).strip().matches(wanted)) {
            throw new FailedLook(
                    Reason.PROTOCOL, what + " was \"" + Words.excerpt(found.group(), 120) + "\", so no TLS");
        }
        return found;
    }

    private static Expression expression(String text) {
        return Expression.of(Pattern.compile(text));
    }
}
