package org.watchfloor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchfloor.config.Change;
import org.watchfloor.config.Edited;
import org.watchfloor.config.Edited.Why;
import org.watchfloor.config.EntryProblem;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/** Entries made, changed and taken away in real files, and what a reload makes of them. */
class SiteEditorTest {
    @TempDir
    private Path directory;

    private EditedFiles files;

    @BeforeEach
    void open() throws IOException {
        files = new EditedFiles(directory);
    }

    @Test
    void makesARuleThatTheNextReloadReads() throws IOException {
        Edited.Done done = files.done(EditedFiles.add("slow-shop", "p95(latency, 5m) > 500ms"));

        assertThat(files.when("slow-shop")).isEqualTo("p95(latency, 5m) > 500ms");
        assertThat(files.when("by-hand")).isEqualTo("latency > 5s");
        assertThat(done.written()).hasSize(1);
        assertThat(done.written().getFirst().place()).hasToString("console.yaml:6:3");
        assertThat(files.text()).startsWith("# Written by the console").endsWith("""

                alerts:
                  slow-shop:
                    when: p95(latency, 5m) > 500ms
                """);
    }

    @Test
    void makesTheFirstEntryOfAnEmptyDirectoryAndTakesItBack() throws IOException {
        Files.delete(directory.resolve("site.yaml"));

        files.done(EditedFiles.add("slow-shop", "p95(latency, 5m) > 500ms"));
        String made = files.when("slow-shop");
        Edited undone = files.editor.undo(EditedFiles.MARA).join();

        assertThat(made).isEqualTo("p95(latency, 5m) > 500ms");
        assertThat(undone).isInstanceOf(Edited.Done.class);
        assertThat(files.when("slow-shop")).isEqualTo("none");
    }

    @Test
    void overridesARuleOfTheProgramKeyByKeyAndGivesItBack() {
        String builtIn = files.when("slow");

        files.done(new Change.Add(EditedFiles.rule("slow"), Written.Keys.NONE.with("enabled", "false")));
        AlertRule switchedOff = files.policy().rule("slow").orElseThrow();
        files.done(EditedFiles.remove("slow"));

        assertThat(switchedOff.enabled()).isFalse();
        assertThat(switchedOff.isBuiltIn()).isFalse();
        assertThat(switchedOff.test().text()).isEqualTo(builtIn);
        assertThat(files.policy().rule("slow").orElseThrow().isBuiltIn()).isTrue();
    }

    @Test
    void leavesEveryOtherLineAsItIs() throws IOException {
        files.write("""
                # kept by mara
                alerts:
                  # about one
                  one:   { when: "latency > 1s" }   # inline

                  # about two
                  two:
                    # inside of two
                    when: latency > 2s
                    description: |
                      # no comment

                      at all

                  three: { when: "latency > 3s" }
                # the end of alerts
                silences: # empty
                maintenance:
                    work: { from: 2026-01-05T22:00, to: 2026-01-06T04:00, hosts: "*" }
                """);

        files.done(EditedFiles.save("two", "latency > 4s"));
        files.done(EditedFiles.add("four", "latency > 5s"));
        files.done(new Change.Add(
                AlertSection.SILENCES.entry("cable"),
                Written.Keys.NONE
                        .with("match", "host=\"a\"")
                        .with("from", "2026-01-05T22:00:00Z")
                        .with("until", "2026-01-06T22:00:00Z")));
        files.done(EditedFiles.remove("one"));

        assertThat(files.text()).isEqualTo("""
                # kept by mara
                alerts:
                  # about one

                  # about two
                  two:
                    when: latency > 4s

                  three: { when: "latency > 3s" }
                  four:
                    when: latency > 5s
                # the end of alerts
                silences: # empty
                  cable:
                    match: host="a"
                    from: 2026-01-05T22:00:00Z
                    until: 2026-01-06T22:00:00Z
                maintenance:
                    work: { from: 2026-01-05T22:00, to: 2026-01-06T04:00, hosts: "*" }
                """);
        assertThat(files.policy().rules()).extracting(AlertRule::id).contains("two", "three", "four");
    }

    @Test
    void keepsTheLineEndsOfTheFileAndACutLastLine() throws IOException {
        files.write("alerts:\r\n  one:\r\n    when: latency > 1s");

        files.done(EditedFiles.add("two", "latency > 2s"));

        assertThat(files.text())
                .isEqualTo("alerts:\r\n  one:\r\n    when: latency > 1s\r\n  two:\r\n    when: latency > 2s\r\n");
    }

    @Test
    void refusesWhatStandsInAFileWrittenByHandAndNamesThePlace() throws IOException {
        Edited.Refused saved = files.refused(EditedFiles.save("by-hand", "latency > 1s"));
        Edited.Refused removed = files.refused(EditedFiles.remove("by-hand"));

        assertThat(saved.why()).isEqualTo(Why.ELSEWHERE);
        assertThat(saved.sentence()).contains("site.yaml:2:3", "change it there");
        assertThat(removed.why()).isEqualTo(Why.ELSEWHERE);
        assertThat(files.names()).containsExactly("site.yaml");
        assertThat(Files.readString(directory.resolve("site.yaml"))).isEqualTo(EditedFiles.BY_HAND);
    }

