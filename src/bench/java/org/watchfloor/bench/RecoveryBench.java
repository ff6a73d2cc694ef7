package org.watchfloor.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How soon something is done about a failure. Servers of its own stop listening, one after the other; the first step of the
 * runbook writes down when it runs. Each server fails once and is back before the proof is looked at, so that no budget,
 * cool-down or flapping stands between.
 */
final class RecoveryBench implements AutoCloseable {
    private static final int SERVERS = 20;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int PATIENCE = 1_500;

    private final List<ServerSocket> servers;
    private final Path trace;

    private RecoveryBench(List<ServerSocket> servers, Path trace) {
        this.servers = servers;
        this.trace = trace;
    }

    /** Starts the servers, and writes them and the runbook into the configuration. */
    static RecoveryBench beside(Path config) throws IOException {
        Path trace = Files.createFile(config.resolveSibling("trace"));
        List<ServerSocket> servers = new ArrayList<>();
        StringBuilder yaml = new StringBuilder("hosts:\n");
        for (int server = 0; server < SERVERS; server++) {
            servers.add(listen(0));
            yaml.append(
                    "  mended-%d: { address: 127.0.0.1, checks: { port: { every: 2s, timeout: 1s, ".formatted(server));
            yaml.append("unhealthy-after: 1, healthy-after: 1, tcp: { port: %d } } } }\n"
                    .formatted(servers.getLast().getLocalPort()));
        }
        yaml.append("""
                runbooks:
                  note:
                    for: { failures: [connection-refused] }
                    steps: [ { command: { argv: [/bin/sh, -c, 'date +%%s%%N >> %s; exec sleep 1'] } } ]
                    proof: { checks: [this], green-for: 0s, within: 30s }
                """.formatted(trace));
        Files.writeString(config.resolve("mended.yaml"), yaml);
        return new RecoveryBench(servers, trace);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket(port, 100, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    server.accept().close();
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
        return server;
    }

    /** One failure, in milliseconds since the end of the look that saw it. */
    private record Reaction(double decidedMillis, double begunMillis) {}

    void measure(Console console, Figures figures) throws IOException, InterruptedException {
        console.post("/api/v1/automation", "{\"level\":\"FULL\",\"reason\":\"figure\"}");
        List<Reaction> reactions = new ArrayList<>();
        for (int server = 0; server < SERVERS; server++) {
            reactions.add(reaction(server, console));
        }
        List<Double> begun = reactions.stream().map(Reaction::begunMillis).toList();
        List<Double> decided = reactions.stream().map(Reaction::decidedMillis).toList();
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("maxMs", Figures.rounded(Collections.max(begun)));
        more.put("decidedMs", Figures.rounded(Figures.median(decided)));
        more.put("maxDecidedMs", Figures.rounded(Collections.max(decided)));
        figures.print("recovery", "ms", "< 2000", begun, more);
    }

    private Reaction reaction(int server, Console console) throws IOException, InterruptedException {
        int port = servers.get(server).getLocalPort();
        servers.get(server).close();
        Instant ran = awaitStep(server, console);
        Instant seen = awaitFailedLook(server, console);
        servers.set(server, listen(port));
        return new Reaction(millis(seen, awaitMended(server, console)), millis(seen, ran));
    }

    /** When the step ran, as it says itself. */
    private Instant awaitStep(int server, Console console) throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            List<String> lines = Files.readAllLines(trace);
            if (lines.size() > server) {
                long nanos = Long.parseLong(lines.get(server));
                return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
            }
            console.runFor(PAUSE);
        }
        throw new IllegalStateException("no runbook began within half a minute");
    }

    /** When the look that failed had ended; the API shows it a moment later, and until the next look. */
    private static Instant awaitFailedLook(int server, Console console) throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            JsonNode look =
                    console.get("/api/v1/checks/mended-" + server + "/port").get("last");
            if (look.get("outcome").asString().equals("DOWN")) {
                return instant(look, "finishedAt");
            }
            console.runFor(PAUSE);
        }
        throw new IllegalStateException("the API shows no look of mended-" + server + " that failed");
    }

    /** When its step began, on record; returns after the action has helped. */
    private static Instant awaitMended(int server, Console console) throws IOException, InterruptedException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            JsonNode last =
                    console.get("/api/v1/actions?limit=1").get("actions").get(0);
            if (last.get("host").asString().equals("mended-" + server)
                    && last.get("status").asString().equals("succeeded")) {
                JsonNode action =
                        console.get("/api/v1/actions/" + last.get("id").asLong());
                return instant(action.get("steps").get(0), "begun");
            }
            console.runFor(PAUSE);
        }
        throw new IllegalStateException("mended-" + server + " is not up again within half a minute");
    }

    private static Instant instant(JsonNode node, String key) {
        return Instant.parse(node.get(key).asString());
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket server : servers) {
            server.close();
        }
    }
}
