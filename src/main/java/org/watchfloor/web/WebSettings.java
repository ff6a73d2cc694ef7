package org.watchfloor.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Secret;

/**
 * Where the web door listens and whom it lets in.
 *
 * @param address port 0 takes a free one
 * @param token what callers must present as {@code Authorization: Bearer}; needed for any address but loopback,
 *     enforced on loopback too when given
 * @param hostNames names, besides {@code localhost} and addresses, under which callers may reach a door without a
 *     token; with one any name will do
 * @param requestsPerSecond for one client address, over time, above 0
 * @param burst requests that one client address may make at once, from 1
 */
public record WebSettings(
        InetSocketAddress address, Optional<Secret> token, Set<String> hostNames, double requestsPerSecond, int burst) {
    static final int SHORTEST_TOKEN = 16;

    /** @throws IllegalArgumentException with one sentence for the operator if that would leave the door open */
    public WebSettings {
        hostNames = Set.copyOf(hostNames);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(
                    "cannot listen on \"" + address.getHostString() + "\": there is no such address on this machine");
        }
        if (token.isEmpty() && !address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("will not listen on "
                    + address.getAddress().getHostAddress()
                    + " without a token, as anybody on the network could read and pause checks; give a token of at least "
                    + SHORTEST_TOKEN + " characters in WATCHFLOOR_TOKEN, or listen on 127.0.0.1");
        }
        token.ifPresent(WebSettings::requireStrong);
        if (!(requestsPerSecond > 0) || burst < 1) {
            throw new IllegalArgumentException("the rate limit must let at least some requests through");
        }
    }

    /** On 127.0.0.1 without a token, 200 requests a second for each client. */
    public static WebSettings loopback(int port) {
        return new WebSettings(
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), Optional.empty(), Set.of(), 200, 400);
    }

    private static void requireStrong(Secret token) {
        String value = token.value()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the token of the web door, " + token.reference() + ", is missing on this machine"));
        if (value.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException("the token of the web door, " + token.reference() + ", is shorter than "
                    + SHORTEST_TOKEN + " characters; make one with: openssl rand -hex 32");
        }
    }
}
