package org.watchfloor.config;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.watchfloor.config.Edited.Refused;
import org.watchfloor.config.Edited.Why;

/** One change of the console's file while it is made, among the other files as they are. Confined to one thread. */
final class Drafting {
    private final DirectoryContent directory;
    private final byte[] known;
    private final Problems problems = new Problems();
    private final ConsoleText begin;
    private ConsoleText text;
    private final Map<String, Yaml.Mapping> others = new HashMap<>();

    private Drafting(DirectoryContent directory, byte[] known) {
        this.directory = directory;
        this.known = known;
        boolean isBlank = new String(known, StandardCharsets.UTF_8).isBlank();
        this.begin = ConsoleText.parse(isBlank ? ConsoleFile.begun() : known, problems);
        this.text = begin;
    }

    static Drafting of(DirectoryContent directory) {
        return new Drafting(directory, directory.files().getOrDefault(ConsoleFile.NAME, ConsoleFile.begun()));
    }

    /** Why it cannot be; empty if all changes are made. */
    Optional<Edited> changed(List<? extends Change> changes) {
        if (!problems.isEmpty()) {
            return Optional.of(new Edited.Invalid(
                    problems.sorted().stream().map(EntryProblem::elsewhere).toList()));
        }
        return changes.stream()
                .flatMap(change -> change(change).stream())
                .findFirst()
                .map(refused -> refused);
    }

    /** The entries that another version makes different. */
    Set<EntryId> replaced(byte[] version) {
        text = ConsoleText.parse(version, problems);
        Map<EntryId, Written> old = begin.entries();
        Map<EntryId, Written> next = text.entries();
        Set<EntryId> ids = new LinkedHashSet<>(old.keySet());
        ids.addAll(next.keySet());
        ids.removeIf(id -> Optional.ofNullable(old.get(id)).equals(Optional.ofNullable(next.get(id))));
        return ids;
    }

    private Optional<Refused> change(Change change) {
        EntryId id = change.id();
        Optional<WrittenEntry> there = find(id);
        Optional<Refused> elsewhere = there.filter(entry -> entry.revision().isEmpty())
                .map(entry -> new Refused(
                        Why.ELSEWHERE, id + " stands in " + entry.place() + "; change it there, in that file"));
        return elsewhere.or(() -> switch (change) {
            case Change.Add add ->
                there.<Optional<Refused>>map(entry ->
                                Optional.of(new Refused(Why.EXISTS, id + " is there already, at " + entry.place())))
                        .orElseGet(() -> write(id, add.keys()));
            case Change.Save save -> outdated(there, id, save.revision()).or(() -> write(id, save.keys()));
            case Change.Remove remove ->
                there.isEmpty()
                        ? Optional.of(new Refused(
                                Why.UNKNOWN,
                                "no file holds " + id
                                        + "; what comes with the program cannot be deleted, only overridden"))
                        : outdated(there, id, remove.revision()).or(() -> remove(id));
        });
    }

    private static Optional<Refused> outdated(Optional<WrittenEntry> there, EntryId id, Optional<String> revision) {
        boolean isAsKnown = revision.isEmpty() || revision.equals(there.flatMap(WrittenEntry::revision));
        return isAsKnown
                ? Optional.empty()
                : Optional.of(new Refused(
                        Why.CHANGED, id + " was changed by somebody else meanwhile; look at it again before you save"));
    }

    private Optional<Refused> write(EntryId id, Written.Keys keys) {
        Written.Keys sections = text.root().written();
        Written.Keys section = sections.below(id.section()).with(id.id(), keys);
        return become(text.with(id, keys), sections.with(id.section(), section), id);
    }

    private Optional<Refused> remove(EntryId id) {
        Written.Keys sections = text.root().written();
        Written.Keys section = sections.below(id.section()).without(id.id());
        return become(text.without(id), sections.with(id.section(), section), id);
    }

    /** The lines must say exactly what is meant: the file may be written in a way that nobody thought of. */
    private Optional<Refused> become(List<String> lines, Written.Keys meant, EntryId id) {
        Problems found = new Problems();
        byte[] bytes = String.join("", lines).getBytes(StandardCharsets.UTF_8);
        ConsoleText next = ConsoleText.parse(bytes, found);
        if (!found.isEmpty() || !next.root().written().equals(meant)) {
            return Optional.of(unfit(id));
        }
        text = next;
        return Optional.empty();
    }

    private Refused unfit(EntryId id) {
        Place place = Optional.ofNullable(begin.root().entries().get(id.section()))
                .map(Yaml.Entry::place)
                .orElse(begin.root().place());
        return new Refused(
                Why.UNFIT,
                id + " cannot be written below " + place + " without touching the rest; write each entry there on lines"
                        + " of its own, and use no characters that UTF-8 does not know");
    }

    boolean isNow(String digest) {
        return Digest.of(known).equals(digest);
    }

    boolean isChanged() {
        return !text.equals(begin);
    }

    byte[] known() {
        return known;
    }

    ConsoleText text() {
        return text;
    }

    /** All files as they would be. */
    DirectoryContent content() {
        return directory.with(ConsoleFile.NAME, text.bytes());
    }

    Edited done(Set<EntryId> ids) {
        return new Edited.Done(
                ids.stream().flatMap(id -> own(id).stream()).toList(),
                ids.stream().filter(id -> text.entry(id).isEmpty()).toList());
    }

    EntryProblem placed(ConfigProblem problem, Set<EntryId> ids) {
        return problem.place().file().equals(ConsoleFile.NAME)
                ? ids.stream()
                        .flatMap(id -> text.entry(id).stream().map(entry -> EntryPaths.of(problem, id, entry)))
                        .filter(placed -> placed.entry().isPresent())
                        .findFirst()
                        .orElseGet(() -> EntryProblem.elsewhere(problem))
                : EntryProblem.elsewhere(problem);
    }

    /** The entry as it stands in whichever file. */
    Optional<WrittenEntry> find(EntryId id) {
        return own(id).or(() -> elsewhere(id));
    }

    private Optional<WrittenEntry> own(EntryId id) {
        return entry(id, text.root())
                .map(entry -> new WrittenEntry(id, entry.keys(), entry.place(), text.revision(id)));
    }

    /** Large files are only read if they can hold the entry; what is wrong in them is told when the whole is read. */
    private Optional<WrittenEntry> elsewhere(EntryId id) {
        return directory.files().entrySet().stream()
                .filter(file -> !file.getKey().equals(ConsoleFile.NAME))
                .filter(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains(id.id()))
                .map(file -> others.computeIfAbsent(
                        file.getKey(), name -> ConfigFile.parse(name, file.getValue(), new Problems())))
                .flatMap(root -> entry(id, root).stream())
                .findFirst();
    }

    private static Optional<WrittenEntry> entry(EntryId id, Yaml.Mapping root) {
        return Optional.ofNullable(root.entries().get(id.section()))
                .filter(section -> section.value() instanceof Yaml.Mapping)
                .flatMap(section -> Optional.ofNullable(
                        ((Yaml.Mapping) section.value()).entries().get(id.id())))
                .map(entry -> new WrittenEntry(
                        id,
                        entry.value().written() instanceof Written.Keys keys ? keys : Written.Keys.NONE,
                        entry.place(),
                        Optional.empty()));
    }
}
