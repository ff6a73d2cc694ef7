package org.watchfloor.web;

import java.time.Duration;

/**
 * How long clients may take.
 *
 * @param requestHead to send the head of a request
 * @param exchange for body, work and reply together, event streams left out
 * @param heartbeat between signs of life on an event stream
 * @param slowestWrite to take what is written to an event stream
 * @param drain to finish when the door closes, whole seconds
 */
record Limits(Duration requestHead, Duration exchange, Duration heartbeat, Duration slowestWrite, Duration drain) {
    static final Limits USUAL = new Limits(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(10),
            Duration.ofSeconds(5));
}
