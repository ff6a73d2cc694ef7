package org.watchfloor.probe.http;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.watchfloor.config.CheckSpec;
import org.watchfloor.probe.tls.TlsSpec;

/**
 * An HTTP check as the operator wrote it (semantics: RFC 9110).
 *
 * @param url absolute, http or https, without user and password
 * @param method upper case; default GET
 * @param headers request headers; none that carry credentials
 * @param body of the request, sent as UTF-8
 * @param redirects whether and how far redirects are followed
 * @param expect what the answer must look like
 * @param maxSize largest body to accept, in bytes; 1 to 64 MiB, default 1 MiB
 * @param proxy an HTTP proxy, {@code http://host:port}; the system's proxy settings are not used
 * @param reuse keep the connection for the next look; default false, so that every look pays for what users pay for
 */
public record HttpCheck(
        URI url,
        String method,
        Map<String, String> headers,
        Optional<String> body,
        HttpAuth auth,
        Redirects redirects,
        HttpExpectations expect,
        int maxSize,
        Optional<URI> proxy,
        HttpVersion protocol,
        TlsSpec tls,
        boolean reuse)
        implements CheckSpec {
    public static final int DEFAULT_MAX_SIZE = 1 << 20;

    public HttpCheck {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    @Override
    public String summary() {
        return method + " " + url;
    }
}
