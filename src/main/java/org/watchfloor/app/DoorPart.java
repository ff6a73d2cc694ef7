package org.watchfloor.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.Secret;
import org.watchfloor.web.EnginePorts;
import org.watchfloor.web.Installation;
import org.watchfloor.web.WebDoor;
import org.watchfloor.web.WebSettings;

/** The web door while the program runs. Confined to the lifecycle. */
final class DoorPart {
    private static final Logger LOG = LoggerFactory.getLogger(DoorPart.class);
    private static final String TOKEN = "WATCHFLOOR_TOKEN";

    private final Listen listen;
    private final WebSettings settings;
    private final DataDirectory data;
    private final InstantSource clock;
    private Optional<WebDoor> door = Optional.empty();

    /** @throws StartFailed if it would be open to everybody, before anything has started */
    DoorPart(Listen listen, DataDirectory data, InstantSource clock) throws StartFailed {
        this.listen = listen;
        this.settings = settings(listen.address());
        this.data = data;
        this.clock = clock;
    }

    void open(EnginePorts ports) throws IOException, StartFailed {
        try {
            open(settings, ports);
        } catch (IOException e) {
            if (!(e.getCause() instanceof BindException)) {
                throw e;
            }
            if (listen.isGiven()) {
                throw new StartFailed("cannot listen on " + text(listen.address())
                        + ": the address is taken or not of this machine; choose another one with --listen");
            }
            LOG.warn(
                    "port {} is taken; the web door takes a free one",
                    listen.address().getPort());
            open(settings(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)), ports);
        }
    }

    void close() {
        door.ifPresent(WebDoor::close);
    }

    private void open(WebSettings where, EnginePorts ports) throws IOException {
        WebDoor opened = new WebDoor(where, ports, new Installation(Version.text(), data.path()), clock);
        opened.start();
        door = Optional.of(opened);
        InetAddress address = where.address().getAddress();
        data.announce("listening on http://" + text(new InetSocketAddress(address, opened.port())));
    }

    private static WebSettings settings(InetSocketAddress address) throws StartFailed {
        Optional<Secret> token = Optional.ofNullable(System.getenv(TOKEN)).map(_ -> new Secret.Variable(TOKEN));
        WebSettings usual = WebSettings.loopback(address.getPort());
        try {
            return new WebSettings(address, token, usual.hostNames(), usual.requestsPerSecond(), usual.burst());
        } catch (IllegalArgumentException e) {
            throw new StartFailed(String.valueOf(e.getMessage()));
        }
    }

    private static String text(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
