package org.watchfloor.probe.http;

import java.util.Optional;
import org.watchfloor.model.Reason;
import org.watchfloor.probe.net.Expression;
import org.watchfloor.probe.net.Failure;
import org.watchfloor.probe.net.TextSearch;
import org.watchfloor.probe.net.TextSearch.Undecided;
import org.watchfloor.probe.net.Words;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds a body against texts, expressions and JSON comparisons, in this order. */
final class BodyJudge {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpExpectations expect;
    private final TextSearch search;

    BodyJudge(HttpExpectations expect, TextSearch search) {
        this.expect = expect;
        this.search = search;
    }

    Optional<Failure> judge(String body) throws InterruptedException {
        Optional<Failure> texts = texts(body);
        if (texts.isPresent()) {
            return texts;
        }
        try {
            Optional<Failure> expressions = expressions(body);
            return expressions.isPresent() || expect.json().isEmpty() ? expressions : json(body);
        } catch (Undecided e) {
            return mismatch("body could not be compared: " + e.getMessage());
        }
    }

    private Optional<Failure> texts(String body) {
        for (String wanted : expect.contains()) {
            if (!body.contains(wanted)) {
                return mismatch("body does not contain \"" + Words.excerpt(wanted, 120) + "\"");
            }
        }
        for (String unwanted : expect.containsNot()) {
            if (body.contains(unwanted)) {
                return mismatch("body contains \"" + Words.excerpt(unwanted, 120) + "\"");
            }
        }
        return Optional.empty();
    }

    private Optional<Failure> expressions(String body) throws Undecided, InterruptedException {
        Optional<Expression> wanted = expect.matches();
        if (wanted.isPresent() && search.find(wanted.get(), body).isEmpty()) {
            return mismatch("body does not match " + wanted.get());
        }
        Optional<Expression> unwanted = expect.matchesNot();
        if (unwanted.isPresent() && search.find(unwanted.get(), body).isPresent()) {
            return mismatch("body matches " + unwanted.get());
        }
        return Optional.empty();
    }

    private Optional<Failure> json(String body) throws Undecided, InterruptedException {
        JsonNode document;
        try {
            document = JSON.readTree(body);
        } catch (JacksonException e) {
            return jsonMismatch("body is not JSON: " + Words.excerpt(reason(e), 120));
        }
        for (JsonExpectation expected : expect.json()) {
            JsonNode value = document.at(expected.pointer());
            if (value.isMissingNode()) {
                return jsonMismatch("nothing at " + expected.pointer() + " in the body");
            }
            if (!expected.holds(value, search)) {
                return jsonMismatch(expected.pointer() + " is " + Words.excerpt(value.toString(), 120) + ", expected "
                        + expected.comparison());
            }
        }
        return Optional.empty();
    }

    /** Without where in which source it is, which the library does not know. */
    private static String reason(JacksonException e) {
        return e.getOriginalMessage().replaceAll(" \\(start marker at \\[Source: .*?]\\)", "");
    }

    private static Optional<Failure> mismatch(String message) {
        return Optional.of(new Failure(Reason.BODY_MISMATCH, message));
    }

    private static Optional<Failure> jsonMismatch(String message) {
        return Optional.of(new Failure(Reason.JSON_MISMATCH, message));
    }
}
