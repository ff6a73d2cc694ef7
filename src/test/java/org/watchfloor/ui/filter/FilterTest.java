package org.watchfloor.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.watchfloor.engine.Layout;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.ui.Worlds;

class FilterTest {
    private final Snapshot snapshot = Worlds.troubled().snapshot();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state:unreachable               | edge-syd/https
            host:db-3 -state:up             | db-3/postgres
            group:office state:down         | mail-relay-2/smtp
            ack:yes state:down              | db-3/postgres
            ack:no state:DOWN check:front   | web-7/front
            since:1m state:down             | mail-relay-2/smtp
            state:down since:>1h            | db-3/postgres
            reason:host-key-*               | web-12/cert
            tag:edge state:st*              | edge-lon/bgp
            "1,240 ms" host:api-?           | api-4/ready
            state:paused,unreachable host:edge* | edge-syd/https
            """)
    void letsPassWhatIsMeant(String text, String only) {
        assertThat(passing(text)).containsExactly(only);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            silenced:yes state:degraded      | db-8/disk
            maintenance:yes state:down       | vpn-gateway/login
            shelved:yes                      | ldap-replica/login
            inhibited:yes                    | edge-ams/bgp
            flapping:yes state:up            | edge-fra/vitals
            ack:yes host:mail-*              | mail-relay-5/smtp
            ack:no state:down host:mail*     | mail-relay-2/smtp
            silenced:no host:db-8 state:down |
            """)
    void letsPassWhatIsMarkedSo(String text, String only) {
        Snapshot marked = Worlds.marked().snapshot();

        assertThat(passing(text, marked)).isEqualTo(only == null ? List.of() : List.of(only));
    }

    @Test
    void emptyLetsEverythingPass() {
        assertThat(passing("  ")).hasSize(snapshot.checks().size());
    }

    @Test
    void minusTurnsAround() {
        assertThat(passing("-state:up").size() + passing("state:up").size())
                .isEqualTo(snapshot.checks().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            state:dwon          | 6  | no state is called "dwon"
            host:a sev:high     | 7  | unknown key "sev"; known are state, host
            host:               | 5  | "host:" needs a value
            up "open            | 3  | the quote that begins here is not closed
            up - down           | 3  | "-" stands before
            since:soon          | 6  | write a time such as since:30m
            ack:maybe           | 4  | write ack:yes or ack:no
            ack:yes,no          | 8  | "ack:" takes one value
            reason:nothing      | 7  | no reason is called "nothing"
            http://web-1        | 0  | Put text that has a colon in quotes
            """)
    void pointsAtTheCharacter(String text, int position, String message) {
        FilterProblem problem = (FilterProblem) Filter.parse(text);

        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.message()).contains(message);
        assertThat(problem.text()).startsWith("at " + (position + 1) + ": ");
    }

    @Test
    void refusesEndlessText() {
        assertThat(Filter.parse("x".repeat(501))).isInstanceOf(FilterProblem.class);
    }

    @Test
    void survivesWhateverIsTyped() {
        Random random = new Random(3);
        String letters = "state:hosince-\",*?>< 9m\u0000\uD83D\u202E\t|\\([{";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            FilterResult result = Filter.parse(text.toString());
            if (result instanceof FilterProblem problem) {
                assertThat(problem.position()).isBetween(0, text.length());
            }
        }
    }

    @Test
    void manyStarsCostNoTime() {
        Glob glob = Glob.of("*a".repeat(200) + "b");
        long before = System.nanoTime();

        assertThat(glob.matches("a".repeat(5_000))).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    private List<String> passing(String text) {
        return passing(text, snapshot);
    }

    private static List<String> passing(String text, Snapshot snapshot) {
        Filter filter = (Filter) Filter.parse(text);
        Layout layout = snapshot.state().layout();
        return snapshot.checks().stream()
                .filter(health -> filter.matches(
                        new Subject(
                                layout.host(health.check().host()).orElseThrow(),
                                layout.check(health.check()).orElseThrow(),
                                health,
                                snapshot.marks(health.check())),
                        snapshot.at()))
                .map(health -> health.check().toString())
                .toList();
    }
}
