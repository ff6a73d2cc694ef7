package org.watchfloor.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.watchfloor.model.Transition;

/**
 * Every transition as a server-sent event (WHATWG HTML, 9.2), in order. Its {@code id} is the transition's number; a
 * client that comes back with it gets what it missed, nothing twice. An event {@code reset} says that the number which
 * the client knows was never given here: its picture of the past is of another store.
 */
final class EventsEndpoint {
    static final int MOST_LISTENERS = 500;

    private final TransitionFeed feed;
    private final Limits limits;

    EventsEndpoint(TransitionFeed feed, Limits limits) {
        this.feed = feed;
        this.limits = limits;
    }

    Reply answer(Call call) {
        OptionalLong after = after(call);
        if (feed.listeners() >= MOST_LISTENERS) {
            throw Problem.withHeader(503, "too many listeners; try again later", "Retry-After", "30");
        }
        return new Reply.Live("text/event-stream", (out, deadline) -> listen(after, new Stream(out, deadline)));
    }

    private void listen(OptionalLong after, Stream stream) throws IOException, InterruptedException {
        long at = feed.join(after);
        try {
            stream.write(
                    "retry: 2000\n: connected\n\n" + (after.isPresent() && after.getAsLong() != at ? reset(at) : ""));
            while (!feed.isClosed()) {
                List<Transition> next = feed.next(at, limits.heartbeat());
                stream.write(next.isEmpty() ? ": still here\n\n" : events(next));
                at = next.isEmpty() ? at : next.getLast().id();
            }
        } catch (Problem e) {
            stream.write(": " + e.detail() + "\n\n");
        } finally {
            feed.leave();
        }
    }

    /** {@code Last-Event-ID} is what a browser sends by itself when it comes back, so it wins over {@code after}. */
    private static OptionalLong after(Call call) {
        Optional<String> header = call.header("Last-Event-ID").filter(text -> !text.isEmpty());
        Optional<String> given = header.isPresent() ? header : call.query().text("after");
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!given.get().matches("[0-9]{1,18}")) {
            throw Problem.badParameter(
                    header.isPresent() ? "Last-Event-ID" : "after", "must be the number of a transition");
        }
        return OptionalLong.of(Long.parseLong(given.get()));
    }

    private static String reset(long at) {
        return "id: " + at + "\nevent: reset\ndata: {\"lastEventId\":" + at + "}\n\n";
    }

    private static String events(List<Transition> transitions) {
        return transitions.stream()
                .map(transition -> "id: " + transition.id() + "\nevent: transition\ndata: "
                        + Json.write(TransitionJson.of(transition)) + "\n\n")
                .collect(Collectors.joining());
    }

    /** The way to one client; a write that takes too long ends it. */
    private final class Stream {
        private final OutputStream out;
        private final Deadline deadline;

        Stream(OutputStream out, Deadline deadline) {
            this.out = out;
            this.deadline = deadline;
        }

        void write(String text) throws IOException {
            deadline.set(limits.slowestWrite());
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            deadline.lift();
        }
    }
}