    @Test
    void refusesWhatIsThereAlreadyAndWhatIsNot() {
        files.done(EditedFiles.add("one", "latency > 1s"));

        assertThat(files.refused(EditedFiles.add("one", "latency > 2s")).why()).isEqualTo(Why.EXISTS);
        assertThat(files.refused(EditedFiles.remove("two")).why()).isEqualTo(Why.UNKNOWN);
        assertThat(files.when("one")).isEqualTo("latency > 1s");
    }

    @Test
    void pointsAtTheCharacterOfTheTextThatIsWrong() throws IOException {
        Written.Keys keys = Written.Keys.NONE
                .with("when", "latency > 5s and stat == DOWN")
                .with("levels", Written.Keys.NONE.with("critical", "latency > 'x'"))
                .with("severty", "low");

        List<EntryProblem> problems = invalid(new Change.Add(EditedFiles.rule("slow-shop"), keys));

        EntryProblem when = at(problems, "when");
        assertThat(when.offset()).isEqualTo(OptionalInt.of(25));
        assertThat(when.entry()).contains(EditedFiles.rule("slow-shop"));
        assertThat(when.problem().place()).hasToString("console.yaml:7:36");
        assertThat(at(problems, "levels.critical").offset()).isPresent();
        assertThat(at(problems, "severty").problem().mend()).contains("severity");
        assertThat(files.names()).containsExactly("site.yaml");
    }

    @Test
    void tellsWhatIsWrongElsewhereToo() throws IOException {
        Files.writeString(directory.resolve("broken.yaml"), "hosts: [\n");

        List<EntryProblem> problems = invalid(EditedFiles.add("one", "latency > 1s"));

        assertThat(problems)
                .anyMatch(problem -> problem.entry().isEmpty()
                        && problem.problem().place().file().equals("broken.yaml"));
        assertThat(files.text()).isEmpty();
    }

    @Test
    void triesWithoutChangingAnything() throws IOException {
        Edited good = files.editor
                .check(List.of(EditedFiles.add("one", "latency > 1s")))
                .join();
        Edited bad = files.editor
                .check(List.of(EditedFiles.add("one", "latncy > 1s > 2")))
                .join();

        assertThat(good).isInstanceOf(Edited.Done.class);
        assertThat(bad).isInstanceOf(Edited.Invalid.class);
        assertThat(files.names()).containsExactly("site.yaml");
    }

    @Test
    void makesSeveralChangesOrNone() {
        Edited refused =
                files.apply(EditedFiles.add("one", "latency > 1s"), EditedFiles.save("by-hand", "latency > 1s"));
        Edited done = files.apply(EditedFiles.add("one", "latency > 1s"), EditedFiles.add("two", "latency > 2s"));

        assertThat(refused).isInstanceOf(Edited.Refused.class);
        assertThat(done).isInstanceOf(Edited.Done.class);
        assertThat(files.when("one") + files.when("two")).isEqualTo("latency > 1slatency > 2s");
    }

    @Test
    void losesNoEditOfSomebodyElse() throws IOException {
        Optional<String> seen = files.done(EditedFiles.add("one", "latency > 1s"))
                .written()
                .getFirst()
                .revision();
        files.done(EditedFiles.add("other", "latency > 9s"));
        Change first = new Change.Save(EditedFiles.rule("one"), Written.Keys.NONE.with("when", "latency > 2s"), seen);
        Change second = new Change.Save(EditedFiles.rule("one"), Written.Keys.NONE.with("when", "latency > 3s"), seen);

        files.done(first);
        Edited.Refused outdated = files.refused(second);
        Edited.Refused removed = files.refused(new Change.Remove(EditedFiles.rule("one"), seen));

        assertThat(outdated.why()).isEqualTo(Why.CHANGED);
        assertThat(removed.why()).isEqualTo(Why.CHANGED);
        assertThat(files.when("one")).isEqualTo("latency > 2s");
        assertThat(files.when("other")).isEqualTo("latency > 9s");
    }

    @Test
    void takesTheLastChangeBackAndForthAgain() throws IOException {
        files.done(EditedFiles.add("one", "latency > 1s"));
        files.done(EditedFiles.save("one", "latency > 2s"));
        String second = files.text();

        Edited.Done undone = (Edited.Done) files.editor.undo(EditedFiles.MARA).join();
        String first = files.when("one");
        files.editor.undo(EditedFiles.MARA).join();

        assertThat(undone.written()).extracting(WrittenEntry::id).containsExactly(EditedFiles.rule("one"));
        assertThat(first).isEqualTo("latency > 1s");
        assertThat(files.text()).isEqualTo(second);
        assertThat(files.names()).containsExactly("console.yaml", "console.yaml.before", "site.yaml");
    }

