package org.watchfloor.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchfloor.recovery.Guards;
import org.watchfloor.recovery.Parameter;
import org.watchfloor.recovery.Plan;
import org.watchfloor.recovery.Runbook;
import org.watchfloor.recovery.condition.Condition;
import org.watchfloor.recovery.step.Choices;
import org.watchfloor.recovery.step.Lengths;
import org.watchfloor.recovery.step.Line;
import org.watchfloor.recovery.step.Step;
import org.watchfloor.recovery.text.NotRendered;
import org.watchfloor.recovery.text.Values;
import tools.jackson.databind.json.JsonMapper;

/** One runbook in words or as JSON, without secrets. */
record RunbookReport(Runbook runbook, Values values) {
    String text() throws NotRendered {
        Plan plan = runbook.plan();
        List<String> lines = new ArrayList<>();
        lines.add(runbook.id() + ": " + line(runbook.title()));
        lines.add("for: " + line(runbook.scope().text()));
        lines.add("strategy: " + Choices.written(runbook.strategy()) + ", priority " + runbook.priority());
        block(
                lines,
                "parameters:",
                plan.parameters().stream().map(RunbookReport::words).toList());
        block(
                lines,
                "only when:",
                runbook.guards().conditions().stream().map(Condition::text).toList());
        block(lines, "guards:", guards());
        lines.add("steps, within " + Lengths.text(plan.timeout()) + ":");
        steps(lines, plan.steps());
        lines.add("proof: " + line(plan.proof().text()));
        if (plan.rollback().isPresent()) {
            lines.add(plan.rollback().get().automatic() ? "rollback, by itself:" : "rollback, by hand:");
            steps(lines, plan.rollback().get().steps());
        }
        lines.add("written at " + runbook.place());
        return String.join(System.lineSeparator(), lines);
    }

    private static void block(List<String> lines, String title, List<String> entries) {
        if (!entries.isEmpty()) {
            lines.add(title);
            entries.forEach(entry -> lines.add("  " + line(entry)));
        }
    }

    private static String words(Parameter parameter) {
        String title = parameter.title().equals(parameter.name()) ? "" : " (" + parameter.title() + ")";
        String given = parameter.byDefault().map(value -> "; default " + value).orElse("");
        return parameter.name() + title + ": " + parameter.kind().rule() + given
                + (parameter.required() ? "" : "; optional");
    }

    private List<String> guards() {
        Guards guards = runbook.guards();
        return Stream.of(
                        Stream.of(guards.budget().text()),
                        Stream.of("safe: may run by itself at level LIMITED").filter(_ -> guards.safe()),
                        Stream.of("dangerous: the name of the target is typed").filter(_ -> guards.dangerous()),
                        Stream.of("two persons: another one has to agree").filter(_ -> guards.twoPersons()),
                        guards.concurrency().stream().map(key -> "never two at once with the key " + key))
                .flatMap(lines -> lines)
                .toList();
    }

    private void steps(List<String> lines, List<Step> steps) throws NotRendered {
        int number = 1;
        for (Step step : steps) {
            lines.add("  %d. %s%s".formatted(number++, line(step.title()), terms(step)));
            for (Line line : step.spec().preview(values)) {
                lines.add("     " + line.what() + ": " + line(line.text().shown()));
            }
        }
    }

    private static String terms(Step step) {
        String within =
                step.timeout().map(time -> ", within " + Lengths.text(time)).orElse("");
        return step.onError() == Step.OnError.CONTINUE ? within + ", goes on after a failure" : within;
    }

    String json() throws NotRendered {
        Plan plan = runbook.plan();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", runbook.id().value());
        json.put("title", runbook.title());
        json.put("for", runbook.scope().text());
        json.put("strategy", Choices.written(runbook.strategy()));
        json.put("priority", runbook.priority());
        json.put(
                "parameters",
                plan.parameters().stream().map(RunbookReport::json).toList());
        json.put(
                "when",
                runbook.guards().conditions().stream().map(Condition::text).toList());
        json.put("budget", runbook.guards().budget().text());
        json.put("safe", runbook.guards().safe());
        json.put("dangerous", runbook.guards().dangerous());
        json.put("twoPerson", runbook.guards().twoPersons());
        json.put("timeoutSeconds", plan.timeout().toSeconds());
        json.put("steps", json(plan.steps()));
        json.put("proof", plan.proof().text());
        json.put(
                "rollbackAutomatic",
                plan.rollback().filter(Plan.Rollback::automatic).isPresent());
        json.put("rollback", json(plan.rollback().map(Plan.Rollback::steps).orElse(List.of())));
        json.put("place", runbook.place().toString());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Parameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("title", parameter.title());
        json.put("rule", parameter.kind().rule());
        parameter.byDefault().ifPresent(value -> json.put("default", value));
        json.put("required", parameter.required());
        return json;
    }

    private List<Map<String, Object>> json(List<Step> steps) throws NotRendered {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Step step : steps) {
            List<Map<String, String>> lines = new ArrayList<>();
            for (Line line : step.spec().preview(values)) {
                lines.add(Map.of("what", line.what(), "text", line.text().shown()));
            }
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("kind", step.kind());
            json.put("title", step.title());
            step.timeout().ifPresent(time -> json.put("timeoutSeconds", time.toSeconds()));
            json.put("onError", Choices.written(step.onError()));
            json.put("does", lines);
            all.add(json);
        }
        return all;
    }

    /** In one line; nothing that steers a terminal passes. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    }
}
