package org.watchfloor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.watchfloor.store.Facts.FRONT;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchfloor.config.Settings;
import org.watchfloor.model.CheckId;
import org.watchfloor.model.State;

/** Files that are no longer what they were. */
class DamageTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path directory;

    private long known = 2_000;
    private final SettableClock clock = new SettableClock("2026-01-05T09:00:00Z");

    @BeforeEach
    void fill() throws StoreFailed {
        try (Store store = open()) {
            for (int hour = 0; hour < 5; hour++) {
                for (int index = 0; index < 1_000; index++) {
                    Instant at = START.plus(Duration.ofHours(hour)).plusSeconds(index);
                    store.journal().sample(Facts.up(FRONT, at, new Random(index).nextDouble() * 100), State.UP);
                }
            }
            for (int id = 1; id <= 2_000; id++) {
                store.journal().append(List.of(Facts.changed(id, FRONT, START, State.UP, State.DOWN)));
            }
        }
    }

    @Test
    void aTruncatedFileSaysWhatWasLost() throws Exception {
        int size = (int) Files.size(file());
        for (int sixteenth = 15; sixteenth >= 0; sixteenth--) {
            cut(size / 16L * sixteenth);
            long found = Files.size(file());

            try (Store store = open()) {
                boolean isWhole = store.restored().lastTransition() == known;
                assertThat(store.notices()).as("%d sixteenths", sixteenth).hasSize(isWhole ? 0 : 1);
                assertThat(setAside()).as("%d sixteenths", sixteenth).hasSize(isWhole ? 0 : 1);
                for (Path copy : setAside()) {
                    assertThat(store.notices().getFirst()).contains(copy.toString());
                    assertThat(Files.size(copy)).isEqualTo(found);
                    Files.delete(copy);
                }
                takesEntries(store);
                known = store.restored().lastTransition() + 1;
            }
        }
        assertThat(known).isLessThan(2_000);
    }

    @Test
    void aFileOfWhichNothingIsLeftSaysThatHistoryBeginsAnew() throws Exception {
        cut(8_192);
        byte[] found = Files.readAllBytes(file());

        try (Store store = open()) {
            assertThat(store.restored().last()).isEmpty();
            assertThat(store.notices())
                    .singleElement()
                    .asString()
                    .contains("begins anew", setAside().getFirst().toString());
        }
        assertThat(setAside())
                .singleElement()
                .satisfies(copy -> assertThat(copy).hasBinaryContent(found));
    }

    @Test
    void leavesNothingBesideAFileThatIsWhole() throws Exception {
        open().close();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("watchfloor.mv.db", "watchfloor.mark");
        }
    }

    @Test
    void anOlderFileInItsPlaceIsToldOnce() throws Exception {
        byte[] older = Files.readAllBytes(file());
        try (Store store = open()) {
            takesEntries(store);
        }
        Files.write(file(), older);

        try (Store store = open()) {
            assertThat(store.notices()).hasSize(1);
            assertThat(store.notices().getFirst()).containsPattern("^\\d+ batches newer than the database in .*lost");
        }
        open().close();
        try (Store store = open()) {
            assertThat(store.notices()).isEmpty();
        }
    }

    @Test
    void aMarkThatIsMissingOrGarbledOrOlderPromisesNothing() throws Exception {
        Path mark = directory.resolve("watchfloor.mark");
        assertThat(Files.readString(mark)).matches("batch \\d+\nclosed \\d+ \\d+\n");
        for (String text :
                List.of("", "batch x", "batch 1", "batch -7", "batch 99999999999999999999", "\0".repeat(99))) {
            Files.writeString(mark, text);
            noticesNothing();
        }
        Files.write(mark, new byte[] {(byte) 0xff, (byte) 0xfe});
        noticesNothing();
        Files.delete(mark);
        noticesNothing();
        assertThat(mark).exists();
    }

    @Test
    void aDatabaseThatIsGoneIsMissed() throws Exception {
        Files.delete(file());

        try (Store store = open()) {
            assertThat(store.notices()).hasSize(1);
            assertThat(store.notices().getFirst()).contains("history begins anew");
        }
    }

    @Test
    void aFileWithoutItsHeaderIsSetAside() throws Exception {
        garbage(0, 8_192);

        beginsAnewKeeping(Files.readAllBytes(file()));
    }

    @Test
    void aFileOfGarbageIsSetAside() throws Exception {
        garbage(0, (int) Files.size(file()));

        beginsAnewKeeping(Files.readAllBytes(file()));
    }

    @Test
    void aFileWithGarbageInTheMiddleOpensOrIsSetAsideAndTakesEntries() throws Exception {
        int size = (int) Files.size(file());
        for (int eighth = 1; eighth < 8; eighth++) {
            garbage(size / 8 * eighth, 4_096);

            try (Store store = open()) {
                takesEntries(store);
            }
        }
    }

    @Test
    void twoDamagedFilesAreBothKept() throws Exception {
        garbage(0, 8_192);
        open().close();
        clock.move(Duration.ofSeconds(1));
        garbage(0, 8_192);
        open().close();

        assertThat(setAside()).hasSize(2);
    }

    @Test
    void aDamagedBlockIsLeftOutOfTheAnswer() throws Exception {
        try (Connection owner = DriverManager.getConnection(
                        "jdbc:h2:file:" + directory.resolve("watchfloor"), "owner", "owner");
                Statement statement = owner.createStatement()) {
            statement.execute("insert into series values (77, 'web-9/odd', 'latency', 'ms')");
            statement.execute("insert into chunk values (491049, 77, 1, X'ffffffff0102')");
            statement.execute("insert into journal values (491049, 1, X'ff')");
        }

        try (Store store = open()) {
            Instant hour = Instant.ofEpochSecond(491_049L * 3_600);
            clock.set(hour);
            var series = store.history()
                    .series(CheckId.parse("web-9/odd"), "latency", hour, hour.plusSeconds(3_600), 60)
                    .join();
            assertThat(series.points()).isEmpty();
            assertThat(store.restored().lastTransition()).isEqualTo(2_000);
        }
    }

    @Test
    void aFileThatMayNotBeOpenedIsNotMovedAway() throws Exception {
        try (Store first = open()) {
            takesEntries(first);
            assertThatThrownBy(() -> Store.open(directory.resolve("a;b"), Settings.DEFAULT, clock))
                    .isInstanceOf(StoreFailed.class)
                    .hasMessageContaining("semicolon");
        }
        Files.createFile(directory.resolve("plain"));
        assertThatThrownBy(() -> Store.open(directory.resolve("plain"), Settings.DEFAULT, clock))
                .isInstanceOf(StoreFailed.class)
                .hasMessageContaining("cannot be opened");
        assertThat(setAside()).isEmpty();
    }

    private void beginsAnewKeeping(byte[] damaged) throws StoreFailed, IOException {
        try (Store store = open()) {
            assertThat(store.notices()).hasSize(1);
            assertThat(store.notices().getFirst()).contains("watchfloor-damaged-20260105-090000-000.mv.db");
            assertThat(store.restored().last()).isEmpty();
            takesEntries(store);
        }
        assertThat(Files.readAllBytes(directory.resolve("watchfloor-damaged-20260105-090000-000.mv.db")))
                .isEqualTo(damaged);
    }

    private void noticesNothing() throws StoreFailed {
        try (Store store = open()) {
            assertThat(store.notices()).isEmpty();
            takesEntries(store);
        }
    }

    private void cut(long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.truncate(Math.min(size, channel.size()));
        }
    }

    private static void takesEntries(Store store) {
        long next = store.restored().lastTransition() + 1;
        long ticket = store.journal().append(List.of(Facts.changed(next, FRONT, START, State.UP, State.DOWN)));
        Waiting.until(() -> store.journal().durable() >= ticket);
    }

    private Store open() throws StoreFailed {
        return Store.open(directory, Settings.DEFAULT, clock, "file:", Duration.ofMillis(50));
    }

    private Path file() {
        return directory.resolve("watchfloor.mv.db");
    }

    private List<Path> setAside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("watchfloor-damaged-"))
                    .toList();
        }
    }

    private void garbage(int from, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(from).nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), from);
        }
    }
}
