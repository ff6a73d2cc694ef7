package org.watchfloor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.notify.Posting;
import tools.jackson.databind.JsonNode;

/** Rules, silences, maintenance, channels, notices and who is on call. */
class AlertPolicyApiTest {
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
    void listsRulesWithTheirConditions() throws Exception {
        JsonNode rules = door.json("/api/v1/alert-rules").get("rules");

        JsonNode slow = byId(rules, "slow");
        assertThat(slow.get("when").asString()).isEqualTo("latency > 500ms");
        assertThat(slow.get("each").asString()).isEqualTo("CHECK");
        assertThat(slow.get("forSeconds").asDouble()).isEqualTo(300);
        assertThat(slow.get("severity").asString()).isEqualTo("HIGH");
        assertThat(slow.get("builtIn").asBoolean()).isFalse();
        assertThat(slow.get("place").asString()).startsWith("site.yaml:");
        assertThat(byId(rules, "off").get("enabled").asBoolean()).isFalse();
        assertThat(byId(rules, "off").get("each").asString()).isEqualTo("HOST");
        assertThat(byId(rules, "flapping").get("builtIn").asBoolean()).isTrue();
    }

    @Test
    void showsAllOfARuleWithItsAlerts() throws Exception {
        JsonNode detail = door.json("/api/v1/alert-rules/slow");

        assertThat(detail.get("rule").get("id").asString()).isEqualTo("slow");
        assertThat(detail.get("more").get("recover").asString()).isEqualTo("latency < 300ms");
        assertThat(detail.get("more").get("levels").get("CRITICAL").asString()).isEqualTo("latency > 5s");
        assertThat(detail.get("more").get("on").get("hosts").get(0).asString()).isEqualTo("web-*");
        assertThat(detail.get("more").get("labels").get("team").asString()).isEqualTo("shop");
        assertThat(detail.get("more").get("runbook").asString()).isEqualTo("https://wiki.example.org/slow");
        assertThat(detail.get("alerts").size()).isEqualTo(1);
        assertThat(detail.get("alerts").get(0).get("id").asInt()).isEqualTo(13);
        assertThat(door.get("/api/v1/alert-rules/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void listsSilencesWithWhatTheyMatch() throws Exception {
        JsonNode silences = door.json("/api/v1/silences").get("silences");

        JsonNode cable = byId(silences, "cable");
        assertThat(cable.get("active").asBoolean()).isTrue();
        assertThat(cable.get("match").get(0).asString()).isEqualTo("host=\"web-1\"");
        assertThat(cable.get("matches").size()).isEqualTo(1);
        assertThat(cable.get("matches").get(0).asInt()).isEqualTo(12);
        assertThat(byId(silences, "later").get("active").asBoolean()).isFalse();
        assertThat(byId(silences, "later").get("matches").size()).isZero();
    }

    @Test
    void listsMaintenanceWithItsPresentOrNextOccurrence() throws Exception {
        JsonNode maintenance = door.json("/api/v1/maintenance").get("maintenance");

        JsonNode now = byId(maintenance, "now");
        assertThat(now.get("occurrence").get("underWay").asBoolean()).isTrue();
        assertThat(now.get("occurrence").get("to").asString()).isEqualTo("2026-01-05T09:30:00Z");
        assertThat(now.get("targets").get("hosts").get(0).asString()).isEqualTo("web-1");
        assertThat(now.get("reason").asString()).isEqualTo("new disks");
        JsonNode weekly = byId(maintenance, "weekly");
        assertThat(weekly.get("occurrence").get("underWay").asBoolean()).isFalse();
        assertThat(weekly.get("occurrence").get("from").asString()).isEqualTo("2026-01-09T22:00:00Z");
        assertThat(weekly.get("flexibleSeconds").asDouble()).isEqualTo(1_800);
        assertThat(byId(maintenance, "over").has("occurrence")).isFalse();
    }

    @Test
    void listsChannelsAndHowTheyDo() throws Exception {
        JsonNode channels = door.json("/api/v1/channels").get("channels");

        JsonNode mail = byId(channels, "mail");
        assertThat(mail.get("summary").asString()).isEqualTo("fake");
        assertThat(mail.get("waiting").asInt()).isEqualTo(1);
        assertThat(mail.get("sending").asBoolean()).isTrue();
        assertThat(mail.get("failingSince").asString()).isEqualTo("2026-01-05T08:59:00Z");
        assertThat(mail.get("dead").asInt()).isEqualTo(1);
        JsonNode chat = byId(channels, "chat");
        assertThat(chat.get("waiting").asInt()).isZero();
        assertThat(chat.has("failingSince")).isFalse();
        assertThat(chat.get("dead").asInt()).isZero();
    }

    @Test
    void listsNoticesNewestFirstWithWhatIsUndeliveredAsItIsNow() throws Exception {
        door.engine.alerts.posted(
                AlertScene.posting(20, Posting.Status.WAITING, ""),
                AlertScene.posting(18, Posting.Status.ACCEPTED, ""));

        JsonNode notices = door.json("/api/v1/notices").get("notices");

        assertThat(notices.findValuesAsString("status")).containsExactly("WAITING", "SENDING", "DEAD", "ACCEPTED");
        assertThat(notices.get(0).get("due").asString()).isEqualTo("2026-01-05T09:00:30Z");
        assertThat(notices.get(0).get("trouble").asString()).isEqualTo("HTTP 503 from mail.example.org");
        assertThat(notices.get(1).has("due")).isFalse();
        assertThat(notices.get(2).get("alerts").get(0).get("alert").asInt()).isEqualTo(12);
        assertThat(door.json("/api/v1/notices?limit=2").get("notices").size()).isEqualTo(2);
        assertThat(door.json("/api/v1/notices?from=-2d&to=-1d&limit=1")
                        .get("notices")
                        .findValuesAsString("status"))
                .doesNotContain("DEAD");
        assertThat(door.get("/api/v1/notices?limit=1001").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T09:00:00Z, mara, Mara, 2026-01-12T09:00:00Z, noor",
        "2026-01-12T09:00:00Z, noor, noor, 2026-01-19T09:00:00Z, mara"
    })
    void saysWhoIsOnCall(Instant at, String who, String name, String until, String next) throws Exception {
        door.now.set(at);

        JsonNode rota = door.json("/api/v1/on-call").get("rotas").get(0);

        assertThat(rota.get("title").asString()).isEqualTo("Operations");
        assertThat(rota.get("now").get("who").asString()).isEqualTo(who);
        assertThat(rota.get("now").get("name").asString()).isEqualTo(name);
        assertThat(rota.get("now").get("until").asString()).isEqualTo(until);
        assertThat(rota.get("now").get("standIn").asBoolean()).isFalse();
        assertThat(rota.get("next").get("who").asString()).isEqualTo(next);
        assertThat(rota.get("next").get("from").asString()).isEqualTo(until);
    }

    @Test
    void saysThatNobodyIsOnCall() throws Exception {
        door.now.set(Instant.parse("2026-01-01T00:00:00Z"));

        JsonNode rota = door.json("/api/v1/on-call").get("rotas").get(0);

        assertThat(rota.has("now")).isFalse();
        assertThat(rota.get("next").get("who").asString()).isEqualTo("mara");
    }

    @ParameterizedTest
    @CsvSource({
        "alert-rules, rules",
        "silences, silences",
        "maintenance, maintenance",
        "channels, channels",
        "on-call, rotas",
        "alerts, alerts",
        "notices, notices"
    })
    void hasNothingToSayWithoutAPolicy(String path, String list) throws Exception {
        door.engine.publish(Scene.small());

        assertThat(door.json("/api/v1/" + path).get(list).size()).isZero();
    }

    private static JsonNode byId(JsonNode list, String id) {
        for (JsonNode one : list) {
            if (one.get("id").asString().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no " + id + " in " + list);
    }
}
