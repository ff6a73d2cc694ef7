package org.watchfloor.notify;

/** A channel as the operator wrote it. Implementations are records; credentials only by reference. */
public interface ChannelSpec {
    /** One line for people, without secrets: {@code mail to ops@example.org by smtp.example.org:587}. */
    String summary();
}
