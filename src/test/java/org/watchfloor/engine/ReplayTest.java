package org.watchfloor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.store.Store;

/**
 * The same inputs give the same decisions, byte for byte: streams made by chance of all that an engine can be told, restarts
 * and other sites among them, are recorded, written as bytes, read back and decided once more – here, and in another
 * process, which goes through sets in another order and has other hash codes.
 */
class ReplayTest {
    private static final int RUNS = 10;
    private static final int RUNS_ELSEWHERE = 5;
    private static final int RUNS_WITH_STORE = 2;
    private static final int MOST_STARTS = 40;

    @TempDir
    Path temp;

    @Test
    void decidesAlikeFromWhatWasRecorded() {
        List<String> differences = IntStream.range(0, RUNS)
                .parallel()
                .mapToObj(seed -> {
                    Run run = run(seed);
                    return difference(run.decided(), ReplayElsewhere.decided(run.bytes()))
                            .map(text -> "seed " + seed + ", " + text);
                })
                .flatMap(Optional::stream)
                .toList();

        assertThat(differences).isEmpty();
    }

    @Test
    void decidesAlikeInAnotherProcess() throws Exception {
        List<String> tapes = new ArrayList<>();
        List<String> here = new ArrayList<>();
        for (int seed = 0; seed < RUNS_ELSEWHERE; seed++) {
            Run run = run(1_000 + seed);
            tapes.add(Files.write(temp.resolve("tape-" + seed), run.bytes()).toString());
            here.addAll(run.decided());
        }

        assertThat(difference(here, elsewhere(tapes))).isEmpty();
    }

    @Test
    void goesOnFromTheStoreAsFromWhatWasWrittenToIt() throws Exception {
        for (int seed = 0; seed < RUNS_WITH_STORE; seed++) {
            List<Tape.Step> steps = run(2_000 + seed).tape().steps();
            List<Tape.Step> before = steps.subList(0, steps.size() / 2);
            List<Tape.Step> after = steps.subList(steps.size() / 2, steps.size());
            Restored stored = stored(temp.resolve("store-" + seed), before);
            Instant end = before.getLast().at();

            assertThat(difference(
                            goneOn(new Rows(entries(before)).restored(end), before, after),
                            goneOn(stored, before, after)))
                    .isEmpty();
        }
    }

    private record Run(Tape tape, WrittenSites sites, String state) {
        byte[] bytes() {
            return new Recording(sites).bytes(tape);
        }

        /** What was decided when it was recorded. */
        List<String> decided() {
            List<String> texts = new ArrayList<>(tape.steps().stream()
                    .map(step -> Canonical.text(step.effects()))
                    .toList());
            texts.add(state);
            return texts;
        }
    }

    private static Run run(int seed) {
        RandomStory story = new RandomStory(seed);
        TestEngine engine = new Meddling(story, seed).run();
        return new Run(engine.tape(), story.sites, Canonical.text(engine.state()));
    }

    private static Optional<String> difference(List<String> one, List<String> other) {
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .filter(index -> index >= one.size()
                        || index >= other.size()
                        || !one.get(index).equals(other.get(index)))
                .mapToObj(index -> "decision " + index + ": " + at(one, index) + "\n is not " + at(other, index))
                .findFirst();
    }

    private static String at(List<String> texts, int index) {
        return index < texts.size() ? texts.get(index) : "none";
    }

    /** Starts processes until one goes through sets the other way round. */
    private List<String> elsewhere(List<String> tapes) throws IOException, InterruptedException {
        Path decided = temp.resolve("decided");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplayElsewhere.class.getName(),
                ReplayElsewhere.order(),
                decided.toString()));
        command.addAll(tapes);
        Path said = temp.resolve("said");
        int code = ReplayElsewhere.NOT_ELSEWHERE;
        for (int start = 0; start < MOST_STARTS && code == ReplayElsewhere.NOT_ELSEWHERE; start++) {
            code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start()
                    .waitFor();
        }
        assertThat(code).describedAs(Files.readString(said)).isZero();
        return Files.readAllLines(decided);
    }

    /** What is decided from these rows on, up to the next restart. */
    private static List<String> goneOn(Restored rows, List<Tape.Step> before, List<Tape.Step> after) {
        Player player = Player.from(rows, before.getLast().at());
        Event site = before.stream()
                .flatMap(step -> step.event().stream())
                .filter(Event.SiteLoaded.class::isInstance)
                .reduce((_, later) -> later)
                .orElseThrow();
        List<String> texts = new ArrayList<>();
        texts.add(player.play(before.getLast().at(), Optional.of(site)));
        after.stream()
                .takeWhile(step -> step.event().isPresent())
                .forEach(step -> texts.add(player.play(step.at(), step.event())));
        texts.add(player.state());
        return texts;
    }

    private static Restored stored(Path directory, List<Tape.Step> steps) throws Exception {
        TestClock clock = TestClock.at("2026-01-05T13:00:00Z");
        try (Store store = Store.open(directory, Settings.DEFAULT, clock)) {
            steps.stream()
                    .map(step -> Player.entries(step.effects()))
                    .filter(entries -> !entries.isEmpty())
                    .forEach(entries -> store.journal().append(entries));
        }
        try (Store store = Store.open(directory, Settings.DEFAULT, clock)) {
            return store.restored();
        }
    }

    private static List<Entry> entries(List<Tape.Step> steps) {
        return steps.stream()
                .flatMap(step -> Player.entries(step.effects()).stream())
                .toList();
    }
}
