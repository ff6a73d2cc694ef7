package org.watchfloor.app;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Watchfloor as a process of its own, from the class path of the tests, seen from outside only: what it prints, where it
 * listens, how it ends.
 */
final class Run implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Pattern URL = Pattern.compile("listening on (http://\\S+)");

    private final Process process;
    private final Path output;
    private final Path errors;
    private final Path data;
    private final HttpClient client = HttpClient.newHttpClient();

    private Run(Process process, Path output, Path errors, Path data) {
        this.process = process;
        this.output = output;
        this.errors = errors;
        this.data = data;
    }

    /** Headless, on a free port. */
    static Run headless(Path config, Path data) throws IOException {
        return of(
                data,
                Map.of(),
                "--headless",
                "--listen",
                "127.0.0.1:0",
                "--config",
                config.toString(),
                "--data",
                data.toString());
    }

    /** @param data where the process was told to keep its data; its output lies beside it */
    static Run of(Path data, Map<String, String> environment, String... arguments) throws IOException {
        return of(data, environment, List.of(), arguments);
    }

    static Run of(Path data, Map<String, String> environment, List<String> jvm, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), "org.watchfloor.app.Watchfloor"));
        command.addAll(Arrays.asList(arguments));
        Path scratch = Files.createTempDirectory(data.toAbsolutePath().getParent(), "run");
        Path output = scratch.resolve("output.txt");
        Path errors = scratch.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.equals("DISPLAY") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        return new Run(builder.start(), output, errors, data);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs: " + errors());
        }
        return process.exitValue();
    }

    String output() {
        return read(output);
    }

    String errors() {
        return read(errors);
    }

    String log() {
        return read(data.resolve("logs/watchfloor.log"));
    }

    /** What the process tells a second start about itself, once it listens. */
    URI url() {
        String said = await().atMost(PATIENCE).until(this::announcement, URL.asPredicate());
        Matcher matcher = URL.matcher(said);
        return matcher.find() ? URI.create(matcher.group(1)) : URI.create("none:");
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Asks again and again until the answer is as it should be. */
    JsonNode awaitJson(String path, Predicate<JsonNode> good) {
        url();
        return await().atMost(PATIENCE).ignoreExceptions().until(() -> json(path), good);
    }

    /** Returns when all stages have started. */
    void awaitReady() {
        awaitJson("/health/ready", ready -> ready.path("status").asString("").equals("healthy"));
    }

    /** The check once it is in that state. */
    JsonNode awaitState(String check, String state) {
        JsonNode checks = awaitJson(
                "/api/v1/checks",
                list -> state.equals(check(list, check).path("state").asString("")));
        return check(checks, check);
    }

    static JsonNode check(JsonNode list, String id) {
        return list.path("checks")
                .valueStream()
                .filter(check -> check.path("id").asString("").equals(id))
                .findFirst()
                .orElse(list.path("none"));
    }

    /** Sends a signal by its name, such as {@code TERM}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        client.close();
    }

    /** Without the tests' own resources: they would set the logs otherwise. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String announcement() {
        if (!process.isAlive()) {
            throw new AssertionError("ended with " + process.exitValue() + ": " + errors());
        }
        String said = read(data.resolve("watchfloor.pid"));
        return said.contains("pid " + process.pid() + ",") ? said : ""; // one that was killed has left its own behind
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
