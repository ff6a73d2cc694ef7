package org.watchfloor.alert.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.watchfloor.alert.calendar.Windows.BERLIN;
import static org.watchfloor.alert.calendar.Windows.at;
import static org.watchfloor.alert.calendar.Windows.span;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.ConfigNodes;
import org.watchfloor.config.Place;

/** Entries of {@code maintenance:}: what they mean, and what is said about mistakes. */
class MaintenanceReaderTest {
    @Test
    void readsASingleWindow() {
        Maintenance patch = read("""
                title: Patch day
                reason: kernel
                from: 2026-03-28T22:00
                to: 2026-03-29T04:00
                zone: Europe/Berlin
                hosts: [web-*, db-1]
                services: shop
                groups: edge
                tags: [linux]
                matching: ['severity="low"', 'host=~"web-.*"']
                """);

        assertThat(patch.title()).isEqualTo("Patch day");
        assertThat(patch.reason()).isEqualTo("kernel");
        assertThat(patch.window()).isEqualTo(new FixedWindow(span("2026-03-28T22:00+01:00", "2026-03-29T04:00+02:00")));
        assertThat(patch.targets())
                .isEqualTo(new Targets(
                        List.of("severity=\"low\"", "host=~\"web-.*\""),
                        List.of("shop"),
                        List.of("web-*", "db-1"),
                        List.of("edge"),
                        List.of("linux")));
        assertThat(patch.place()).isEqualTo(new Place("test.yaml", 1, 1));
    }

    @Test
    void usesTheZoneOfTheSystemAndTheIdByDefault() {
        Maintenance patch = read("{from: 2026-01-01 10:00, to: '2026-01-01T10:00:30Z', hosts: a}");

        assertThat(patch.title()).isEqualTo("patch");
        assertThat(patch.zone()).isEqualTo(BERLIN);
        assertThat(patch.window())
                .isEqualTo(new FixedWindow(span("2026-01-01T10:00+01:00", "2026-01-01T11:00:30+01:00")));
    }

    @Test
    void readsARecurrenceRule() {
        Maintenance patch = read("""
                rrule: FREQ=MONTHLY;BYDAY=-1FR
                from: 2026-01-01T20:00
                lasts: 6h
                zone: America/New_York
                except: [2026-02-27, 2026-03-27T20:00]
                tags: "*"
                """);

        assertThat(patch.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(patch.window().between(at("2026-01-01T00:00Z"), at("2026-06-01T00:00Z"), 9))
                .extracting(Span::from)
                .containsExactly(
                        at("2026-01-30T20:00-05:00"), at("2026-04-24T20:00-04:00"), at("2026-05-29T20:00-04:00"));
    }

    @Test
    void readsACronExpression() {
        Maintenance patch = read("{cron: 0 22 * * sat, lasts: 1d, except: 2026-01-10, hosts: a}");

        assertThat(patch.window().next(at("2026-01-04T00:00Z")))
                .contains(span("2026-01-17T22:00+01:00", "2026-01-18T22:00+01:00"));
    }

    @Test
    void flexibleOnesWaitForTheirTrigger() {
        Maintenance patch = read("{cron: 0 22 * * *, lasts: 4h, flexible: 30m, hosts: a}");
        Instant trigger = at("2026-01-04T23:00+01:00");

        assertThat(patch.flexible()).contains(Duration.ofMinutes(30));
        assertThat(patch.at(trigger, Optional.empty())).isEmpty();
        assertThat(patch.at(trigger.plusSeconds(60), Optional.of(trigger)))
                .contains(span("2026-01-04T23:00+01:00", "2026-01-04T23:30+01:00"));
        assertThat(read("{cron: 0 22 * * *, lasts: 4h, hosts: a}").at(trigger, Optional.empty()))
                .isPresent();
    }

    @Test
    void tellsMistakes() {
        assertProblem("hosts: a", "\"from\" is missing", "\"to\" is missing");
        assertProblem("{from: 2026-01-01T10:00, hosts: a}", "\"to\" is missing");
        assertProblem("{from: monday, to: 2026-01-01T10:00, hosts: a}", "1:8: \"from\" is \"monday\", not a date");
        assertProblem("{from: 2026-01-02T10:00, to: 2026-01-01T10:00, hosts: a}", "\"to\" is not after from");
        assertProblem("{from: 2026-02-30T10:00, to: 2026-03-01T10:00, hosts: a}", "\"2026-02-30T10:00\"");
        assertProblem("{from: 2026-01-01T10:00, to: 2026-01-01T11:00}", "\"patch\" is for nothing; add services");
        assertProblem("{from: 2026-01-01T10:00, to: 2026-01-01T11:00, lasts: 1h, hosts: a}", "\"lasts\" has no effect");
        assertProblem("{rrule: FREQ=DAILY, cron: 0 0 * * *, hosts: a}", "rrule and cron are both given");
        assertProblem("{rrule: FREQ=DAILY, hosts: a}", "\"lasts\" is missing", "\"from\" is missing");
        assertProblem("{rrule: FREQ=DAYLY, from: 2026-01-01T10:00, lasts: 1h, hosts: a}", "1:9: \"rrule\" is not");
        assertProblem(
                "{rrule: FREQ=DAILY, from: 2026-01-01T10:00, to: 2026-01-02T10:00, lasts: 1h, hosts: a}",
                "\"to\" has no effect");
        assertProblem(
                "{rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', from: 2026-01-01T10:00, lasts: 1h, hosts: a}",
                "\"rrule\" never begins");
        assertProblem("{cron: 0 0 30 2 *, lasts: 1h, hosts: a}", "\"cron\" never begins");
        assertProblem("{cron: 0 0 * *, lasts: 1h, hosts: a}", "\"cron\" has 4 fields");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, from: 2026-01-01T10:00, hosts: a}", "\"from\" has no effect");
        assertProblem("{cron: 0 0 * * *, lasts: 0s, hosts: a}", "\"lasts\" is \"0s\", out of range");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, except: [xmas], hosts: a}", "\"except\" is \"xmas\"");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, zone: berlin, hosts: a}", "did you mean Europe/Berlin?");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, zone: CEST, hosts: a}", "write an IANA name");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, zone: '+01:00', hosts: a}", "not a time zone");
        assertProblem("{cron: 0 0 * * *, lasts: 1h, flexible: soon, hosts: a}", "\"flexible\" is \"soon\"");
        assertProblem("{cron: 0 0 * * *, last: 1h, hosts: a}", "\"lasts\" is missing", "did you mean \"lasts\"?");
    }

    private static Maintenance read(String yaml) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        Optional<Maintenance> maintenance = new MaintenanceReader(BERLIN).read("patch", parsed.root());
        assertThat(parsed.messages()).isEmpty();
        return maintenance.orElseThrow();
    }

    private static void assertProblem(String yaml, String... texts) {
        ConfigNodes.Parsed parsed = ConfigNodes.parse(yaml);
        assertThat(new MaintenanceReader(BERLIN).read("patch", parsed.root())).isNotNull();
        List<String> messages = parsed.messages();
        assertThat(messages).as(yaml).hasSize(texts.length);
        assertThat(String.join("\n", messages)).contains(texts);
    }
}