    @Test
    void undoesTheFirstChange() {
        files.done(EditedFiles.add("one", "latency > 1s"));

        Edited.Done undone = (Edited.Done) files.editor.undo(EditedFiles.MARA).join();

        assertThat(undone.removed()).containsExactly(EditedFiles.rule("one"));
        assertThat(files.when("one")).isEqualTo("none");
    }

    @Test
    void undoesNothingThatWasEditedByHandSince() throws IOException {
        Edited nothing = files.editor.undo(EditedFiles.MARA).join();
        files.done(EditedFiles.add("one", "latency > 1s"));
        files.write(files.text() + "# mine\n");

        Edited edited = files.editor.undo(EditedFiles.MARA).join();

        assertThat(nothing)
                .isInstanceOfSatisfying(
                        Edited.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.UNKNOWN));
        assertThat(edited)
                .isInstanceOfSatisfying(
                        Edited.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.CHANGED));
        assertThat(files.text()).endsWith("# mine\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alerts: { one: { when: latency > 1s } }\n",
                "{ alerts: { one: { when: latency > 1s } } }\n",
                "alerts: {}\n",
                "alerts:\n  one: { when: latency > 1s }\n...\n# more\n",
                "? alerts\n: ? one\n  : when: latency > 1s\n",
                "alerts: &a\n  one: &b\n    when: latency > 1s\n  two: *b\n"
            })
    void eitherKeepsAStrangeFileOrRefuses(String text) throws IOException {
        files.write(text);

        Edited edited = files.apply(EditedFiles.save("one", "latency > 7s"), EditedFiles.add("new", "latency > 8s"));

        switch (edited) {
            case Edited.Done _ -> {
                assertThat(files.when("one")).isEqualTo("latency > 7s");
                assertThat(files.when("new")).isEqualTo("latency > 8s");
            }
            case Edited.Refused refused -> {
                assertThat(refused.why()).isEqualTo(Why.UNFIT);
                assertThat(refused.sentence()).contains("console.yaml");
                assertThat(files.text()).isEqualTo(text);
            }
            case Edited.Invalid invalid -> throw new AssertionError(invalid.problems());
        }
    }

    @Test
    void doesNotTouchAFileThatIsNotYaml() throws IOException {
        files.write("alerts: [\n");

        List<EntryProblem> problems = invalid(EditedFiles.add("one", "latency > 1s"));

        assertThat(problems).isNotEmpty();
        assertThat(files.text()).isEqualTo("alerts: [\n");
    }

    @Test
    void beginsAnewWhereTheFileIsBlank() throws IOException {
        files.write("");

        files.done(EditedFiles.add("one", "latency > 1s"));

        assertThat(files.when("one")).isEqualTo("latency > 1s");
    }

    @Test
    void keepsLinksAndRights() throws IOException {
        Path real = Files.createDirectory(directory.resolve("versioned")).resolve("console.yaml");
        Files.writeString(real, "alerts: # linked\n");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
        Files.createSymbolicLink(files.file(), real);

        files.done(EditedFiles.add("one", "latency > 1s"));

        assertThat(files.file()).isSymbolicLink();
        assertThat(real).content().contains("# linked", "one:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysThatTheDiskDoesNotTakeIt() throws IOException {
        Files.createDirectories(directory.resolve(".console.yaml.new/x"));

        Edited.Refused refused = files.refused(EditedFiles.add("one", "latency > 1s"));

        assertThat(refused.why()).isEqualTo(Why.DISK);
        assertThat(refused.sentence()).contains("console.yaml cannot be written");
        assertThat(files.text()).isEmpty();
    }

    @Test
    void isNotConfusedByWhatACrashLeftBehind() throws IOException {
        Files.writeString(directory.resolve(".console.yaml.new"), "alerts: { half");

        String before = files.when("by-hand");
        files.done(EditedFiles.add("one", "latency > 1s"));

        assertThat(before).isEqualTo("latency > 5s");
        assertThat(files.names()).containsExactly("console.yaml", "console.yaml.before", "site.yaml");
    }

    @Test
    void findsEntriesWhereverTheyStand() {
        files.done(EditedFiles.add("one", "latency > 1s"));

        assertThat(files.editor
                        .find(EditedFiles.rule("one"))
                        .join()
                        .orElseThrow()
                        .revision())
                .isPresent();
        assertThat(files.editor
                        .find(EditedFiles.rule("by-hand"))
                        .join()
                        .orElseThrow()
                        .revision())
                .isEmpty();
        assertThat(files.editor.find(EditedFiles.rule("down")).join()).isEmpty();
    }

    private List<EntryProblem> invalid(Change change) {
        Edited edited = files.apply(change);
        assertThat(edited).isInstanceOf(Edited.Invalid.class);
        return ((Edited.Invalid) edited).problems();
    }

    private static EntryProblem at(List<EntryProblem> problems, String path) {
        return problems.stream()
                .filter(problem -> problem.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing at " + path + " in " + problems));
    }
}
