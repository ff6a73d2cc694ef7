package org.watchfloor.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchfloor.config.Edited.Why;
import org.watchfloor.model.Actor;

/**
 * Changes entries of the configuration in the console's own file, {@code console.yaml}. A change is read together with
 * all other files before it is written: what would not be read changes nothing. What stands in a file written by hand is
 * changed there, and an entry that comes with the program is overridden by one of the same id.
 *
 * <p>May be called from any thread and returns at once; the work is done by the executor, one change at a time.
 */
public final class SiteEditor {
    /** The file that it writes. */
    public static final String FILE = ConsoleFile.NAME;

    private static final Logger LOG = LoggerFactory.getLogger(SiteEditor.class);
    private static final int TRIES = 3;
    private static final int MOST_NAMED = 10;

    private final ConfigDirectory directory;
    private final ConsoleFile file;
    private final Executor executor;

    /** @param executor has one thread, which may wait for the disk */
    public SiteEditor(ConfigDirectory directory, Executor executor) {
        this.directory = directory;
        this.file = new ConsoleFile(directory.path());
        this.executor = executor;
    }

    /** What applying would come to; changes nothing. */
    public CompletableFuture<Edited> check(List<? extends Change> changes) {
        return ask(() -> {
            Drafting drafting = drafting();
            return drafting.changed(changes).orElseGet(() -> judged(drafting, ids(changes)));
        });
    }

    /** All of them, or none. */
    public CompletableFuture<Edited> apply(List<? extends Change> changes, Actor by) {
        return ask(() -> tried(() -> applied(changes, by)));
    }

    /** Takes the last change back; once more, it is there again. */
    public CompletableFuture<Edited> undo(Actor by) {
        return ask(() -> tried(() -> undone(by)));
    }

    /** An entry as it stands in whichever file. */
    public CompletableFuture<Optional<WrittenEntry>> find(EntryId id) {
        return CompletableFuture.supplyAsync(() -> drafting().find(id), executor);
    }

    /** The entries that stand in the console's file or in another one, each once. */
    public CompletableFuture<List<WrittenEntry>> find(Collection<EntryId> ids) {
        List<EntryId> asked = List.copyOf(ids);
        return CompletableFuture.supplyAsync(
                () -> {
                    Drafting drafting = drafting();
                    return asked.stream()
                            .flatMap(id -> drafting.find(id).stream())
                            .toList();
                },
                executor);
    }

    private CompletableFuture<Edited> ask(Supplier<Edited> work) {
        return CompletableFuture.supplyAsync(work, executor);
    }

    private Drafting drafting() {
        return Drafting.of(DirectoryContent.of(directory.path()));
    }

    /** Somebody may edit the file by hand at the same time: then it is read again. */
    private static Edited tried(Supplier<Optional<Edited>> work) {
        return Stream.generate(work)
                .limit(TRIES)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new Edited.Refused(
                        Why.CHANGED, FILE + " is being edited by somebody else at this moment; try again"));
    }

    private Optional<Edited> applied(List<? extends Change> changes, Actor by) {
        Drafting drafting = drafting();
        Optional<Edited> refused = drafting.changed(changes);
        return refused.isPresent() ? refused : written(drafting, ids(changes), by);
    }

    private Optional<Edited> undone(Actor by) {
        try {
            Optional<ConsoleFile.Before> before = file.before();
            Drafting drafting = drafting();
            if (before.isEmpty() || !drafting.isNow(before.get().successor())) {
                return Optional.of(nothingToUndo(before.isPresent()));
            }
            Set<EntryId> changed = drafting.replaced(before.get().bytes());
            return written(drafting, changed, by);
        } catch (IOException e) {
            return Optional.of(failed(e));
        }
    }

    private static Edited nothingToUndo(boolean wasEdited) {
        return wasEdited
                ? new Edited.Refused(
                        Why.CHANGED,
                        FILE + " was edited by hand after the last change made here, which undoing would take back too;"
                                + " compare it with " + ConsoleFile.BEFORE)
                : new Edited.Refused(Why.UNKNOWN, "there is nothing to undo: no change was made here yet");
    }

    private Optional<Edited> written(Drafting drafting, Set<EntryId> ids, Actor by) {
        Edited outcome = judged(drafting, ids);
        if (!(outcome instanceof Edited.Done) || !drafting.isChanged()) {
            return Optional.of(outcome);
        }
        try {
            boolean isIn = file.replace(drafting.known(), drafting.text().bytes());
            if (isIn) {
                String what =
                        ids.stream().map(Objects::toString).limit(MOST_NAMED).collect(Collectors.joining(", "));
                LOG.info("{} changed {}: {}", by, FILE, what);
            }
            return Optional.of(outcome).filter(_ -> isIn);
        } catch (IOException e) {
            return Optional.of(failed(e));
        }
    }

    private Edited failed(IOException e) {
        LOG.warn("{} cannot be written: {}", FILE, e.toString());
        Path place = directory.path().resolve(FILE);
        return new Edited.Refused(
                Why.DISK, place + " cannot be written; look at the disk and at the rights of this user there");
    }

    /** Reads the whole site as it would be. */
    private Edited judged(Drafting drafting, Set<EntryId> ids) {
        return switch (directory.parse(drafting.content())) {
            case ConfigResult.Loaded _ -> drafting.done(ids);
            case ConfigResult.Rejected(List<ConfigProblem> problems) -> {
                List<EntryProblem> placed = new ArrayList<>();
                problems.forEach(problem -> placed.add(drafting.placed(problem, ids)));
                yield new Edited.Invalid(placed);
            }
        };
    }

    private static Set<EntryId> ids(List<? extends Change> changes) {
        return changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
