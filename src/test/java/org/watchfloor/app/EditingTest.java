package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a program edits is in force in the process that runs, and calendars go out and in. */
class EditingTest {
    private static final String CALENDAR = """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            UID:disks@example.org
            DTSTART;TZID=Europe/Berlin:20300110T220000
            DURATION:PT4H
            RRULE:FREQ=WEEKLY;BYDAY=TH
            SUMMARY:New disks
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir
    private Path temp;

    @AutoClose
    private final WebSite site = new WebSite();

    @AutoClose
    private final HttpClient client = HttpClient.newHttpClient();

    private Path config = Path.of("");

    EditingTest() throws Exception {}

    @BeforeEach
    void configure() throws Exception {
        config = temp.resolve("config");
        site.configure(config);
    }

    @Test
    void bringsIntoForceWhatIsEdited() throws Exception {
        try (Run run = Run.headless(config, temp.resolve("data"))) {
            run.awaitState("web-1/page", "UP");

            HttpResponse<String> made =
                    post(run, "alert-rules", "{\"id\":\"quick\",\"when\":\"latency > 0ms\",\"severity\":\"low\"}");
            run.awaitJson("/api/v1/alert-rules", rules -> rules.toString().contains("\"quick\""));
            JsonNode fires = run.awaitJson(
                    "/api/v1/alerts?status=firing",
                    alerts -> alerts.path("alerts").size() > 0);
            long alert = fires.path("alerts").get(0).path("id").asLong(0);
            post(run, "silences", "{\"id\":\"hush\",\"match\":\"rule=\\\"quick\\\"\",\"for\":\"1h\"}");
            JsonNode held = run.awaitJson(
                    "/api/v1/silences/hush",
                    now -> now.path("soFar").path("alerts").asInt(0) == 1);
            HttpResponse<String> invalid = post(run, "alert-rules", "{\"id\":\"bad\",\"when\":\"latency >\"}");
            HttpResponse<String> ended = post(run, "silences/hush/expire", "{}");
            run.awaitJson(
                    "/api/v1/silences",
                    all -> !all.path("silences").get(0).path("active").asBoolean(true));
            post(run, "configuration/undo", "");
            run.awaitJson(
                    "/api/v1/silences",
                    all -> all.path("silences").get(0).path("active").asBoolean(false));

            assertThat(made.statusCode()).as(made.body()).isEqualTo(202);
            assertThat(held.path("soFar").path("newest").get(0).asLong(0)).isEqualTo(alert);
            assertThat(held.path("preview").path("now").get(0).asLong(0)).isEqualTo(alert);
            assertThat(held.path("preview").path("past").path("alerts").asInt(0))
                    .isEqualTo(1);
            assertThat(invalid.statusCode()).isEqualTo(422);
            assertThat(ended.statusCode()).as(ended.body()).isEqualTo(202);
            assertThat(run.json("/api/v1/engine").path("configurationProblems").isEmpty())
                    .isTrue();
            assertThat(run.log()).contains("api changed console.yaml: alerts/quick");
        }
    }

    @Test
    void takesACalendarIntoTheFilesAndGivesItBack() throws Exception {
        Path calendar = Files.writeString(temp.resolve("in.ics"), CALENDAR);

        try (Run dry = maintenance("import", calendar.toString(), "--hosts", "web-*", "--dry-run");
                Run aimless = maintenance("import", calendar.toString())) {
            assertThat(dry.exitCode()).as(dry.errors()).isZero();
            assertThat(dry.output()).contains("would be taken over: 1 event into console.yaml");
            assertThat(aimless.exitCode()).isEqualTo(1);
            assertThat(aimless.errors()).contains("it is not said what it is for");
            assertThat(config.resolve("console.yaml")).doesNotExist();
        }
        try (Run taken = maintenance("import", calendar.toString(), "--hosts", "web-*")) {
            assertThat(taken.exitCode()).as(taken.errors()).isZero();
            assertThat(config.resolve("console.yaml")).content().contains("rrule: FREQ=WEEKLY;BYDAY=TH", "lasts: 4h");
        }
        try (Run printed = maintenance("export")) {
            assertThat(printed.exitCode()).as(printed.errors()).isZero();
            assertThat(printed.output())
                    .startsWith("BEGIN:VCALENDAR")
                    .contains("RRULE:FREQ=WEEKLY;BYDAY=TH", "SUMMARY:New disks", "TZID=Europe/Berlin");
        }
    }

    @Test
    void saysWhyACalendarCannotBeTaken() throws Exception {
        try (Run missing = maintenance("import", temp.resolve("none.ics").toString())) {
            assertThat(missing.exitCode()).isEqualTo(2);
            assertThat(missing.errors()).contains("cannot be read");
        }
        Files.writeString(config.resolve("broken.yaml"), "hosts: [\n");
        Path calendar = Files.writeString(temp.resolve("in.ics"), CALENDAR);
        try (Run refused = maintenance("import", calendar.toString(), "--hosts", "*")) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.errors()).contains("broken.yaml:", "nothing was changed");
        }
    }

    private Run maintenance(String command, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 4];
        System.arraycopy(new String[] {"maintenance", command, "--config", config.toString()}, 0, all, 0, 4);
        System.arraycopy(arguments, 0, all, 4, arguments.length);
        return Run.of(temp.resolve("data"), Map.of(), all);
    }

    private HttpResponse<String> post(Run run, String path, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(run.url().resolve("/api/v1/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
