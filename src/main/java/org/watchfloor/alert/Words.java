package org.watchfloor.alert;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.Map;
import org.watchfloor.alert.Alert.Said;
import org.watchfloor.model.Labels;

/** Makes the words of an alert of a rule's templates. Stateless. */
public final class Words {
    private static final int LONGEST = 4_000;
    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(false).defaultValue("");

    private Words() {}

    /**
     * @param message what the check says; empty for several
     * @param explanation how the condition came true
     */
    public static Said of(AlertRule rule, Subject subject, Labels labels, String message, String explanation) {
        Map<String, Object> values = new HashMap<>(labels.values());
        values.put("subject", subject.toString());
        values.put("message", message);
        values.put("explanation", explanation);
        String summary = filled(rule.texts().summary(), values);
        return new Said(
                summary.isBlank() ? subject + ": " + explanation : summary,
                filled(rule.texts().description(), values),
                explanation,
                "",
                rule.texts().runbook());
    }

    /** A template that cannot be filled stands as it is written: better odd words than no page. */
    private static String filled(String template, Map<String, Object> values) {
        try {
            String text = template.isEmpty() ? "" : COMPILER.compile(template).execute(values);
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        } catch (MustacheException _) {
            return template;
        }
    }
}
