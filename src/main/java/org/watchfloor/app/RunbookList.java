package org.watchfloor.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.step.Choices;
import tools.jackson.databind.json.JsonMapper;

/** Runbooks as a table for people or as JSON. */
record RunbookList(List<Runbook> runbooks) {
    String text() {
        if (runbooks.isEmpty()) {
            return "the configuration has no runbooks";
        }
        int widest = runbooks.stream()
                .mapToInt(runbook -> runbook.id().value().length())
                .max()
                .orElse(1);
        return runbooks.stream()
                .map(runbook -> "%4d  %s  %-8s  %s (for %s)"
                        .formatted(
                                runbook.priority(),
                                padded(runbook.id().value(), widest),
                                Choices.written(runbook.strategy()),
                                RunbookReport.line(runbook.title()),
                                RunbookReport.line(runbook.scope().text())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    String json() {
        return JsonMapper.shared()
                .writeValueAsString(runbooks.stream().map(RunbookList::json).toList());
    }

    private static Map<String, Object> json(Runbook runbook) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", runbook.id().value());
        json.put("title", runbook.title());
        json.put("for", runbook.scope().text());
        json.put("priority", runbook.priority());
        json.put("strategy", Choices.written(runbook.strategy()));
        json.put("place", runbook.place().toString());
        return json;
    }
}
