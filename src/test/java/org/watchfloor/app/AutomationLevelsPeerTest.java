package org.watchfloor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.ssh.OpenSshd;
import tools.jackson.databind.JsonNode;

/**
 * Three things break at once, and the real program does about them what its level allows: a server is killed and started
 * again over the sshd of this machine, one of two instances hangs and the other one takes over, and what does not help is
 * undone and told to the next one of the chain.
 */
@Tag("peers")
@EnabledOnOs(OS.LINUX)
@Timeout(value = 90, unit = TimeUnit.SECONDS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomationLevelsPeerTest {
    private static final String WEB = "{\"check\":\"web-1/page\",\"by\":\"ada\"}";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Path temp;
    private OpenSshd sshd;
    private ServerProcess web;
    private ServerProcess api;
    private ServerProcess spare;
    private FrontDoor front;
    private WebSite mail;
    private PagedReceiver first;
    private PagedReceiver second;
    private RecoveryTalk door;
    private long before;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        temp = directory;
        sshd = opened(OpenSshd.start(temp));
        web = opened(ServerProcess.of(temp, "web-1"));
        api = opened(ServerProcess.of(temp, "api-1"));
        spare = opened(ServerProcess.of(temp, "api-2"));
        for (ServerProcess server : List.of(web, api, spare)) {
            server.start();
        }
        front = opened(new FrontDoor(Files.writeString(choice(), "api-1"), List.of(api, spare)));
        mail = opened(new WebSite());
        first = opened(new PagedReceiver());
        second = opened(new PagedReceiver());
        Path config = configure();
        door = RecoveryTalk.with(opened(RecoveryTalk.run(config, temp.resolve("data"))));
    }

    @BeforeEach
    void mendEverything() throws Exception {
        if (!web.accepts()) {
            web.start();
        }
        api.signal("CONT");
        mail.answers(200);
        Files.writeString(choice(), "api-1");
        Files.deleteIfExists(trace());
        List.of("web-1", "api-1", "api-2", "front", "mail-1").forEach(host -> door.awaitState(host + "/page", "UP"));
        before = door.actions(_ -> true).stream()
                .mapToLong(action -> action.path("id").asLong(0))
                .max()
                .orElse(0);
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.push(one);
        return one;
    }

    /** Whatever one of them says. */
    @AfterAll
    void stop() {
        assertAll(open.stream().map(one -> one::close));
    }

    @Test
    void shadowOnlySaysWhatWouldHaveBegun() throws Exception {
        threeThingsBreakAt("SHADOW");

        awaitHeld("start-web", "LIMITED", "SHADOW");
        awaitHeld("move-shop", "FULL", "SHADOW");
        awaitHeld("try-mail", "FULL", "SHADOW");
        assertNothingWasTouched();
        assertThat(door.refused("/api/v1/runbooks/start-web/run", WEB)).contains("409", "MONITOR or higher");
    }

    @Test
    void monitorProposesAndAPersonHasItDone() throws Exception {
        threeThingsBreakAt("MONITOR");

        awaitHeld("start-web", "LIMITED", "MONITOR");
        awaitHeld("move-shop", "FULL", "MONITOR");
        awaitHeld("try-mail", "FULL", "MONITOR");
        assertNothingWasTouched();
        JsonNode over = door.awaitOver(door.begin("start-web", WEB));
        assertThat(over.at("/action/by").asString("")).isEqualTo("ada");
        assertWebWasStarted(over);
    }

    @Test
    void limitedDoesWhatIsSafeAndHoldsTheRest() throws Exception {
        threeThingsBreakAt("LIMITED");

        JsonNode over = ended("start-web");
        assertThat(over.at("/action/by").asString("")).startsWith("failure ");
        assertWebWasStarted(over);
        awaitHeld("move-shop", "FULL", "LIMITED");
        awaitHeld("try-mail", "FULL", "LIMITED");
        assertThat(choice()).hasContent("api-1");
        assertThat(trace()).doesNotExist();
    }

    @Test
    void fullMendsTwoAndUndoesAndEscalatesTheThird() throws Exception {
        threeThingsBreakAt("FULL");

        assertWebWasStarted(ended("start-web"));
        assertShopHasMoved(ended("move-shop"));
        JsonNode mailed = ended("try-mail");
        assertThat(mailed.at("/action/status").asString("")).isEqualTo("rolled_back");
        assertThat(trace()).hasContent("tried\nundone\n");
        assertMailWasEscalatedOnce();
    }

    private void threeThingsBreakAt(String level) throws Exception {
        door.automate(level);
        await().until(() ->
                door.get("/api/v1/automation").path("level").asString("").equals(level));
        web.signal("KILL");
        await().until(() -> !web.accepts());
        api.signal("STOP");
        mail.answers(503);
    }

    private void awaitHeld(String runbook, String needed, String level) {
        JsonNode held = door.awaitAction(action -> isNew(action, runbook));
        assertThat(held.path("status").asString("")).isEqualTo("refused");
        assertThat(held.path("said").asString(""))
                .isEqualTo("would have begun by itself if the automation level is " + needed + " or higher, but it is "
                        + level);
    }

    private JsonNode ended(String runbook) {
        JsonNode action = door.awaitAction(one -> isNew(one, runbook));
        return door.awaitOver(action.path("id").asLong(0));
    }

    private boolean isNew(JsonNode action, String runbook) {
        return action.path("id").asLong(0) > before
                && action.path("runbook").asString("").equals(runbook);
    }

    private void assertNothingWasTouched() throws InterruptedException {
        assertThat(door.actions(action -> action.path("id").asLong(0) > before))
                .hasSize(3)
                .allMatch(RecoveryTalk.isNow("refused"));
        assertThat(web.accepts()).isFalse();
        assertThat(choice()).hasContent("api-1");
        assertThat(trace()).doesNotExist();
    }

    private void assertWebWasStarted(JsonNode over) {
        assertThat(over.at("/action/status").asString("")).as(over.toString()).isEqualTo("succeeded");
        assertThat(over.at("/action/said").asString("")).contains("web-1/page");
        assertThat(over.at("/steps/0/output").asString("")).isEqualTo("started web-1\n");
        assertThat(web.accepts()).isTrue();
        door.awaitState("web-1/page", "UP");
    }

    private void assertShopHasMoved(JsonNode over) throws Exception {
        assertThat(over.at("/action/status").asString("")).as(over.toString()).isEqualTo("succeeded");
        assertThat(over.path("steps").toString()).contains("moved from api-1/page to api-2/page");
        assertThat(front.page()).isEqualTo("this is api-2");
        door.awaitState("front/page", "UP");
        door.awaitState("api-1/page", "DOWN");
    }

    private void assertMailWasEscalatedOnce() {
        await().atMost(RecoveryTalk.PATIENCE).until(() -> second.pages().size() == 1 && notes() == 1);
        int looks = mail.looks().size();
        await().atMost(RecoveryTalk.PATIENCE).until(() -> mail.looks().size() >= looks + 3);

        JsonNode paged = second.pages().getFirst().body();
        assertThat(second.accepted()).hasSize(1);
        assertThat(paged.path("status").asString("")).isEqualTo("firing");
        assertThat(paged.at("/alerts/0/labels/host").asString("")).isEqualTo("mail-1");
        assertThat(notes()).isEqualTo(1);
    }

    /** How often the first one of the chain has heard that nothing has helped. */
    private long notes() {
        return first.accepted().stream()
                .filter(page -> page.text().contains("No runbook has helped mail-1/page, and none is left to try"))
                .count();
    }

    private Path configure() throws Exception {
        Path config = Files.createDirectory(temp.resolve("config"));
        Files.writeString(config.resolve("site.yaml"), """
                defaults: { every: 1s, retry-every: 1s, timeout: 900ms, unhealthy-after: 2, healthy-after: 1 }
                hosts:
                  web-1: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  api-1: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  api-2: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                  front: { address: 127.0.0.1, checks: { page: { http: { url: "%s" } } } }
                  mail-1: { address: 127.0.0.1, checks: { page: { http: { url: "http://127.0.0.1:%d/" } } } }
                services: { shop: { title: Shop, type: api, instances: [api-1/page, api-2/page] } }
                channels:
                  first: { webhook: { url: "%s" } }
                  second: { webhook: { url: "%s" } }
                receivers: { ops: { tell: first, then: [ { after: 1h, tell: second } ] } }
                routing: { receiver: ops, group-by: [host], group-wait: 0s, group-interval: 1s }
                """.formatted(
                        web.port(), api.port(), spare.port(), front.url(), mail.port(), first.url(), second.url()));
        Files.writeString(config.resolve("runbooks.yaml"), """
                runbooks:
                  start-web:
                    for: { hosts: [web-1], failures: [connection-refused] }
                    safe: true
                    budget: { grace: 0s, cool-down: 0s }
                    steps: [ { ssh: { %1$s, script: %2$s, arguments: web-1 %3$d } } ]
                    proof: { checks: [this], green-for: 1s, within: 30s }
                  move-shop:
                    for: { services: [shop], failures: [api-timeout] }
                    budget: { grace: 0s, cool-down: 0s }
                    steps:
                      - failover: { service: shop, steps: [ { ssh: { %1$s, command: 'echo {{to}} > %4$s' } } ] }
                    proof: { checks: [front/page, api-2/page], green-for: 1s, within: 30s }
                  try-mail:
                    for: { hosts: [mail-1] }
                    budget: { grace: 0s, cool-down: 0s }
                    steps: [ { ssh: { %1$s, command: 'echo tried >> %5$s' } } ]
                    proof: { checks: [this], green-for: 1s, within: 2s }
                    rollback: { automatic: true, steps: [ { ssh: { %1$s, command: 'echo undone >> %5$s' } } ] }
                """.formatted(
                        login(), ServerProcess.script(temp), web.port(), choice(), trace()));
        return config;
    }

    private String login() throws Exception {
        Path key = sshd.newKey("ed25519");
        Path known = temp.resolve("known_hosts");
        sshd.trustIn(known, "ed25519");
        return "port: %d, key: %s, known-hosts: %s, config: false".formatted(sshd.port(), key, known);
    }

    private Path choice() {
        return temp.resolve("choice");
    }

    private Path trace() {
        return temp.resolve("trace");
    }
}
