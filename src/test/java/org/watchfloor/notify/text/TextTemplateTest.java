package org.watchfloor.notify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.notify.Notices.TEXT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.model.Notice;
import org.watchfloor.notify.Notices;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Templates of the operator, and the values they may use. */
class TextTemplateTest {
    private static final NoticeJson JSON = new NoticeJson(TEXT);

    @Test
    void fillsInTheNotice() {
        String source = "{{kind}} {{group.host}}:{{#alerts}} {{summary}}/{{labels.rule}}"
                + "{{#endsAt}} ended{{/endsAt}}{{^-last}},{{/-last}}{{/alerts}}";
        Notice notice = Notices.of(Notice.Kind.FIRING, Notices.item("a"), Notices.ended());

        assertThat(new TextTemplate(source, Escaping.NONE).fill(JSON.model(notice)))
                .isEqualTo("FIRING web-1: a/down, web-1/front is down: connection refused/down ended");
    }

    @Test
    void makesValuesSafeForTheirPlace() {
        String odd = "\"'\\<&>\n\u0001\u2028\ud800 ü";

        assertThat(fill("{\"a\": \"{{x}}\"}", Escaping.JSON, odd))
                .isEqualTo("{\"a\": \"\\\"'\\\\<&>\\n\\u0001\\u2028\\ud800 ü\"}");
        assertThat(fill("<a b='{{x}}'/>", Escaping.XML, "\"'\\<&>\u0001"))
                .isEqualTo("<a b='&quot;&#39;\\&lt;&amp;&gt;\ufffd'/>");
        assertThat(fill("?a={{x}}", Escaping.URL, "a&b=ü")).isEqualTo("?a=a%26b%3D%C3%BC");
        assertThat(fill("{{x}}{{{x}}}", Escaping.NONE, "<")).isEqualTo("<<");
    }

    @Test
    void isToldWhatCannotWork() {
        assertProblem("{\"a\": \"{{titel}}\"}", "unknown name \"titel\"");
        assertProblem("{\"a\": \"{{title}}\"", "does not become JSON");
        assertProblem("{\"a\": {{title}}}", "does not become JSON");
        assertProblem("{\"a\": \"{{{title}}}\"}", "does not become JSON");
        assertProblem("{{#alerts}}", "not a Mustache template");
        assertProblem("[{{> other}}]", "unknown name \"> other\"");
        assertThat(check("{\"a\": [{{#alerts}}\"{{labels.any}}\"{{^-last}},{{/-last}}{{/alerts}}]}"))
                .isEmpty();
        assertThat(check("[{{#group}}\"{{host}}\"{{/group}}]")).isEmpty();
    }

    @Test
    void isJsonWithAllThatPeopleRead() {
        JsonNode json = JsonMapper.shared().readTree(JSON.json(Notices.firing()));

        assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.path("idempotencyKey").asString()).isEqualTo("watchfloor-e-17-7");
        assertThat(json.path("title").asString()).isEqualTo("[P1] web-1/front is down: connection refused");
        assertThat(json.path("group").path("host").asString()).isEqualTo("web-1");
        JsonNode alert = json.path("alerts").path(0);
        assertThat(alert.path("startsAt").asString()).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(alert.path("endsAt").asString()).isEmpty();
        assertThat(alert.path("runbook").asString()).isEqualTo(Notices.RUNBOOK);
        assertThat(alert.path("labels").path("rule").asString()).isEqualTo("down");
        assertThat(alert.path("labelList").size()).isEqualTo(4);
    }

    private static String fill(String source, Escaping escaping, String value) {
        return new TextTemplate(source, escaping).fill(new HashMap<>(Map.of("x", value)));
    }

    private static void assertProblem(String template, String text) {
        assertThat(check(template)).singleElement().asString().contains(text);
    }

    private static List<String> check(String template) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("{}");
        new TemplateCheck(Map.of()).check(parsed.root(), "body", new TextTemplate(template, Escaping.JSON));
        return parsed.messages();
    }
}
