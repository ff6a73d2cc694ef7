package org.watchfloor.recovery.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.recovery.step.StepNode;
import org.watchfloor.recovery.step.StepType;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;

/** Reads the {@code http:} section of a step. */
public final class HttpStepType implements StepType<HttpStep> {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    @Override
    public String key() {
        return "http";
    }

    @Override
    public Class<HttpStep> specType() {
        return HttpStep.class;
    }

    @Override
    public HttpStep read(StepNode step) {
        HttpStep.Method method = step.node()
                .key("method", "get, head, post (default), put, patch, delete")
                .choice(HttpStep.Method.POST);
        Template url = step.requiredText(
                "url", "where to; {{placeholders}} are percent-encoded in path and query", Language.URL);
        Map<String, Template> headers = step.textMap("headers", "sent along, by name", Language.HEADER);
        names(step, "headers", headers, TOKEN, "a header");
        return new HttpStep(
                method,
                url,
                headers,
                body(step, method),
                expect(step),
                retry(step, method),
                step.node()
                        .key("ca", "certificates of authorities that are trusted instead of those of this machine, PEM")
                        .path());
    }

    private static Optional<HttpBody> body(StepNode step, HttpStep.Method method) {
        Optional<HttpBody> json = step.text("json", "body as JSON; {{placeholders}} stand in strings", Language.JSON)
                .map(HttpBody.Json::new);
        Map<String, Template> fields = step.textMap("form", "body as fields of a form, by name", Language.FORM);
        names(step, "form", fields, FIELD, "a field");
        Optional<HttpBody> text =
                step.text("text", "body as plain text", Language.PLAIN).map(HttpBody.Plain::new);
        List<String> given =
                Stream.of("json", "form", "text").filter(step::isGiven).toList();
        if (given.size() > 1) {
            step.node().problem(given.getLast(), "a request has one body", "keep one of json:, form:, text:");
        }
        if (!given.isEmpty() && (method == HttpStep.Method.GET || method == HttpStep.Method.HEAD)) {
            step.node().problem(given.getFirst(), "a " + method + " request has no body", "write method: post");
        }
        return json.or(() -> text)
                .or(() -> Optional.of(fields).filter(found -> !found.isEmpty()).map(HttpBody.Form::of));
    }

    private static Optional<RetryPolicy> retry(StepNode step, HttpStep.Method method) {
        Optional<String> name = step.node()
                .key("retry", "one of retries: sent again after a failure or a status that passes; never by default")
                .text();
        boolean repeat = step.node()
                .key("repeat", "true: a post or patch may be sent again, for two do no harm; false by default")
                .flag(false);
        if (name.isPresent() && !repeat && !method.isIdempotent()) {
            step.node()
                    .problem(
                            "retry",
                            "a " + method + " that is sent again may do twice what it does",
                            "add repeat: true if it does not, or remove retry:");
        }
        return name.flatMap(id -> step.retryPolicy("retry", id));
    }

    private static List<StatusRange> expect(StepNode step) {
        List<String> written = step.node()
                .key("status", "statuses that mean success; 200-299 by default")
                .texts(List.of(StatusRange.SUCCESS.toString()));
        return written.stream()
                .flatMap(text -> {
                    Optional<StatusRange> range = StatusRange.parse(text);
                    if (range.isEmpty()) {
                        step.node().problem("status", "\"" + text + "\" is no status", "write such as 204 or 200-299");
                    }
                    return range.stream();
                })
                .toList();
    }

    private static void names(StepNode step, String key, Map<String, Template> texts, Pattern rule, String kind) {
        texts.keySet().stream()
                .filter(name -> !rule.matcher(name).matches())
                .forEach(name -> step.node()
                        .problem(
                                key, "\"" + name + "\" is not the name of " + kind, "use letters, digits and hyphens"));
    }
}
