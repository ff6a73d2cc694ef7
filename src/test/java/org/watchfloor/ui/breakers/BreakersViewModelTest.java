package org.watchfloor.ui.breakers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchfloor.config.Settings;
import org.watchfloor.config.Site;
import org.watchfloor.engine.Snapshot;
import org.watchfloor.gate.Breaker;
import org.watchfloor.gate.BreakerPolicy;
import org.watchfloor.gate.CallResult;
import org.watchfloor.gate.GateId;
import org.watchfloor.gate.Hand;
import org.watchfloor.model.Actor;
import org.watchfloor.ui.FakeGates;
import org.watchfloor.ui.GateScenes;
import org.watchfloor.ui.Sites;
import org.watchfloor.ui.Worlds;
import org.watchfloor.ui.fx.Formats;

/** Which breakers are listed, in which order, and what is done with them. */
class BreakersViewModelTest {
    private static final Formats FORMATS = new Formats(ZoneOffset.UTC);

    private final FakeGates gates = new FakeGates().knows(GateScenes.moves());
    private final Worlds world = Worlds.alarmed().gates(GateScenes.present());
    private final BreakersViewModel viewModel = new BreakersViewModel(gates.desk(), new Actor("mara"), Runnable::run);

    BreakersViewModelTest() {
        viewModel.show(world.snapshot());
    }

    @Test
    void listsWhatIsNotClosedAndWhatFailedLatelyWorstFirst() {
        assertThat(lines())
                .containsExactly(
                        "host:db-3 open",
                        "host:web-7 open",
                        "host:mail-relay-2 half-open",
                        "channel:ops-mail kept open",
                        "host:edge-syd only counts",
                        "host:printer-3rd-floor switched off",
                        "host:api-4 closed");
        assertThat(viewModel.summaryProperty().get())
                .isEqualTo("2 open · 1 half-open · 1 kept open · 1 only counts · 1 switched off · 59 closed");
        assertThat(viewModel.restProperty().get()).isEqualTo("and 58 closed, without a failure in the last 24 hours");
    }

    @Test
    void listsWhatTheFilterLets() {
        viewModel.filter("state:closed name:web-1*");

        assertThat(lines()).isNotEmpty().allMatch(line -> line.matches("host:web-1\\d* closed"));
        assertThat(viewModel.restProperty().get()).endsWith("that the filter leaves out");
    }

    @Test
    void keepsTheLastGoodFilterWhileOneIsNotUnderstood() {
        viewModel.filter("kind:channel state:forced-open");
        viewModel.filter("kind:chanel");

        assertThat(viewModel.problemProperty().get())
                .isEqualTo("no kind is called \"chanel\"; known are host, ssh, dependency, action, channel");
        assertThat(lines()).containsExactly("channel:ops-mail kept open");
    }

    @Test
    void rowsAndChoiceStayWhileTheStateChanges() {
        viewModel.choose(GateScenes.DOWN);
        BreakerRow before = viewModel.chosenProperty().get();

        Map<GateId, Breaker> next = new HashMap<>(GateScenes.present());
        next.computeIfPresent(GateScenes.DOWN, (_, breaker) -> breaker.reset(world.now()));
        viewModel.show(world.gates(next).snapshot());

        assertThat(viewModel.chosenProperty().get()).isSameAs(before);
        assertThat(lines()).first().isEqualTo("host:db-3 open");
        assertThat(lines()).contains("host:web-7 closed");
    }

    @Test
    void listsWhatALinkLeadsToWhateverItsState() {
        GateId quiet = new GateId(GateId.Kind.HOST, "web-1");

        viewModel.choose(quiet);

        assertThat(lines()).contains("host:web-1 closed");
        assertThat(viewModel.chosenProperty().get())
                .isNotNull()
                .matches(row -> row.gate().equals(quiet));
    }

    @Test
    void doesNothingWithoutAReason() {
        viewModel.choose(GateScenes.DOWN);
        viewModel.ask(HandAction.KEEP_OPEN);
        viewModel.form().reasonProperty().set("  ");

        assertThat(viewModel.form().confirm()).isEmpty();
        assertThat(viewModel.form().problemProperty().get()).isEqualTo("Say why: the next shift reads it.");
        viewModel.form().reasonProperty().set("x".repeat(HandForm.LONGEST + 1));
        assertThat(viewModel.form().confirm()).isEmpty();
        assertThat(gates.told()).isEmpty();
    }

    @Test
    void tellsTheEngineWhoPutsAHandOnItAndWhy() {
        viewModel.choose(GateScenes.DOWN);
        viewModel.ask(HandAction.KEEP_OPEN);
        viewModel.form().reasonProperty().set(" new disk ");

        assertThat(viewModel.form().confirm()).contains("host:web-7 is kept open");
        assertThat(gates.told()).containsExactly("FORCED_OPEN host:web-7 by mara: new disk");
        assertThat(viewModel.form().askedProperty().get()).isEmpty();
    }

