package org.watchfloor.notify;

/** A channel as the operator wrote it. Implementations are records; credentials only by reference. */
public interface ChannelSpec {
    /** One line for people, without secrets: {@code mail to ops@example.org by smtp.example.org:587}. */
    String summary();

    /** False if only whoever sits at this console hears of it: such a channel stands in for another one last. */
    default boolean reachesAfar() {
        return true;
    }
}
