package org.watchfloor.lab;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;

/** The twelve hosts of the lab and what they serve, in the order of their ports. */
final class Network {
    private final ThreadFactory threads;
    private final Certificates certificates;
    private final SshProtocol ssh;

    Network(ThreadFactory threads, InstantSource clock) {
        this.threads = threads;
        certificates = new Certificates(clock);
        ssh = new SshProtocol(threads, SshKeys.load(), new Shell(new LinuxMachine(clock)));
    }

    /** Number n in this list, counted from 1, is the offset of its port. */
    List<Place> places() {
        return List.of(
                new Place("gw-1", "http", "status page of the gateway", web(gateway())),
                new Place("bastion", "ssh", "the way in for operators", ssh),
                new Place("web-1", "http", "front page, first of three", web(front("web-1"))),
                new Place("web-2", "http", "front page, second of three", web(front("web-2"))),
                new Place("web-3", "http", "front page, third of three", web(front("web-3"))),
                new Place("api-1", "https", "JSON API", secure(api())),
                new Place("shop", "https", "the shop", secure(shop())),
                new Place("auth-1", "https", "login, behind basic authentication", secure(login())),
                new Place("mail-1", "smtp", "mail with STARTTLS", lines(LineScript.SMTP)),
                new Place("db-1", "postgresql", "database", new PostgresProtocol(threads, certificates)),
                new Place("db-1", "ssh", "the database's machine", ssh),
                new Place("cache-1", "redis", "cache", lines(LineScript.REDIS)),
                new Place("files-1", "http", "downloads", web(downloads())),
                new Place("files-1", "ssh", "the file server's machine", ssh));
    }

    /** A service and where it belongs. */
    record Place(String host, String service, String summary, Protocol protocol) {
        String name() {
            return host + "/" + service;
        }
    }

    private Protocol web(WebSite site) {
        return new WebProtocol(threads, site);
    }

    private Protocol secure(WebSite site) {
        return new SecureWebProtocol(threads, site, certificates);
    }

    private Protocol lines(LineScript script) {
        return new LineProtocol(threads, script, certificates);
    }

    private static WebSite gateway() {
        return WebSite.open(Map.of("/", Page.text("gw-1: all uplinks are up")));
    }

    private static WebSite front(String host) {
        return WebSite.open(Map.of(
                "/", Page.html("Front page", "Served by " + host + "."),
                "/health", Page.json("{\"status\":\"ok\",\"host\":\"" + host + "\"}")));
    }

    private static WebSite api() {
        return WebSite.open(Map.of(
                "/health",
                        Page.json("{\"status\":\"ok\",\"version\":\"4.2.0\","
                                + "\"database\":{\"connected\":true,\"pool\":{\"used\":7,\"max\":20}}}"),
                "/orders",
                        Page.json("{\"orders\":[{\"id\":1017,\"state\":\"paid\"},{\"id\":1018,\"state\":\"sent\"}]}")));
    }

    private static WebSite shop() {
        return WebSite.open(Map.of("/", Page.html("Shop", "Everything for the small network. Add to cart")));
    }

    private static WebSite login() {
        return WebSite.closed(
                Map.of("/session", Page.json("{\"user\":\"watch\",\"valid\":true}")),
                SshProtocol.USER,
                Resources.text("password.txt").strip());
    }

    private static WebSite downloads() {
        return WebSite.open(Map.of("/release.txt", Page.text("watchfloor-demo 1.4.2\n" + "x".repeat(4_000))));
    }
}
