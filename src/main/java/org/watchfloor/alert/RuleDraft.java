package org.watchfloor.alert;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.ConfigText;
import org.watchfloor.config.Place;
import org.watchfloor.config.Site;
import org.watchfloor.model.Names;

/**
 * A rule that somebody writes and that is not saved: YAML or JSON, either what stands below a rule's id or a whole
 * {@code alerts:} section with one rule. What it says of a rule that comes with the program is laid over that one, as in
 * a file. Stateless.
 */
public final class RuleDraft {
    private static final String NAME = "draft";
    private static final Pattern WHOLE = Pattern.compile("(?m)\\A\\s*\\{\\s*\"alerts\"\\s*:|^[\"']?alerts[\"']?\\s*:");
    private static final int INDENT = 4;
    private static final int LINES_BEFORE = 2;

    private RuleDraft() {}

    /** What became of it. */
    public sealed interface Result {
        record Read(AlertRule rule) implements Result {}

        /** @param problems at least one */
        record Rejected(List<ConfigProblem> problems) implements Result {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /** @param id which rule it is; may be empty if the text has a whole section */
    public static Result read(String id, String text) {
        boolean isWhole = WHOLE.matcher(text).find();
        if (!isWhole && !Names.isName(id)) {
            return rejected("the draft has no id", "give the id of the rule: " + Names.RULE);
        }
        String whole = isWhole ? text : "alerts:\n  " + id + ":\n" + text.indent(INDENT);
        return switch (ConfigText.read(NAME, whole, List.of(new AlertPolicyReader(ZoneOffset.UTC)))) {
            case ConfigResult.Loaded(Site site) ->
                found(site.section(AlertPolicy.class).orElse(AlertPolicy.NONE), id);
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                new Result.Rejected(
                        isWhole
                                ? problems
                                : problems.stream().map(RuleDraft::outdented).toList());
        };
    }

    private static Result found(AlertPolicy policy, String id) {
        List<AlertRule> written =
                policy.rules().stream().filter(rule -> !rule.isBuiltIn()).toList();
        Optional<AlertRule> wanted = id.isEmpty() && written.size() == 1
                ? Optional.of(written.getFirst())
                : written.stream().filter(rule -> rule.id().equals(id)).findFirst();
        return wanted.<Result>map(Result.Read::new)
                .orElseGet(() -> rejected(
                        id.isEmpty()
                                ? "the draft holds " + written.size() + " rules"
                                : "the draft holds no rule \"" + id + "\"",
                        "write one rule below alerts:, or name the one that is meant"));
    }

    private static Result rejected(String what, String mend) {
        return new Result.Rejected(List.of(new ConfigProblem(new Place(NAME, 1, 1), what, mend)));
    }

    private static ConfigProblem outdented(ConfigProblem problem) {
        Place place = problem.place();
        return new ConfigProblem(
                new Place(place.file(), Math.max(1, place.line() - LINES_BEFORE), Math.max(1, place.column() - INDENT)),
                problem.what(),
                problem.mend());
    }
}
