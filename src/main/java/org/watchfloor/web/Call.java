package org.watchfloor.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.model.AlertId;
import org.watchfloor.model.ChannelId;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.HostId;
import org.watchfloor.model.IncidentId;
import org.watchfloor.model.Names;
import org.watchfloor.model.NoticeId;
import org.watchfloor.recovery.action.ActionId;
import org.watchfloor.recovery.failure.FailureId;

/** One request as its handler sees it. Confined to the thread that serves it. */
record Call(HttpExchange exchange, Map<String, String> path) {
    /** The largest body that is read, in bytes. */
    static final int LARGEST_BODY = 64 * 1024;
    /** Of a calendar and of alerts of other programs. */
    static final int LARGEST_DOCUMENT = 1024 * 1024;

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** The address that the request came from. */
    String peer() {
        return exchange.getRemoteAddress().getAddress().getHostAddress();
    }

    Query query() {
        return Query.parse(exchange.getRequestURI().getRawQuery());
    }

    /** The host that the path names; a value that cannot be a name is simply not found. */
    HostId hostId() {
        return new HostId(name("host"));
    }

    CheckId checkId() {
        return new CheckId(hostId(), name("name"));
    }

    IncidentId incidentId() {
        return new IncidentId(number("incident"));
    }

    AlertId alertId() {
        return new AlertId(number("alert"));
    }

    ActionId actionId() {
        return new ActionId(number("action"));
    }

    FailureId failureId() {
        return new FailureId(number("failure"));
    }

    NoticeId noticeId() {
        return new NoticeId(number("notice"));
    }

    ChannelId channelId() {
        return new ChannelId(name("id"));
    }

    private long number(String of) {
        String text = path.getOrDefault("id", "");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.notFound("there is no such " + of + "; its id is a number");
        }
        return Long.parseLong(text);
    }

    /** The same as {@link #body} for what may be left out altogether. */
    <T> T body(Class<T> type, T byDefault) {
        boolean isEmpty = header("Transfer-Encoding").isEmpty()
                && header("Content-Length").orElse("0").equals("0");
        return isEmpty ? byDefault : body(type);
    }

    /** @throws Problem 415 if it does not say that it is JSON, 413 if it is too large, 400 if it is not as expected */
    <T> T body(Class<T> type) {
        String contentType = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!contentType.matches("application/json\\s*(;.*)?")) {
            throw Problem.of(415, "send the body as Content-Type: application/json");
        }
        return Json.read(bytes(), type);
    }

    /** @throws Problem 415 if it does not say that it is a calendar, 413 if it is too large */
    String calendar() {
        String contentType = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!contentType.matches("text/calendar\\s*(;.*)?")) {
            throw Problem.of(415, "send the calendar as Content-Type: text/calendar");
        }
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /** @throws Problem 413 if the body is announced to be larger than this path takes */
    void requireSmallBody() {
        long announced = header("Content-Length").map(Call::length).orElse(0L);
        if (announced > largest()) {
            throw tooLarge();
        }
    }

    private int largest() {
        String path = exchange.getRequestURI().getRawPath();
        boolean isDocument = CalendarEndpoints.IMPORT.equals(path) || OutsideEndpoints.PATHS.contains(path);
        return isDocument ? LARGEST_DOCUMENT : LARGEST_BODY;
    }

    private byte[] bytes() {
        requireSmallBody();
        try {
            InputStream in = exchange.getRequestBody();
            byte[] body = in.readNBytes(largest() + 1);
            if (body.length > largest()) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name(String parameter) {
        String name = path.getOrDefault(parameter, "");
        if (!Names.isName(name)) {
            throw Problem.notFound("there is no such "
                    + switch (parameter) {
                        case "host" -> "host";
                        case "id" -> "channel";
                        default -> "check";
                    });
        }
        return name;
    }

    private static long length(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Problem tooLarge() {
        return Problem.withHeader(413, "the body is larger than " + largest() + " bytes", "Connection", "close");
    }
}
