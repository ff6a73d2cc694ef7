package org.watchfloor.probe.http;

import java.util.List;
import okhttp3.Protocol;

/** Which version of HTTP to speak. */
public enum HttpVersion {
    /** HTTP/2 over TLS if the server offers it (ALPN, RFC 7301), HTTP/1.1 otherwise. */
    AUTO,
    /** HTTP/1.1 (RFC 9112). */
    HTTP1,
    /** HTTP/2 over TLS (RFC 9113); another version is a failure. */
    HTTP2,
    /** HTTP/2 without TLS, with prior knowledge (RFC 9113, 3.3). */
    H2C;

    List<Protocol> offered() {
        return switch (this) {
            case AUTO, HTTP2 -> List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
            case HTTP1 -> List.of(Protocol.HTTP_1_1);
            case H2C -> List.of(Protocol.H2_PRIOR_KNOWLEDGE);
        };
    }

    boolean accepts(Protocol spoken) {
        return this != HTTP2 || spoken == Protocol.HTTP_2;
    }
}
