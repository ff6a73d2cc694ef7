package org.watchfloor.probe.tcp;

import java.util.List;
import java.util.Optional;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.probe.tls.TlsSpec;

/**
 * A TCP check as the operator wrote it.
 *
 * @param host name or address; default the address of the host that the check belongs to
 * @param port 1 to 65535
 * @param tls present if the connection is secured, at once or by {@code startTls}
 * @param serverName whose certificate is expected (also sent as SNI, RFC 6066); default {@code host}
 * @param maxSize most text to read in all, in bytes; 1 B to 16 MiB, default 64 KiB
 */
public record TcpCheck(
        String host,
        int port,
        Optional<TlsSpec> tls,
        StartTls startTls,
        Optional<String> serverName,
        List<Step> script,
        int maxSize)
        implements CheckSpec {
    public static final int DEFAULT_MAX_SIZE = 64 << 10;

    public TcpCheck {
        script = List.copyOf(script);
    }

    @Override
    public String summary() {
        String secured = tls.isPresent() ? " with TLS" : "";
        return "TCP " + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port + secured;
    }
}
