package org.watchfloor.ui.quiet;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchfloor.alert.AlertPolicy;
import org.watchfloor.alert.AlertPolicyReader;
import org.watchfloor.alert.AlertSection;
import org.watchfloor.config.ConfigProblem;
import org.watchfloor.config.ConfigResult;
import org.watchfloor.config.ConfigText;
import org.watchfloor.config.Site;
import org.watchfloor.config.Written;

/**
 * A silence or planned work that is being written, read as it would be read from a file. Immutable.
 *
 * @param policy holds the entry alone; nothing if it would not be read
 * @param problem what is wrong and how to mend it; empty if nothing is
 */
record EntryDraft(AlertPolicy policy, String problem) {
    private static final String NAME = "draft";

    static EntryDraft read(AlertSection section, Written.Keys keys, ZoneId zone) {
        Written.Keys entry = Written.Keys.NONE.with(NAME, keys);
        String text = json(Written.Keys.NONE.with(section.key(), entry));
        return switch (ConfigText.read(NAME, text, List.of(new AlertPolicyReader(zone)))) {
            case ConfigResult.Loaded(Site site) ->
                new EntryDraft(site.section(AlertPolicy.class).orElse(AlertPolicy.NONE), "");
            case ConfigResult.Rejected(List<ConfigProblem> problems) ->
                new EntryDraft(
                        AlertPolicy.NONE,
                        problems.stream()
                                .map(problem -> problem.what() + "; " + problem.mend())
                                .distinct()
                                .collect(Collectors.joining("\n")));
        };
    }

    /** YAML that is JSON too, so that nothing typed can become more than a text. */
    private static String json(Written value) {
        return switch (value) {
            case Written.Text(String text) -> quoted(text);
            case Written.Items(List<Written> items) ->
                items.stream().map(EntryDraft::json).collect(Collectors.joining(", ", "[", "]"));
            case Written.Keys(Map<String, Written> keys) ->
                keys.entrySet().stream()
                        .map(key -> quoted(key.getKey()) + ": " + json(key.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cc}", " ");
        return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
