package org.watchfloor.notify.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.watchfloor.notify.Delivery;
import org.watchfloor.notify.http.Broken;
import org.watchfloor.notify.text.Excerpt;

/** What a broken conversation means: 4xx and broken connections may pass, 5xx do not (RFC 5321, 4.2.1). */
final class MailFailure {
    private static final int EXCERPT = 300;

    private final MessagingException thrown;
    private final int lastCode;

    /** @param lastCode of the server's last reply, -1 for none */
    MailFailure(MessagingException thrown, int lastCode) {
        this.thrown = thrown;
        this.lastCode = lastCode;
    }

    Delivery delivery(String server) {
        Optional<IOException> broken = broken();
        if (broken.filter(SocketTimeoutException.class::isInstance).isPresent()) {
            return retry("no answer from " + server + " in time");
        }
        if (broken.isPresent()) {
            return retry("no mail by " + server + ": " + Broken.why(broken.get()));
        }
        List<Integer> codes = codes();
        String why = server + " refuses" + others() + ": " + Excerpt.line(said(), EXCERPT);
        if (codes.isEmpty() && lastCode < 0) {
            return retry("no mail by " + server + ": the connection was closed");
        }
        boolean mayPass = codes.stream().anyMatch(code -> code < 500);
        return mayPass ? retry(why) : new Delivery.Refused(why);
    }

    private static Delivery retry(String why) {
        return new Delivery.Retry(why, Optional.empty());
    }

    private String others() {
        boolean some = thrown instanceof SendFailedException failed
                && failed.getValidSentAddresses() != null
                && failed.getValidSentAddresses().length > 0;
        return some ? " some recipients (the others have it)" : "";
    }

    private Optional<IOException> broken() {
        return chain().stream()
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
    }

    /** The replies that name the failure, all of 400 or more. */
    private List<Integer> codes() {
        List<Integer> named = chain().stream()
                .flatMapToInt(MailFailure::code)
                .filter(code -> code >= 400)
                .boxed()
                .toList();
        return named.isEmpty() && lastCode >= 400 ? List.of(lastCode) : named;
    }

    private static IntStream code(Exception e) {
        return switch (e) {
            case SMTPAddressFailedException address -> IntStream.of(address.getReturnCode());
            case SMTPSenderFailedException sender -> IntStream.of(sender.getReturnCode());
            case SMTPSendFailedException send -> IntStream.of(send.getReturnCode());
            default -> IntStream.empty();
        };
    }

    private String said() {
        String refusals = chain().stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(e -> String.valueOf(e.getMessage()).strip())
                .collect(Collectors.joining("; "));
        if (!refusals.isEmpty()) {
            return refusals;
        }
        String said = String.valueOf(thrown.getMessage());
        return thrown instanceof AuthenticationFailedException ? "user or password: " + said : said;
    }

    private List<Exception> chain() {
        List<Exception> chain = new ArrayList<>();
        Exception next = thrown;
        while (next != null && chain.size() < 100) {
            chain.add(next);
            next = next instanceof MessagingException message
                    ? message.getNextException()
                    : next.getCause() instanceof Exception cause ? cause : null;
        }
        return chain;
    }
}
