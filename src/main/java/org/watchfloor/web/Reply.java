package org.watchfloor.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** What a handler answers. */
sealed interface Reply {
    int status();

    String type();

    Map<String, String> headers();

    static Text ok(Object value) {
        return json(200, value);
    }

    static Text json(int status, Object value) {
        return new Text(status, "application/json", Json.write(value), Map.of());
    }

    /** A text that is known as a whole. */
    record Text(int status, String type, String body, Map<String, String> headers) implements Reply {
        Text as(String otherType) {
            return new Text(status, otherType, body, headers);
        }

        Text with(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(headers);
            all.putAll(more);
            return new Text(status, type, body, Map.copyOf(all));
        }
    }

    /** A large text that is written as it is made. */
    record Streamed(String type, Content content) implements Reply {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of();
        }
    }

    /** Goes on until the client leaves or the door closes; sets its own deadline for each write. */
    record Live(String type, LiveContent content) implements Reply {
        @Override
        public int status() {
            return 200;
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-Accel-Buffering", "no");
        }
    }

    /** Writes a body once. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes a body that has no end of its own. */
    @FunctionalInterface
    interface LiveContent {
        void writeTo(OutputStream out, Deadline deadline) throws IOException, InterruptedException;
    }
}
