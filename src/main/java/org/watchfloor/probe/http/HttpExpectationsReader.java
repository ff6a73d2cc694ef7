package org.watchfloor.probe.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.probe.net.Expression;
import tools.jackson.core.JsonPointer;

/** Reads the {@code expect:} section. */
final class HttpExpectationsReader {
    private final ConfigNode http;
    private final Redirects redirects;

    HttpExpectationsReader(ConfigNode http, Redirects redirects) {
        this.http = http;
        this.redirects = redirects;
    }

    HttpExpectations read() {
        return http.section("expect", "what the answer must look like; default: a status of 200-299")
                .map(this::read)
                .orElseGet(this::none);
    }

    private HttpExpectations none() {
        HttpExpectations none = HttpExpectations.DEFAULT;
        return new HttpExpectations(
                HttpCheckReader.defaultStatuses(redirects),
                none.contains(),
                none.containsNot(),
                none.matches(),
                none.matchesNot(),
                none.headers(),
                none.json());
    }

    private HttpExpectations read(ConfigNode node) {
        return new HttpExpectations(
                statuses(node),
                node.key("body-contains", "text or list of texts that the body must contain")
                        .texts(),
                node.key("body-not-contains", "text or list of texts that the body must not contain")
                        .texts(),
                node.key("body-matches", "expression that the body must match somewhere")
                        .pattern()
                        .map(Expression::of),
                node.key("body-not-matches", "expression that the body must not match anywhere")
                        .pattern()
                        .map(Expression::of),
                headers(node),
                json(node));
    }

    private List<StatusRange> statuses(ConfigNode node) {
        List<String> texts = node.key(
                        "status", "accepted statuses: a code, a range such as 200-299, or a list; default 200-299")
                .texts();
        List<StatusRange> ranges = new ArrayList<>();
        for (String text : texts) {
            StatusRange.parse(text)
                    .ifPresentOrElse(
                            ranges::add,
                            () -> node.problem(
                                    "status",
                                    "\"" + text + "\" is no status or range of statuses",
                                    "use such as 200 or 200-299"));
        }
        return ranges.isEmpty() ? HttpCheckReader.defaultStatuses(redirects) : ranges;
    }

    private static Map<String, Expression> headers(ConfigNode node) {
        Map<String, Expression> headers = new LinkedHashMap<>();
        node.key("headers", "response headers and the expression that one value of each must match")
                .textMap()
                .forEach((name, text) -> compile(node, name, text).ifPresent(found -> headers.put(name, found)));
        return headers;
    }

    private static Optional<Expression> compile(ConfigNode node, String name, String text) {
        try {
            return Optional.of(Expression.of(Pattern.compile(text)));
        } catch (PatternSyntaxException e) {
            node.problem("headers", "bad expression for " + name + ": " + e.getDescription(), "mend the expression");
            return Optional.empty();
        }
    }

    private static List<JsonExpectation> json(ConfigNode node) {
        return node.sections("json", "comparisons with values of a JSON body").stream()
                .flatMap(section -> comparison(section).stream())
                .toList();
    }

    private static Optional<JsonExpectation> comparison(ConfigNode node) {
        String pointer = node.key("pointer", "where the value is: a JSON pointer (RFC 6901) such as /status")
                .requiredText();
        String is = node.key("is", "==, !=, <, <=, >, >= or matches, then the other side: \"== ok\"")
                .requiredText();
        if (is.isEmpty()) {
            return Optional.empty();
        }
        return pointer(node, pointer).flatMap(found -> comparison(node, found, is));
    }

    private static Optional<JsonPointer> pointer(ConfigNode node, String text) {
        try {
            return Optional.of(JsonPointer.compile(text));
        } catch (IllegalArgumentException _) {
            node.problem("pointer", "\"" + text + "\" is no JSON pointer", "begin it with a slash, such as /status");
            return Optional.empty();
        }
    }

    private static Optional<JsonExpectation> comparison(ConfigNode node, JsonPointer pointer, String text) {
        try {
            return Optional.of(JsonExpectation.parse(pointer, text));
        } catch (IllegalArgumentException e) {
            node.problem("is", String.valueOf(e.getMessage()), "write such as \"== ok\" or \">= 3\"");
            return Optional.empty();
        }
    }
}
