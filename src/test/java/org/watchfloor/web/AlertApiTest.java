package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.alert.Verdict;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import tools.jackson.databind.JsonNode;

/** Alerts, present and past, and why. */
class AlertApiTest {
    private TestDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
        door.engine.publish(AlertScene.usual());
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void listsPresentAlertsWorstFirst() throws Exception {
        JsonNode alerts = door.json("/api/v1/alerts").get("alerts");

        assertThat(alerts.findValuesAsString("status")).containsExactly("FIRING", "PENDING");
        assertThat(alerts.findValuesAsString("priority")).containsExactly("P1", "P2");
        assertThat(alerts.findValuesAsString("rule")).contains("down", "slow");
    }

    @Test
    void showsAllOfAnAlert() throws Exception {
        JsonNode alert = door.json("/api/v1/alerts/12");

        assertThat(alert.get("subject").get("kind").asString()).isEqualTo("CHECK");
        assertThat(alert.get("subject").get("id").asString()).isEqualTo("web-1/front");
        assertThat(alert.get("labels").get("check").asString()).isEqualTo("front");
        assertThat(alert.get("since").asString()).isEqualTo("2026-01-05T08:58:30Z");
        assertThat(alert.get("firedAt").asString()).isEqualTo("2026-01-05T08:59:30Z");
        assertThat(alert.get("acknowledged").get("by").asString()).isEqualTo("mara");
        assertThat(alert.get("acknowledged").get("holds").asBoolean()).isFalse();
        assertThat(alert.get("held").get("why").asString()).isEqualTo("SILENCED");
        assertThat(alert.get("held").get("text").asString()).isEqualTo("is silenced by cable");
        assertThat(alert.get("told").get("mail").asString()).isEqualTo("CRITICAL");
        assertThat(alert.has("description")).isFalse();
        assertThat(alert.has("endedAt")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "status=firing, 12",
        "status=Pending, 13",
        "severity=critical, 12",
        "severity=low, ",
        "label=host:web-1, 12",
        "label=host:web-1&label=rule:down, 12",
        "label=host:web-1&label=rule:slow, ",
        "label=severity:high, 13",
        "status=firing&severity=high, "
    })
    void filtersPresentAlerts(String query, String id) throws Exception {
        JsonNode alerts = door.json("/api/v1/alerts?" + query).get("alerts");

        assertThat(alerts.size()).isEqualTo(id == null ? 0 : 1);
        if (id != null) {
            assertThat(alerts.get(0).get("id").asString()).isEqualTo(id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status, status=open",
        "status, status=resolved",
        "status, status=firing&status=pending",
        "severity, severity=awful",
        "label, label=host",
        "label, label=:x",
        "label, label=host:a&label=host:b",
        "from, from=yesterday",
        "limit, from=-1d&limit=1001"
    })
    void namesTheParameterThatIsWrong(String parameter, String query) throws Exception {
        var response = door.get("/api/v1/alerts?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestDoor.tree(response.body()).get("parameter").asString()).isEqualTo(parameter);
    }

    @Test
    void listsThePastNewestFirstWithWhatIsPresentAsItIsNow() throws Exception {
        door.engine.alerts.knows(AlertScene.resolved(13), AlertScene.resolved(11));

        JsonNode alerts = door.json("/api/v1/alerts?from=-1d").get("alerts");

        assertThat(alerts.findValuesAsString("status")).containsExactly("PENDING", "FIRING", "RESOLVED");
        assertThat(door.json("/api/v1/alerts?from=-1d&status=resolved")
                        .get("alerts")
                        .size())
                .isEqualTo(1);
        assertThat(door.json("/api/v1/alerts?from=-1d&limit=1").get("alerts").size())
                .isEqualTo(1);
        assertThat(door.json("/api/v1/alerts?from=-3d&to=-1h&status=firing")
                        .get("alerts")
                        .size())
                .isZero();
    }

    @Test
    void findsAnAlertOfThePast() throws Exception {
        door.engine.alerts.knows(AlertScene.resolved(3));

        assertThat(door.json("/api/v1/alerts/3").get("status").asString()).isEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/alerts/99", "/api/v1/alerts/abc", "/api/v1/alerts/-1", "/api/v1/alerts/99/why"})
    void doesNotFindWhatIsNotThere(String path) throws Exception {
        assertThat(door.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void saysWhyInOrder() throws Exception {
        door.engine.alerts.decided(
                AlertScene.verdict(1, AlertScene.FIRING, Verdict.Kind.FIRED, "state == DOWN for 1 min"),
                AlertScene.verdict(2, AlertScene.PENDING, Verdict.Kind.PENDING, "another one"),
                AlertScene.verdict(3, AlertScene.FIRING, Verdict.Kind.PAGED, "told by mail"),
                AlertScene.verdict(4, AlertScene.FIRING, Verdict.Kind.COMMENT, "looking"));

        JsonNode why = door.json("/api/v1/alerts/12/why");

        assertThat(why.get("alert").get("id").asInt()).isEqualTo(12);
        assertThat(kinds(why)).containsExactly("FIRED", "PAGED", "COMMENT");
        assertThat(why.get("verdicts").get(0).get("at").asString()).isEqualTo("2026-01-05T08:58:21Z");
        assertThat(why.get("verdicts").get(0).has("channel")).isFalse();
        assertThat(why.get("verdicts").get(1).get("channel").asString()).isEqualTo("mail");
        assertThat(why.get("verdicts").get(2).get("actor").asString()).isEqualTo("mara");
    }

    @Test
    void saysWhyOfACheck() throws Exception {
        door.engine.alerts.decided(
                AlertScene.verdict(1, AlertScene.FIRING, Verdict.Kind.HELD, "is silenced by cable"),
                AlertScene.verdict(2, AlertScene.PENDING, Verdict.Kind.PENDING, "of the group"));

        JsonNode why = door.json("/api/v1/checks/web-1/front/why");

        assertThat(why.get("from").asString()).isEqualTo("2026-01-04T09:00:00Z");
        assertThat(why.get("to").asString()).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(why.get("alerts").findValuesAsString("rule"))
                .contains("down")
                .doesNotContain("slow");
        assertThat(why.get("verdicts").findValuesAsString("text")).containsExactly("is silenced by cable");
        assertThat(door.json("/api/v1/checks/web-1/ssh/why").get("verdicts").size())
                .isZero();
        assertThat(door.get("/api/v1/checks/web-1/nope/why").statusCode()).isEqualTo(404);
        assertThat(door.get("/api/v1/checks/web-1/front/why?limit=5001").statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersWhyOfACheckThatIsGone() throws Exception {
        Snapshot without = Scene.withSite(Scene.small(), Site.EMPTY);
        door.engine.publish(without);
        door.engine.alerts.decided(AlertScene.verdict(1, AlertScene.FIRING, Verdict.Kind.NOBODY, "nobody to tell"));

        assertThat(kinds(door.json("/api/v1/checks/web-1/front/why"))).containsExactly("NOBODY");
        assertThat(door.get("/api/v1/checks/web-1/ssh/why").statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatTheStoreDoesNotAnswer() throws Exception {
        door.engine.stick(CompletableFuture.failedFuture(new IllegalStateException("disk on fire")));

        for (String path :
                new String[] {"alerts?from=-1d", "alerts/12/why", "alerts/99", "checks/web-1/front/why", "notices"}) {
            var response = door.get("/api/v1/" + path);
            assertThat(response.statusCode()).as(path).isEqualTo(503);
            assertThat(response.body()).doesNotContain("fire");
        }
        assertThat(door.get("/api/v1/alerts").statusCode()).isEqualTo(200);
    }

    private static List<String> kinds(JsonNode why) {
        return why.get("verdicts")
                .valueStream()
                .map(verdict -> verdict.get("kind").asString())
                .toList();
    }
}
