package org.watchfloor.probe.net;

/** How far a look had come; tells apart what the same exception means. */
public enum Stage {
    CONNECTING,
    HANDSHAKE,
    /** Connected, and secured if it had to be. */
    EXCHANGE
}
