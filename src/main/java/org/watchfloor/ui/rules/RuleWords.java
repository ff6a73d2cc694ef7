package org.watchfloor.ui.rules;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchfloor.alert.AlertRule;
import org.watchfloor.alert.Selector;
import org.watchfloor.config.Edited;
import org.watchfloor.config.EntryId;
import org.watchfloor.config.EntryText;
import org.watchfloor.config.SiteEditor;
import org.watchfloor.config.Written;
import org.watchfloor.config.WrittenEntry;

/** Rules in words. Pure. */
final class RuleWords {
    private RuleWords() {}

    static RuleRow row(AlertRule rule, long firing) {
        return new RuleRow(
                rule.id(),
                rule.severity(),
                rule.test().text() + hold(rule.hold()),
                subjects(rule.test().each()) + selected(rule.on()),
                rule.enabled(),
                source(rule),
                firing);
    }

    private static String hold(Duration hold) {
        return hold.isZero() ? "" : " for " + EntryText.of(hold).text();
    }

    private static String subjects(AlertRule.Each each) {
        return each == AlertRule.Each.SITE
                ? "all checks together"
                : "each " + each.name().toLowerCase(Locale.ROOT);
    }

    private static String selected(Selector on) {
        return Stream.of(
                        names("hosts", on.hosts()),
                        names("groups", on.groups()),
                        names("services", on.services()),
                        names("checks", on.checks()),
                        names("tags", on.tags()))
                .collect(Collectors.joining());
    }

    private static String names(String kind, List<String> names) {
        return names.isEmpty() ? "" : " · " + kind + " " + String.join(", ", names);
    }

    private static String source(AlertRule rule) {
        if (rule.isBuiltIn()) {
            return "built-in";
        }
        boolean isOurs = rule.place().file().equals(SiteEditor.FILE);
        return isOurs
                ? SiteEditor.FILE
                : rule.place().file() + ":" + rule.place().line();
    }

    /** Where the rule stands that lies in the editor, and what that means for a change. */
    static String origin(Optional<WrittenEntry> written) {
        return written.map(entry -> entry.revision().isPresent()
                        ? "Stands in " + SiteEditor.FILE + "."
                        : "Stands in " + entry.place() + ", written by hand: change it there. Here it can be tried.")
                .orElse("Comes with the program. What is saved here is laid over it; deleting that brings it back.");
    }

    static String undone(Edited.Done done) {
        return Stream.concat(done.written().stream().map(WrittenEntry::id), done.removed().stream())
                .map(EntryId::toString)
                .collect(Collectors.joining(", ", "Undone: ", ". Undo once more brings it again."));
    }

    /** What a person begins with who changes a rule that no file holds: its own words. */
    static Written.Keys keys(AlertRule rule) {
        Written.Keys keys = Written.Keys.NONE.with("when", rule.test().text());
        Written.Keys held = rule.hold().isZero() ? keys : keys.with("for", EntryText.of(rule.hold()));
        return held.with("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    }
}
