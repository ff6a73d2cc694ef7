package org.watchfloor.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nested nodes, places and unknown keys. */
class ConfigNodeTest {
    @Test
    void handsOutSectionsAndLists() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("""
                tls:
                  verify: true
                steps:
                  - send: hello
                  - expect: world
                limits:
                  a: {x: 1}
                  b: {x: 2}
                """);
        ConfigNode root = parsed.root();

        assertThat(root.section("tls", "").orElseThrow().key("verify", "").flag(false))
                .isTrue();
        assertThat(root.section("none", "")).isEmpty();
        assertThat(root.sections("steps", "")).hasSize(2).first().satisfies(step -> {
            assertThat(step.key("send", "").text()).contains("hello");
            assertThat(step.place()).hasToString("test.yaml:4:5");
        });
        assertThat(root.sections("steps", "").get(1).key("expect", "").text()).contains("world");
        assertThat(root.sections("none", "")).isEmpty();
        assertThat(root.named("limits", "").keySet()).hasToString("[a, b]");
        root.named("limits", "").values().forEach(limit -> limit.key("x", "").number());
        assertThat(parsed.messages()).isEmpty();
        assertThat(root.isDescribing()).isFalse();
    }

    @Test
    void tellsEveryUnknownKeyWithTheNearestKnownOne() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("""
                tls:
                  verfy: true
                intervall: 3
                zzzzzzzz: 1
                """);
        parsed.root().section("tls", "").ifPresent(tls -> tls.key("verify", "").flag(true));
        parsed.root().key("interval", "").text();

        assertThat(parsed.messages())
                .containsExactly(
                        "2:3: the key \"verfy\" is not known here; did you mean \"verify\"?",
                        "3:1: the key \"intervall\" is not known here; did you mean \"interval\"?",
                        "4:1: the key \"zzzzzzzz\" is not known here; known here: interval, tls");
    }

    @Test
    void tellsWrongShapes() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("""
                tls: 1
                steps: x
                more:
                  - [1]
                limits: [1]
                empty:
                none:
                """);
        parsed.root().section("tls", "");
        parsed.root().sections("steps", "");
        parsed.root().sections("more", "");
        parsed.root().named("limits", "");
        parsed.root().named("empty", "");
        parsed.root().sections("none", "");

        assertThat(parsed.messages())
                .containsExactly(
                        "1:6: \"tls\" is a single value, not a mapping; write its keys below it, indented",
                        "2:8: \"steps\" is a single value, not a list of mappings; begin each of them with a hyphen",
                        "4:5: \"more\" is a list, not a mapping; write its keys below it, indented",
                        "5:9: \"limits\" is a list, not a mapping; write its keys below it, indented");
    }

    @Test
    void notesTheProblemsOfReadersAtTheirPlace() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("tls:\n  a: 1\n  b: {}\n");
        ConfigNode tls = parsed.root().section("tls", "").orElseThrow();
        tls.key("a", "").text();
        tls.section("b", "");
        tls.problem("whole", "mend");
        tls.problem("a", "value", "mend");
        tls.problem("b", "section", "mend");
        tls.problem("c", "absent", "mend");

        assertThat(parsed.messages())
                .containsExactly("1:1: whole; mend", "1:1: absent; mend", "2:6: value; mend", "3:3: section; mend");
    }

    @Test
    void followsAliases() {
        ConfigNodes.Parsed parsed = ConfigNodes.parse("a: &x {k: 1}\nb: *x\n");

        assertThat(parsed.root().section("a", "").orElseThrow().key("k", "").text())
                .contains("1");
        assertThat(parsed.root().section("b", "").orElseThrow().key("k", "").text())
                .contains("1");
        assertThat(parsed.messages()).isEmpty();
    }
}
