package org.watchfloor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What other programs pay for the same checks, where they are installed. */
final class Others {
    private static final Path PROMETHEUS = Path.of("/usr/bin/prometheus");
    private static final Path BLACKBOX = Path.of("/usr/bin/prometheus-blackbox-exporter");
    private static final Path CHECK_HTTP = Path.of("/usr/lib/nagios/plugins/check_http");
    private static final int FORKS = 300;

    private final WebTarget web;
    private final Figures figures;

    Others(WebTarget web, Figures figures) {
        this.web = web;
        this.figures = figures;
    }

    /** 1,000 targets every 10 s through the blackbox exporter; CPU of both programs, checks as the target counted them. */
    void prometheus(Path directory, Duration warmUp, Duration window, int windows)
            throws IOException, InterruptedException {
        if (!Files.isExecutable(PROMETHEUS) || !Files.isExecutable(BLACKBOX)) {
            System.err.println("prometheus and prometheus-blackbox-exporter are not installed: left out");
            return;
        }
        Files.createDirectories(directory);
        int exporter = Ports.free();
        int server = Ports.free();
        Files.writeString(directory.resolve("blackbox.yml"), "modules: { http_2xx: { prober: http, timeout: 5s } }\n");
        Files.writeString(directory.resolve("prometheus.yml"), scrapes(exporter));
        try (Servant blackbox = Servant.start(
                        "blackbox exporter",
                        List.of(
                                BLACKBOX.toString(),
                                "--config.file=" + directory.resolve("blackbox.yml"),
                                "--log.level=error",
                                "--web.listen-address=127.0.0.1:" + exporter),
                        directory.resolve("blackbox.log").toFile());
                Servant prometheus = Servant.start(
                        "prometheus",
                        List.of(
                                PROMETHEUS.toString(),
                                "--config.file=" + directory.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                                "--web.listen-address=127.0.0.1:" + server),
                        directory.resolve("prometheus.log").toFile())) {
            prometheus.runFor(warmUp);
            List<Double> cpu = new ArrayList<>();
            for (int round = 0; round < windows; round++) {
                long before = web.requests();
                Duration spent = blackbox.cpu().plus(prometheus.cpu());
                prometheus.runFor(window);
                Duration cost = blackbox.cpu().plus(prometheus.cpu()).minus(spent);
                cpu.add(cost.toNanos() / 1e6 / (web.requests() - before));
            }
            double rss = blackbox.rssMegabytes() + prometheus.rssMegabytes();
            figures.print("prometheus-100", "CPU-s per 1,000 checks", "", cpu, Map.of("rssMB", Figures.rounded(rss)));
        }
    }

    /** A plugin forked for each check, as Nagios and Icinga do; the forking alone, without a scheduler. */
    void plugin() throws IOException, InterruptedException {
        if (!Files.isExecutable(CHECK_HTTP)) {
            System.err.println("monitoring-plugins are not installed: left out");
            return;
        }
        String loop = "TIMEFORMAT='%U %S'; time for ((i = 0; i < " + FORKS + "; i++)); do " + CHECK_HTTP + " -I "
                + WebTarget.address(0) + " -p " + web.port() + " >/dev/null; done";
        List<Double> cpu = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            Process bash = new ProcessBuilder("bash", "-c", loop)
                    .redirectErrorStream(true)
                    .start();
            String[] times = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(" ");
            bash.waitFor();
            cpu.add((Double.parseDouble(times[0]) + Double.parseDouble(times[1])) / FORKS * 1_000);
        }
        figures.print("plugin-forked", "CPU-s per 1,000 checks", "", cpu, Map.of());
    }

    private String scrapes(int exporter) {
        String targets = IntStream.range(0, 1_000)
                .mapToObj(check -> "http://" + WebTarget.address(check / 10) + ":" + web.port() + "/?" + check)
                .collect(Collectors.joining("', '", "['", "']"));
        return """
                global: { scrape_interval: 10s, scrape_timeout: 5s }
                scrape_configs:
                  - job_name: web
                    metrics_path: /probe
                    params: { module: [http_2xx] }
                    static_configs: [{ targets: %s }]
                    relabel_configs:
                      - { source_labels: [__address__], target_label: __param_target }
                      - { source_labels: [__param_target], target_label: instance }
                      - { target_label: __address__, replacement: '127.0.0.1:%d' }
                """.formatted(targets, exporter);
    }
}