    @Test
    void offersOnlyWhatWouldChangeSomething() {
        viewModel.choose(GateScenes.KEPT);

        assertThat(viewModel.canDo(HandAction.KEEP_OPEN)).isFalse();
        assertThat(viewModel.canDo(HandAction.RESET)).isTrue();
        viewModel.choose(new GateId(GateId.Kind.HOST, "api-4"));
        assertThat(viewModel.canDo(HandAction.RESET)).isFalse();
    }

    @Test
    void closesTheFormWhenAnotherIsChosen() {
        viewModel.choose(GateScenes.DOWN);
        viewModel.ask(HandAction.RESET);

        viewModel.choose(GateScenes.KEPT);

        assertThat(viewModel.form().askedProperty().get()).isEmpty();
    }

    @Test
    void saysWhyAndSinceWhenByWhom() {
        GatePast past = viewModel.pastProperty().get();

        assertThat(past.why(line(GateScenes.KEPT), FORMATS, Worlds.NOON))
                .isEqualTo("mara: the mail server is moved to the new rack until six");
        assertThat(past.since(line(GateScenes.KEPT))).isEqualTo(Worlds.NOON.minus(Duration.ofHours(5)));
        assertThat(past.why(line(GateScenes.DOWN), FORMATS, Worlds.NOON)).isEqualTo("5 failures in a row");
        assertThat(past.why(line(GateScenes.TRYING), FORMATS, Worlds.NOON))
                .isEqualTo("5 failures in a row, opened 11:57:09 UTC");
        assertThat(line(GateScenes.TRYING).next(Worlds.NOON)).isEqualTo("1 of 2 trials succeeded");
    }

    @Test
    void tellsTheDayAsColouredTimeUpToNow() {
        GateLine down = line(new GateId(GateId.Kind.HOST, "db-3"));

        assertThat(viewModel.pastProperty().get().pieces(down, Worlds.NOON))
                .extracting(piece -> piece.text() + " " + Formats.duration(Duration.between(piece.from(), piece.to())))
                .containsExactly("open 3 h", "closed 14 h 25 min", "open 1 h 35 min");
    }

    @Test
    void saysSoIfThePastCannotBeRead() {
        FakeGates broken = new FakeGates();
        broken.fails(CompletableFuture.failedFuture(new IllegalStateException("the disk is gone")));
        BreakersViewModel other = new BreakersViewModel(broken.desk(), new Actor("mara"), Runnable::run);

        other.show(world.snapshot());

        assertThat(other.troubleProperty().get()).isEqualTo("Moves of the past cannot be read: the disk is gone");
        assertThat(other.rows()).hasSize(7);
    }

    @Test
    void tenThousandOfThemCostAFrameLittle() {
        Site site = new Site(
                List.of(),
                IntStream.range(0, 10_000)
                        .mapToObj(number -> Sites.host("h-" + number, "all", "http"))
                        .toList(),
                List.of(),
                Settings.DEFAULT);
        Map<GateId, Breaker> known = new HashMap<>();
        for (int number = 0; number < 50; number++) {
            known.put(new GateId(GateId.Kind.HOST, "h-" + 190 * number), open());
        }
        Worlds many = Worlds.calm(site).gates(known);
        BreakersViewModel other = new BreakersViewModel(new FakeGates().desk(), new Actor("mara"), Runnable::run);
        Snapshot snapshot = many.snapshot();
        List<Double> millis = new ArrayList<>();
        for (String filter : List.of("", "kind:host")) {
            other.filter(filter);
            for (int round = 0; round < 30; round++) {
                long begin = System.nanoTime();
                other.show(snapshot);
                millis.add((System.nanoTime() - begin) / 1e6);
            }
            System.out.printf(
                    "10,000 breakers, filter \"%s\": %d rows, %.1f ms a snapshot (median)%n",
                    filter,
                    other.rows().size(),
                    millis.stream().skip(millis.size() - 30).sorted().toList().get(15));
        }

        other.filter("");
        assertThat(other.rows()).hasSize(50);
        assertThat(other.restProperty().get()).isEqualTo("and 9,950 closed, without a failure in the last 24 hours");
        assertThat(millis.stream().sorted().toList().get(30)).isLessThan(50);
    }

    private static Breaker open() {
        Instant at = Worlds.NOON.minusSeconds(30);
        Breaker breaker = Breaker.closed(BreakerPolicy.DEFAULT, at);
        for (int failure = 0; failure < 5; failure++) {
            breaker = breaker.passed(CallResult.FAILED, Duration.ofMillis(1), at, at);
        }
        return breaker;
    }

    private GateLine line(GateId gate) {
        return viewModel.rows().stream()
                .filter(row -> row.gate().equals(gate))
                .findFirst()
                .orElseThrow()
                .line();
    }

    private List<String> lines() {
        return viewModel.rows().stream()
                .map(row -> row.gate() + " " + GateLook.of(row.line().state()).word())
                .toList();
    }

    @Test
    void saysWhatAHandDoes() {
        assertThat(HandAction.SWITCH_OFF.question(GateScenes.DOWN))
                .isEqualTo(
                        "Switch off the breaker of host:web-7: calls go through and none is counted until it is reset.");
        assertThat(HandAction.RESET.hand()).isEqualTo(Hand.OFF);
    }
}
