package org.watchfloor.notify.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.watchfloor.notify.text.Excerpt;

/** Plain words for a connection that did not come about or broke off. Pure functions. */
public final class Broken {
    private Broken() {}

    public static String why(IOException thrown) {
        return switch (thrown) {
            case UnknownHostException _ -> "the name is not known";
            case ConnectException _ -> "connection refused";
            case SSLException secure -> "TLS failed: " + Excerpt.line(String.valueOf(secure.getMessage()), 200);
            default -> Excerpt.line(String.valueOf(thrown.getMessage()), 200);
        };
    }
}
