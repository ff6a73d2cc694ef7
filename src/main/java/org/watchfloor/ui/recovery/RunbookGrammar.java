package org.watchfloor.ui.recovery;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.ui.filter.KeyedFilter;

/**
 * Keys for runbooks: {@code runbook:restart-*} (its id or its title), {@code is:safe}, {@code is:dangerous},
 * {@code is:two-person}, {@code strategy:restart}. Words are searched for in the title, the id and what it is for.
 */
final class RunbookGrammar implements KeyedFilter.Grammar<Runbook> {
    /** What a runbook can be marked as. */
    private enum Mark {
        SAFE,
        DANGEROUS,
        TWO_PERSON
    }

    @Override
    public Predicate<Runbook> keyed(String key, List<String> values) throws KeyedFilter.Misread {
        return switch (key) {
            case "runbook" ->
                KeyedFilter.named(values, runbook -> List.of(runbook.id().value(), runbook.title()));
            case "strategy" ->
                KeyedFilter.named(
                        values, runbook -> List.of(runbook.strategy().name().toLowerCase(Locale.ROOT)));
            case "is" -> marked(KeyedFilter.constants(values, Mark.values(), "mark"));
            default ->
                throw new KeyedFilter.Misread("unknown key \"" + key
                        + "\"; known are runbook, is, strategy. Put text that has a colon in quotes");
        };
    }

    private static Predicate<Runbook> marked(List<Mark> marks) {
        return runbook -> marks.stream().anyMatch(mark -> switch (mark) {
            case SAFE -> runbook.guards().safe();
            case DANGEROUS -> runbook.guards().dangerous();
            case TWO_PERSON -> runbook.guards().twoPersons();
        });
    }

    @Override
    public List<String> texts(Runbook runbook) {
        return List.of(runbook.title(), runbook.id().value(), runbook.scope().text());
    }
}
